import { App, Chart } from 'cdk8s';
import { ServiceAccount } from 'cdk8s-plus-28';
import { Kafka, KafkaProvider, Pods, Postgres, PostgresProvider, Topology, Workload } from '../../src';
import { newWorkload } from '../support/declare';
import { deployment, podsByHand } from '../support/emitted';

let chart: Chart;
let topology: Topology;
beforeEach(() => {
  chart = new Chart(new App(), 'chart', { namespace: 'shop' });
  topology = new Topology(chart, 'shop');
});

const postgres = (serviceAccountName?: string) => new Postgres(topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders', serviceAccountName }) });
const workload = (serviceAccountName: string, namespace?: string) => newWorkload(topology, 'web', { serviceAccountName, namespace });
const found = () => topology.findings.filter(({ code }) => code === 'BST524').map(({ severity, path, problem, fix }) => `${severity} ${path}: ${problem}; ${fix}`);
const runsAs = (account: string, whose: string) => `its pods run as ServiceAccount "${account}" in namespace shop, as those of ${whose} do: each may do what the other may; `
  + 'give it a ServiceAccount of its own, or the operator\'s resource another';
const PG = 'cloudnative-pg\'s resource "orders"';

test('BST524: finds a workload that runs as an operator\'s pods do, once for all topologies that know these', () => {
  postgres();
  new Postgres(new Topology(chart, 'two'), 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders' }) });
  workload('orders');
  expect(found()).toEqual([`error chart/shop/workloads/web: ${runsAs('orders', PG)}`]);
});

test('BST524: finds one that runs as the account that the operator was told of', () => {
  postgres('robot');
  workload('robot');
  expect(found()).toEqual([`error chart/shop/workloads/web: ${runsAs('robot', PG)}`]);
});

test.each(['kafka', 'entity-operator', 'kafka-exporter', 'cruise-control'])('BST524: finds one that runs as Strimzi\'s <cluster>-%s', ending => {
  new Kafka(topology, 'events', { provider: KafkaProvider.strimzi({ cluster: 'events' }) });
  workload(`events-${ending}`);
  expect(found()).toEqual([`error chart/shop/workloads/web: ${runsAs(`events-${ending}`, 'strimzi\'s resource "events"')}`]);
});

test('BST524: finds pods that no topology knows, and warns of those in no namespace', () => {
  postgres();
  podsByHand(chart, 'evil', { app: 'evil' }, 'orders');
  podsByHand(new Chart(chart.node.root as App, 'plain'), 'evil', { app: 'evil' }, 'orders');
  expect(found()).toEqual([`error chart/evil: ${runsAs('orders', PG)}`, `warning plain/evil: ${runsAs('orders', PG)}`]);
});

test('BST524: tells of a workload and its object once', () => {
  postgres();
  const made = deployment(chart, 'web', { serviceAccount: ServiceAccount.fromServiceAccountName(chart, 'account', 'orders') });
  new Workload(topology, 'web', { pods: Pods.of(made) });
  expect(found().map(text => text.split(': ')[0])).toEqual(['error chart/shop/workloads/web']);
});

test('BST524: finds an object whose pods have the labels of a workload and another account than that', () => {
  postgres();
  newWorkload(topology, 'web', { serviceAccountName: 'web' });
  podsByHand(chart, 'evil', { app: 'web' }, 'orders');
  expect(found()).toEqual([`error chart/evil: ${runsAs('orders', PG)}`]);
});

test('BST524: tells of pods in no namespace once, whichever of many operators they would be taken for', () => {
  for (const namespace of ['a', 'b', 'c']) new Postgres(topology, namespace, { provider: PostgresProvider.cloudNativePg({ cluster: 'orders', namespace }) });
  podsByHand(new Chart(chart.node.root as App, 'plain'), 'evil', { 'cnpg.io/cluster': 'orders' }, 'orders');
  expect(found().map(text => text.split(': ')[0])).toEqual(['warning plain/evil', 'warning plain/evil']);
});

test.each<[string, () => unknown]>([
  ['another account', () => postgres() && workload('web')], ['the cluster\'s name, where its account is another', () => postgres('robot') && workload('orders')],
  ['another namespace', () => postgres() && workload('orders', 'office')], ['pods of another account', () => postgres() && podsByHand(chart, 'x', { app: 'x' })],
])('accepts %s', (_, declare) => {
  declare();
  expect(found()).toEqual([]);
});
