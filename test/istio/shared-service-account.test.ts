import { App, Chart } from 'cdk8s';
import { CallOptions, HttpProvider, HttpService, IstioMesh, Pods, Topology, Workload, WorkloadProps } from '../../src';
import { Locator } from '../../src/model/locator';
import { Provision } from '../../src/model/provision';
import { WorkloadStanding } from '../../src/model/workload-standing';
import { AnyService, Queue } from '../support/declare';
import { podsByHand } from '../support/emitted';
import { MeshDeclaration, USERS_CONTRACT } from '../support/mesh';
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
      'error batch: runs as ServiceAccount "robot" of namespace shop like test/shop/workloads/web, '
        + `but they declare 2 different things, so each of them may call all of these: users-api; ${FIX}`,
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
    expect(declared.found('BST522')).toEqual([expect.stringContaining('may call all of these: a, b, c and 2 more;')]);
  });

  test.each<[string, CallOptions, CallOptions, number]>([
    ['the same operations', { operations: ['getUser', 'listUsers'] }, { operations: ['listUsers', 'getUser'] }, 0],
    ['unlike operations', { operations: ['getUser'] }, { operations: ['createUser'] }, 1],
    ['operations that are a part of the other\'s', { operations: ['getUser'] }, { operations: ['getUser', 'createUser'] }, 1],
    ['operations, and everything', { operations: ['getUser'] }, {}, 1],
  ])('compares what the policy of the called workload gives: %s', (_, web, batch, findings) => {
    const declared = new MeshDeclaration();
    const users = declared.users({ contract: USERS_CONTRACT });
    declared.workload('web', { serviceAccountName: 'robot' }).calls(users, web);
    declared.workload('batch', { serviceAccountName: 'robot' }).calls(users, batch);
    declared.read();
    expect(declared.findings('BST522')).toHaveLength(findings);
  });

  test('counts what differs, not in which order it was declared or by which verb', () => {
    const declared = new MeshDeclaration();
    const queues = ['a', 'b'].map(id => {
      const locator = Locator.ofWorkload({ workload: declared.workload(`${id}-server`), addresses: [{ service: id, port: 80 }] });
      return new Queue(new AnyService(declared.topology, id, { ...AnyService.traits(), provision: new Provision({ locator }) }), 'jobs');
    });
    const [one, two] = ['one', 'two', 'three'].map(name => declared.workload(name, { serviceAccountName: 'robot' }));
    for (const [publisher, consumer, queue] of [[one, two, queues[0]], [two, one, queues[1]]] as const) {
      publisher.publishes(queue);
      consumer.consumes(queue);
    }
    declared.read();
    expect(declared.found('BST522')).toEqual([expect.stringContaining('they declare 2 different things, so each of them may call all of these: a, b;')]);
  });

  /** What is found where `web` calls users-api as `robot`, beside pods of an object that no workload is declared with. */
  const foundBeside = (labels: Record<string, string>, account?: string, place?: (app: App) => Chart) => {
    const declared = new MeshDeclaration();
    declared.workload('web', { serviceAccountName: 'robot' }).calls(declared.users());
    podsByHand(place?.(declared.app) ?? declared.chart, 'evil', labels, account);
    declared.read();
    return declared.found('BST522');
  };

  test.each([{ of: 'error test/evil' }, { of: 'warning plain/evil', place: (app: App) => new Chart(app, 'plain') }])(
    'finds pods that no workload is declared with, and that run as one: $of', ({ of, place }) => expect(foundBeside({ app: 'evil' }, 'robot', place)).toEqual([
      `${of}: its pods run as ServiceAccount "robot" of namespace shop like test/shop/workloads/web, and so may call all of these: users-api; `
      + 'give them a ServiceAccount of their own, or declare the workload whose pods they are, with all that the other may call']));

  test('finds pods without a sidecar too: a token of the account is enough to get its certificate', () =>
    expect(foundBeside({ 'app': 'migrate', 'sidecar.istio.io/inject': 'false' }, 'robot')).toHaveLength(1));

  test.each<{ pods: string; labels: Record<string, string>; account?: string; place?: (app: App) => Chart }>([
    { pods: 'the workload itself', labels: { app: 'web', more: 'labels' }, account: 'robot' }, { pods: 'another account', labels: { app: 'evil' }, account: 'evil' },
    { pods: 'the default account', labels: { app: 'evil' } },
    { pods: 'another namespace', labels: { app: 'evil' }, account: 'robot', place: app => new Chart(app, 'other', { namespace: 'other' }) },
  ])('accepts pods of $pods', ({ labels, account, place }) => expect(foundBeside(labels, account, place)).toEqual([]));

  test('finds pods that look like those of another workload, which has an account of its own', () => {
    const declared = new MeshDeclaration();
    declared.workload('web', { serviceAccountName: 'robot' }).calls(declared.users());
    declared.workload('batch');
    podsByHand(declared.chart, 'evil', { app: 'batch' }, 'robot');
    declared.read();
    expect(declared.findings('BST522').map(({ path }) => path)).toEqual(['test/evil']);
  });

  test('accepts pods of an account that may call nothing', () => {
    const declared = new MeshDeclaration();
    declared.workload('web', { serviceAccountName: 'robot' });
    podsByHand(declared.chart, 'other', { app: 'other' }, 'robot');
    declared.read();
    expect(declared.found('BST522')).toEqual([]);
  });

  test('finds an account once, however many share it, and takes no longer for each', () => {
    const declared = new MeshDeclaration();
    const users = declared.users();
    for (let i = 0; i < 4000; i++) declared.workload(`w${i}`, { serviceAccountName: 'robot' });
    declared.workload('web', { serviceAccountName: 'robot' }).calls(users);
    declared.read();
    const [finding, ...others] = declared.found('BST522');
    expect(others).toEqual([]);
    expect(finding).toContain('error w0: runs as ServiceAccount "robot" of namespace shop like test/shop/workloads/w1, test/shop/workloads/w10, test/shop/workloads/w100 and 3997 more');
  });

  test('is an error across topologies too, where one lets in what the other did not declare', () => {
    const declared = new Declaration();
    const other = new Topology(declared.chart, 'other');
    declared.workload('web', { serviceAccountName: 'robot' }).calls(declared.api(declared.workload('server')));
    new Workload(other, 'idle', { pods: Pods.fromLabels({ labels: { app: 'idle' }, serviceAccountName: 'robot' }) });
    for (const topology of [declared.topology, other]) new IstioMesh(declared.chart, `istio-${topology.node.id}`, { topology });
    const found = [declared.topology, other].flatMap(({ findings }) => findings).filter(({ code }) => code === 'BST522');
    expect(found.map(({ severity, path }) => `${severity} ${path}`)).toEqual(['error test/other/workloads/idle']);
  });

  test.each([['gate', 'gate', 0], ['gate', 'other', 1]])('across topologies, pods %s and %s have %s findings', (one, two, findings) => {
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
