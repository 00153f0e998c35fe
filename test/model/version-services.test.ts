import { Locator, Pods } from '../../src';
import { serviceNamesOf, versionServicesOf } from '../../src/model/version-services';
import { newTopology, newWorkload } from '../support/declare';

const versions = ['v2', 'v1'].map(name => ({ name, labels: { version: name } }));
const workload = newWorkload(newTopology(), 'reviews', { pods: Pods.fromLabels({ labels: { app: 'reviews' }, versions }) });
const located = (perVersion?: boolean) => Locator.ofWorkload({ workload, addresses: [{ service: 'api', port: 80 }], kubernetesServices: { api: { perVersion } } });

test('each version has a Service with its labels, in the order of the versions', () => expect(versionServicesOf(located(true))).toEqual([
  { name: 'api-v1', common: 'api', podLabels: { app: 'reviews', version: 'v1' } }, { name: 'api-v2', common: 'api', podLabels: { app: 'reviews', version: 'v2' } },
]));

test.each([undefined, false])('there is none where perVersion is %p', perVersion => expect(versionServicesOf(located(perVersion))).toEqual([]));

test('their names are among those of the locator', () => expect(serviceNamesOf(located(true))).toEqual(['api', 'api-v1', 'api-v2']));

test('outside there is none', () => expect(serviceNamesOf(Locator.external({ addresses: [{ host: 'a.example.com', port: 1 }] }))).toEqual([]));

test.each<[Record<string, string>, Record<string, string>]>([
  [{ 'version': 'v1', 'helm.sh/chart': 'web-1' }, { app: 'reviews', version: 'v1' }],
  [{ 'app.kubernetes.io/version': '1' }, { 'app': 'reviews', 'app.kubernetes.io/version': '1' }],
])('labels of a release select nothing, unless versions are told apart by them: %j', (labels, podLabels) => {
  const released = newWorkload(newTopology(), 'reviews', { pods: Pods.fromLabels({ labels: { app: 'reviews' }, versions: [{ name: 'v1', labels }] }) });
  const locator = Locator.ofWorkload({ workload: released, addresses: [{ service: 'api', port: 80 }], kubernetesServices: { api: { perVersion: true } } });
  expect(versionServicesOf(locator)).toEqual([{ name: 'api-v1', common: 'api', podLabels }]);
});
