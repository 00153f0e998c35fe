import { Chart } from 'cdk8s';
import { IstioMesh, Machines, Topology, WorkloadStanding } from '../../src';
import { newWorkload } from '../support/declare';
import { onMachines, TWO } from '../support/machines';
import { MeshDeclaration } from '../support/mesh';

let declared: MeshDeclaration;
beforeEach(() => { declared = new MeshDeclaration(); });
const found = () => { declared.read(); return declared.found('BST677'); };

test('BST677 finds machines of two workloads, once for all of them', () => {
  onMachines(declared, 'billing');
  onMachines(declared, 'archive', [...TWO, { address: '192.0.2.9' }]);
  expect(found()).toEqual([
    'error archive: what is at 192.0.2.7, 192.0.2.8 is a machine of test/shop/workloads/billing too, and its sidecar has one identity; '
      + 'declare them as one workload, with a backing service for each port',
  ]);
});

test('and of two topologies', () => {
  onMachines(declared, 'billing');
  const chart = new Chart(declared.app, 'other', { namespace: 'other' });
  const topology = new Topology(chart, 'other');
  newWorkload(topology, 'archive', { pods: Machines.at(TWO, { labels: { app: 'archive' }, serviceAccountName: 'archive' }) });
  declared.read();
  new IstioMesh(chart, 'mesh', { topology });
  expect(topology.findings.filter(({ code }) => code === 'BST677').map(({ path }) => path)).toEqual(['other/other/workloads/archive']);
});

test('BST677 accepts machines of one workload each, and those of others, whose entries are their owners\'', () => {
  onMachines(declared, 'billing', TWO.slice(1));
  onMachines(declared, 'archive', TWO.slice(0, 1));
  newWorkload(declared.topology, 'theirs', { standing: WorkloadStanding.FOREIGN, pods: Machines.at(TWO, { labels: { app: 'theirs' } }) });
  declared.workload('web');
  expect(found()).toEqual([]);
});
