import {
  CallOptions, Criticality, Dependency, Gateway, HttpProvider, HttpService, InteractionModel,
  KafkaProvider, Kafka, Platform, Pods, RedisProvider, Redis, TcpProvider,
  TcpService, Workload, WorkloadStanding,
} from '../../src';
import { expectRefusal, newTcpService, newTopology, newWorkload } from '../support/declare';
import { Declaration, ms } from '../support/topology';

let declared: Declaration;
let collector: HttpService;
beforeEach(() => {
  declared = new Declaration();
  collector = served('collector');
});

function served(id: string): HttpService {
  return new HttpService(declared.topology, id, { provider: HttpProvider.workload(declared.workload(id), { port: 4318 }) });
}

function cache(): Redis {
  return new Redis(declared.topology, 'cache', { provider: RedisProvider.workload(declared.workload('cache')) });
}

const standing = (id: string, of: WorkloadStanding) => newWorkload(declared.topology, id, { standing: of });
const named = (dependencies: readonly Dependency[]) => dependencies.map(({ name }) => name);
const all = () => named(declared.topology._peek().dependencies);

test('every workload calls the service, those declared later too, and not the one that provides it', () => {
  declared.workload('web');
  declared.topology.everyWorkloadCalls(collector, { criticality: Criticality.OPTIONAL });
  declared.workload('api');
  expect(all()).toEqual(['api calls collector', 'web calls collector']);
  expect(declared.topology.read().dependencies.map(({ policy }) => policy.criticality)).toEqual(['optional', 'optional']);
});

test('those that are ruled from here, guarded or not yet, and neither a gateway nor somebody else\'s', () => {
  standing('moving', WorkloadStanding.MIGRATING);
  standing('theirs', WorkloadStanding.FOREIGN);
  new Gateway(declared.topology, 'door', { pods: Pods.fromLabels({ labels: { app: 'door' } }) });
  declared.topology.everyWorkloadCalls(collector);
  expect(all()).toEqual(['moving calls collector']);
});

test('is a dependency like one of each workload, with its path, in every query of the graph', () => {
  const web = declared.workload('web');
  declared.topology.everyWorkloadUses(cache());
  const graph = declared.topology.read();
  const [, ofWeb] = graph.dependencies;
  expect(graph.dependencies.map(({ path }) => path)).toEqual(['test/shop/workloads/collector uses cache', 'test/shop/workloads/web uses cache']);
  expect([graph.dependenciesOf(web), graph.dependenciesOn(ofWeb.service)[1], graph.bindingsOf(web)[0].name]).toEqual([[ofWeb], ofWeb, 'cache']);
});

test('a workload\'s own word comes first, whatever its verb and whenever it is said', () => {
  const socket = new TcpService(declared.topology, 'socket', { provider: TcpProvider.workload(declared.workload('server'), { port: 7000 }) });
  declared.topology.everyWorkloadCalls(collector, { timeout: ms(100) });
  declared.topology.everyWorkloadCalls(socket);
  const web = declared.workload('web');
  web.calls(collector, { timeout: ms(200) });
  web.uses(socket);
  const own = declared.topology.read().dependenciesOf(web);
  expect([named(own), own[0].policy.timeout?.toMilliseconds()]).toEqual([['web calls collector', 'web uses socket'], 200]);
});

test('two services that everybody waits for do not wait for each other, unless one says so', () => {
  declared.topology.everyWorkloadUses(cache());
  declared.topology.everyWorkloadCalls(collector);
  declared.workload('web');
  expect(all()).toEqual(['web calls collector', 'web uses cache']);
  expect(declared.found('BST305')).toEqual([]);
});

test('what nobody waits for is sent by those too that everybody waits for, and closes no circle', () => {
  declared.topology.everyWorkloadCalls(collector, { interaction: InteractionModel.FIRE_AND_FORGET });
  declared.topology.everyWorkloadUses(cache());
  expect(all()).toEqual(['cache calls collector', 'collector uses cache']);
  expect(declared.found('BST305')).toEqual([]);
});

test('who provides one of them may use the other by its own word', () => {
  const store = cache();
  declared.topology.everyWorkloadUses(store);
  declared.topology.everyWorkloadCalls(collector);
  (collector.locator.workload as Workload).uses(store);
  expect(all()).toEqual(['collector uses cache']);
});

test('a service outside is called by all', () => {
  declared.topology.everyWorkloadCalls(declared.external('flags'));
  expect(all()).toEqual(['collector calls flags']);
});

test('a finding about it is told and acknowledged where the workload depends', () => {
  const web = declared.workload('web');
  declared.topology.everyWorkloadCalls(collector, { timeout: ms(100) });
  const [dependency] = declared.topology.read().dependenciesOf(web);
  new Platform(declared.chart, 'platform', { topology: declared.topology });
  expect(declared.findings('BST616').map(({ path }) => path)).toEqual(['web calls collector']);
  declared.topology.acknowledge('BST616', dependency, 'there is no mesh in this test');
  expect(declared.findings('BST616')).toEqual([]);
});

test('what was said of it stays, whatever becomes of the options', () => {
  const containers = ['app'];
  declared.topology.everyWorkloadCalls(collector, { containers });
  containers.push('other');
  declared.workload('web');
  expect(declared.topology.read().dependencies[0].policy.containers).toEqual(['app']);
});

test('BST006: refuses a second word about the service, with the other verb too', () => {
  const socket = newTcpService(declared.topology, 'socket');
  declared.topology.everyWorkloadUses(socket);
  for (const [verb, declare] of [['uses', () => declared.topology.everyWorkloadUses(socket)], ['calls', () => declared.topology.everyWorkloadCalls(socket)]] as const) {
    expectRefusal(declare, 'BST006', `test/shop/every workload ${verb} socket`, '"every workload uses socket" is declared already', 'in one declaration');
  }
});

test.each<[string, (theirs: HttpService) => unknown]>([
  ['BST003', theirs => declared.topology.everyWorkloadCalls(theirs)],
  ['BST618', () => declared.topology.everyWorkloadUses(collector)],
  ['BST618', () => declared.topology.everyWorkloadUses(new Kafka(declared.topology, 'collector-2', { provider: KafkaProvider.strimzi({ cluster: 'a' }) }))],
  ['BST009', () => declared.topology.everyWorkloadCalls(collector, { timeout: ms(0) })],
  ['BST009', () => declared.topology.everyWorkloadCalls(collector, { connectTimeout: ms(0) })],
  ['BST701', () => declared.topology.everyWorkloadCalls(collector, { operations: ['none'] })],
  ['BST801', () => declared.topology.everyWorkloadCalls(collector, { bindingName: 'Not a name' })],
])('%s: refuses at once what no workload could declare, and holds nothing of it', (code, declare) => {
  const shop = newTopology('other', 'other');
  const theirs = new HttpService(shop, 'theirs', { provider: HttpProvider.workload(newWorkload(shop, 'theirs')) });
  expect(() => declare(theirs)).toThrow(new RegExp(`^${code} test/shop/every workload (calls|uses) `));
  declared.workload('web');
  expect(all()).toEqual([]);
});

test('BST012: refuses to be said after an output has read the topology', () => {
  const late: CallOptions = {};
  declared.topology.read();
  expectRefusal(() => declared.topology.everyWorkloadCalls(collector, late), 'BST012', 'test/shop', '"every workload calls collector" was declared after');
});

test('thousands of workloads and services cost what their dependencies cost', () => {
  const outside = Array.from({ length: 10 }, (_, nth) => declared.external(`outside-${nth}`));
  for (const service of outside) declared.topology.everyWorkloadCalls(service);
  declared.workloads(...Array.from({ length: 1000 }, (_, nth) => `w${nth}`));
  expect(declared.topology.read().dependencies).toHaveLength(10 * 1001);
});
