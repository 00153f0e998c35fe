import { AdmittedPeer } from '../../src';
import { admittedThroughSidecar, isInMesh } from '../../src/istio/admitted-ports';
import { Declaration } from '../support/topology';

const pods = { namespace: 'monitoring', podLabels: { app: 'prometheus' } };

test('what the sidecar answers by itself is not led through it: merged metrics, health, its own metrics', () => {
  const declared = new Declaration();
  const web = declared.workload('web');
  for (const port of [15_019, 15_020, 15_021, 15_090, 9090]) web.admits(AdmittedPeer.pods({ ...pods, port }));
  expect(admittedThroughSidecar(web, declared.topology.read()).map(({ port }) => port)).toEqual([9090, 15_019]);
});

test('pods with an account are in the mesh, and nobody else is', () => {
  expect(isInMesh(AdmittedPeer.meshPods({ ...pods, serviceAccountName: 'prometheus', port: 1 }))).toBe(true);
  expect(isInMesh(AdmittedPeer.pods({ ...pods, port: 1 }))).toBe(false);
});
