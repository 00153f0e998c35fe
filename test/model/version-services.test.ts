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
