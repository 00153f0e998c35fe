import { Telemetry } from '../../src/istio/declared-telemetry';
import { expectRefusal, newTopology, newWorkload } from '../support/declare';

const LOGGED = { accessLogs: [{}] };

test('a scope is the mesh, a namespace or a workload in its own', () => {
  const web = newWorkload(newTopology(), 'web');
  expect([Telemetry.ofMesh(LOGGED), Telemetry.ofNamespace('shop', LOGGED), Telemetry.ofWorkload(web, LOGGED)].map(({ namespace, workload }) => [namespace, workload?.name]))
    .toEqual([[undefined, undefined], ['shop', undefined], ['shop', 'web']]);
});

test('a namespace is a DNS label', () => expectRefusal(() => Telemetry.ofNamespace('Shop', LOGGED), 'BST801', 'Telemetry.ofNamespace'));

test('what is wrong is refused where it is said', () => {
  expectRefusal(() => Telemetry.ofMesh({}), 'BST660', 'Telemetry.ofMesh');
  expectRefusal(() => Telemetry.ofNamespace('shop', { accessLogs: [] }), 'BST660', 'Telemetry.ofNamespace');
});
