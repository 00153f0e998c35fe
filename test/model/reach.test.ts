import { Gateway, NetworkPeer, Pods, Workload, WorkloadStanding } from '../../src';
import { expectRefusal, newWorkload } from '../support/declare';
import { onMachines } from '../support/machines';
import { Declaration } from '../support/topology';

let declared: Declaration;
let web: Workload;
beforeEach(() => {
  declared = new Declaration();
  web = declared.workload('web');
});

const apiServer = (port = 6443, cidrs = ['203.0.113.10/32', '203.0.113.11/32']) => NetworkPeer.addresses({ cidrs, port });
const dns = (udp: boolean, podLabels: Record<string, string> = { app: 'dns', tier: 'a' }) => NetworkPeer.pods({ namespace: 'data', podLabels, port: 53, udp });
const from = (workload: Workload) => declared.topology.read().reachedPeersOf(workload);

test('nobody is reached who was not named', () => expect(from(web)).toEqual([]));

test('one workload reaches whom it names, and no other does; sorted by port, each once', () => {
  const other = declared.workload('other');
  for (const peer of [apiServer(), dns(false), apiServer(443), apiServer(6443, ['203.0.113.11/32', '203.0.113.10/32'])]) web.reaches(peer);
  expect(from(web)).toEqual([dns(false), apiServer(443), apiServer()]);
  expect(from(other)).toEqual([]);
});

test.each([[true, false], [false, true]])('who is reached by TCP and elsewhere by UDP too, is reached by both (%p, %p)', (...each) => {
  each.forEach((udp, nth) => web.reaches(dns(udp, nth === 0 ? undefined : { tier: 'a', app: 'dns' })));
  expect(from(web)).toEqual([dns(true)]);
});

test('a workload on its way into the mesh may say so', () => {
  const moving = newWorkload(declared.topology, 'moving', { standing: WorkloadStanding.MIGRATING });
  moving.reaches(apiServer());
  expect(from(moving)).toEqual([apiServer()]);
});

test('BST529: refuses from a gateway or somebody else\'s workload, which nobody keeps in', () => {
  const theirs = newWorkload(declared.topology, 'theirs', { standing: WorkloadStanding.FOREIGN });
  const door = new Gateway(declared.topology, 'door', { pods: Pods.fromLabels({ labels: { app: 'door' } }) });
  for (const workload of [theirs, door]) {
    expectRefusal(() => workload.reaches(apiServer()), 'BST529', `test/shop/workloads/${workload.name}`, 'not guarded from here', 'leave reaches() out');
  }
});

test('BST529: refuses from machines, which no network policy keeps in', () => {
  const billing = onMachines(declared);
  expectRefusal(() => billing.reaches(apiServer()), 'BST529', 'test/shop/workloads/billing', 'it runs on machines, which no network policy selects', 'let the firewall');
});

test('BST012: refuses to be said after an output has read the topology', () => {
  declared.topology.read();
  expectRefusal(() => web.reaches(apiServer()), 'BST012', 'test/shop/workloads/web', '"web reaches 203.0.113.10/32, 203.0.113.11/32 at port 6443" was declared after');
});
