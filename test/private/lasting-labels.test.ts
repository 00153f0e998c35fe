import { lastingLabels } from '../../src/private/lasting-labels';

test.each<[Record<string, string>, Record<string, string>]>([
  [{ 'app': 'web', 'helm.sh/chart': 'web-1.2.3', 'app.kubernetes.io/version': '1.2.3' }, { app: 'web' }], [{ app: 'web', version: 'v1' }, { app: 'web', version: 'v1' }],
  [{ 'helm.sh/chart': 'web-1.2.3' }, { 'helm.sh/chart': 'web-1.2.3' }], [{}, {}],
])('of %j those that last are %j', (labels, lasting) => expect(lastingLabels(labels)).toEqual(lasting));
