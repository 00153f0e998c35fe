import { MutualTls, Telemetry } from '../../src';
import { heldMesh } from '../../src/istio/held-mesh';
import { expectRefusal } from '../support/declare';

test('what a mesh is told is held once, with the providers of all its telemetry', () => {
  const held = heldMesh({
    rootNamespace: 'config', accessLogs: [{ provider: 'otel' }], telemetry: [Telemetry.ofNamespace('shop', { tracing: { provider: 'zipkin' } })], meshPolicy: { mutualTls: MutualTls.STRICT },
  }, 'mesh');
  expect(held).toMatchObject({ rootNamespace: 'config', trustDomain: 'cluster.local', providers: ['otel', 'zipkin'], policies: [{ namespace: 'config', isOfMesh: true }] });
  expect(held.ofAll.accessLogs).toEqual([{ provider: 'otel' }]);
});

test('a name that is none is refused', () => expectRefusal(() => heldMesh({ trustDomain: 'No Name' }, 'mesh'), 'BST801', 'mesh', 'No Name'));
