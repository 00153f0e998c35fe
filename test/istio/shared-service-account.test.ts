import { HttpProvider, HttpService, IstioMesh, Pods, Topology, Workload, WorkloadProps } from '../../src';
import { WorkloadStanding } from '../../src/model/workload-standing';
import { MeshDeclaration } from '../support/mesh';
import { Declaration } from '../support/topology';

const FIX = 'give each workload a ServiceAccount of its own';

/** What is found where `web` calls a service and `batch` does not, with these accounts. */
function foundOf(web: Partial<WorkloadProps>, batch: Partial<WorkloadProps>): string[] {
  const declared = new MeshDeclaration();
  const of = (id: string, props: Partial<WorkloadProps>) =>
    new Workload(declared.topology, id, { pods: Pods.fromLabels({ labels: { app: id } }), ...props });
  of('web', web).calls(declared.users());
  of('batch', batch);
  declared.read();
  return declared.found('BST522');
}

describe('BST522 shared-service-account', () => {
  test('finds a workload that may what only another declares', () =>
    expect(foundOf({ serviceAccountName: 'robot' }, { serviceAccountName: 'robot' })).toEqual([
      `warning batch: runs as ServiceAccount "robot" like test/shop/workloads/web, so it may also call users-api; ${FIX}`,
    ]));

  test.each<[string, Partial<WorkloadProps>, Partial<WorkloadProps>]>([
    ['accounts of their own', { serviceAccountName: 'web' }, { serviceAccountName: 'batch' }],
    ['one name in two namespaces', { serviceAccountName: 'robot' }, { serviceAccountName: 'robot', namespace: 'edge' }],
    ['the default account, which is BST506', {}, {}],
  ])('accepts %s', (_, web, batch) => expect(foundOf(web, batch)).toEqual([]));

  test('accepts workloads of one account that may the same', () => {
    const declared = new MeshDeclaration();
    const users = declared.users();
    for (const id of ['web', 'batch']) declared.workload(id, { serviceAccountName: 'robot' }).calls(users);
    declared.read();
    expect(declared.found('BST522')).toEqual([]);
  });

  test('names three services and counts the others', () => {
    const declared = new MeshDeclaration();
    const web = declared.workload('web', { serviceAccountName: 'robot' });
    declared.workload('batch', { serviceAccountName: 'robot' });
    for (const id of ['a', 'b', 'c', 'd', 'e']) web.uses(declared.tcp(id));
    declared.read();
    expect(declared.found('BST522')).toEqual([expect.stringContaining('so it may also call a, b, c and 2 more;')]);
  });

  test.each([['gate', 'gate', 0], ['gate', 'other', 2]])('across topologies, pods %s and %s have %s findings', (one, two, findings) => {
    const declared = new Declaration();
    const topologies = [declared.topology, new Topology(declared.chart, 'other')];
    topologies.forEach((topology, i) => {
      const server = new Workload(topology, `server-${i}`, { pods: Pods.fromLabels({ labels: { app: `server-${i}` } }) });
      const pods = Pods.fromLabels({ labels: { app: [one, two][i] }, serviceAccountName: 'gate' });
      new Workload(topology, 'gate', { pods, standing: WorkloadStanding.FOREIGN }).calls(new HttpService(topology, `api-${i}`, { provider: HttpProvider.workload(server) }));
      new IstioMesh(declared.chart, `istio-${i}`, { topology });
    });
    expect(topologies.flatMap(topology => topology.findings).filter(({ code }) => code === 'BST522')).toHaveLength(findings);
  });
});
