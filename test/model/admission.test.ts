import { AdmittedPeer, Gateway, Pods, Workload, WorkloadStanding } from '../../src';
import { textOf } from '../../src/model/admission';
import { expectRefusal, newWorkload } from '../support/declare';
import { onMachines } from '../support/machines';
import { Declaration } from '../support/topology';

let declared: Declaration;
let web: Workload;
beforeEach(() => {
  declared = new Declaration();
  web = declared.workload('web');
});

const prometheus = (port = 9090, podLabels: Record<string, string> = { app: 'prometheus', tier: 'a' }) => AdmittedPeer.pods({ namespace: 'monitoring', podLabels, port });
const health = (port = 8080) => AdmittedPeer.addresses({ cidrs: ['35.191.0.0/16'], port });
const at = (workload: Workload) => declared.topology.read().admittedPeersOf(workload);

test('nobody is let in who was not named', () => expect(at(web)).toEqual([]));

test('those of one workload are let in there and nowhere else, sorted by port, each once', () => {
  const [a, b, c] = [health(8081), prometheus(), AdmittedPeer.addresses({ cidrs: ['130.211.0.0/22'], port: 8081 })];
  for (const peer of [b, a, c, health(8081), prometheus(9090, { tier: 'a', app: 'prometheus' })]) web.admits(peer);
  const other = declared.workload('other');
  expect(at(web)).toEqual([c, a, b]);
  expect(at(other)).toEqual([]);
});

test('those of every workload are let in at those declared later too, and once where a workload says so too', () => {
  declared.topology.everyWorkloadAdmits(prometheus());
  declared.topology.everyWorkloadAdmits(prometheus());
  const later = declared.workload('later');
  web.admits(prometheus());
  expect([at(web), at(later)]).toEqual([[prometheus()], [prometheus()]]);
});

test('pods with an identity and pods without one are two peers', () => {
  const inMesh = AdmittedPeer.meshPods({ namespace: 'monitoring', podLabels: { app: 'prometheus', tier: 'a' }, serviceAccountName: 'prometheus', port: 9090 });
  [inMesh, prometheus()].forEach(peer => web.admits(peer));
  expect(at(web)).toHaveLength(2);
});

test('peers that are let in with other requests, or for other clients, are others', () => {
  const door = { namespace: 'a', podLabels: { app: 'b' }, serviceAccountName: 'c', port: 8080 };
  const all = [
    AdmittedPeer.anyone({ port: 8080 }), AdmittedPeer.anyone({ port: 8080, methods: ['GET'] }), AdmittedPeer.anyone({ port: 8080, paths: ['/a'] }),
    AdmittedPeer.anyMeshPods({ port: 8080 }), AdmittedPeer.meshNamespace({ namespace: 'a', port: 8080 }),
    AdmittedPeer.meshPods(door), AdmittedPeer.meshPods({ ...door, clientCidrs: ['203.0.113.0/24'] }),
  ];
  for (const peer of [...all, ...all]) web.admits(peer);
  expect(at(web)).toHaveLength(all.length);
});

test.each([
  [AdmittedPeer.anyone({ port: 80, methods: ['GET'], paths: ['/a', '/b'] }), 'anyone at port 80 (GET /a, /b)'], [AdmittedPeer.anyMeshPods({ port: 80 }), 'all pods in the mesh at port 80'],
  [AdmittedPeer.meshNamespace({ namespace: 'a', port: 80 }), 'all pods in the mesh of a at port 80'],
  [AdmittedPeer.meshPods({ namespace: 'a', podLabels: { app: 'b' }, serviceAccountName: 'c', port: 80, clientCidrs: ['203.0.113.0/24'] }),
    'pods "app=b" in a at port 80 (for 203.0.113.0/24)'],
])('is told in words: %#', (peer, words) => expect(textOf(peer)).toBe(words));

test('a workload on its way into the mesh may say so; what stands outside of our policies is left alone where all are meant', () => {
  const moving = newWorkload(declared.topology, 'moving', { standing: WorkloadStanding.MIGRATING });
  const theirs = newWorkload(declared.topology, 'theirs', { standing: WorkloadStanding.FOREIGN });
  const door = new Gateway(declared.topology, 'door', { pods: Pods.fromLabels({ labels: { app: 'door' } }) });
  declared.topology.everyWorkloadAdmits(prometheus());
  moving.admits(health());
  expect([moving, theirs, door].map(workload => at(workload).length)).toEqual([2, 0, 0]);
});

test('BST529: refuses at a gateway or somebody else\'s workload, where nobody would be let in by it', () => {
  const theirs = newWorkload(declared.topology, 'theirs', { standing: WorkloadStanding.FOREIGN });
  const door = new Gateway(declared.topology, 'door', { pods: Pods.fromLabels({ labels: { app: 'door' } }) });
  for (const workload of [theirs, door]) {
    expectRefusal(() => workload.admits(health()), 'BST529', `test/shop/workloads/${workload.name}`, 'not guarded from here', 'leave admits() out');
  }
});

test('BST012: refuses to be said after an output has read the topology', () => {
  declared.topology.read();
  expectRefusal(() => web.admits(prometheus()), 'BST012', 'test/shop/workloads/web',
    '"web admits pods "app=prometheus", "tier=a" in monitoring at port 9090" was declared after'.replace(/"(?=app|,|tier| in)/g, '\\"'));
  expectRefusal(() => declared.topology.everyWorkloadAdmits(health()), 'BST012', 'test/shop', '"every workload admits 35.191.0.0/16 at port 8080" was declared after');
});

describe('at machines, which no network policy guards', () => {
  test('BST529: pods without an identity are refused, as nothing there would tell them from others', () => {
    const billing = onMachines(declared);
    expectRefusal(() => billing.admits(prometheus()), 'BST529', billing.path, 'a network policy alone tells pods', 'AdmittedPeer.addresses(), AdmittedPeer.meshPods()');
  });

  test('those of every workload are let in at the others; addresses and identities at machines too', () => {
    const billing = onMachines(declared);
    declared.topology.everyWorkloadAdmits(prometheus());
    declared.topology.everyWorkloadAdmits(health());
    billing.admits(AdmittedPeer.meshNamespace({ namespace: 'tools', port: 8081 }));
    expect([billing, web].map(workload => at(workload).map(({ port }) => port))).toEqual([[8080, 8081], [8080, 9090]]);
  });
});
