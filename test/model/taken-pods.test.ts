import { ApiObject, App, Chart } from 'cdk8s';
import { Kafka, KafkaProvider, Platform, Pods, Postgres, PostgresProvider, Topology, Workload } from '../../src';
import { newWorkload } from '../support/declare';
import { deployment } from '../support/emitted';

const PG = { 'cnpg.io/cluster': 'orders' };
const KAFKA = { 'strimzi.io/cluster': 'events', 'strimzi.io/kind': 'Kafka', 'strimzi.io/name': 'events-kafka' };
const CARRIES = 'its pods in namespace shop carry "cnpg.io/cluster=orders", by which the pods of cloudnative-pg\'s resource "orders" are found; give its pods other labels';

let chart: Chart;
let topology: Topology;
beforeEach(() => {
  chart = new Chart(new App(), 'chart', { namespace: 'shop' });
  topology = new Topology(chart, 'shop');
  newWorkload(topology, 'web').uses(new Postgres(topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders' }) }));
  new Kafka(topology, 'events', { provider: KafkaProvider.strimzi({ cluster: 'events' }) });
});

const found = (of = topology) => of.findings.filter(({ code }) => code === 'BST524').map(({ severity, path, problem, fix }) => `${severity} ${path}: ${problem}; ${fix}`);
const workload = (labels: Record<string, string>, of = topology, namespace?: string) => new Workload(of, 'evil', { pods: Pods.fromLabels({ labels, namespace }) });
const object = (labels: object, scope = chart, kind = 'Deployment') =>
  new ApiObject(scope, 'evil', { apiVersion: 'apps/v1', kind, metadata: { name: 'evil' }, spec: { template: { metadata: { labels }, spec: { containers: [] } } } });

test.each([PG, { ...PG, app: 'evil' }])('BST524: finds a workload whose pods are taken for those of an operator: %j', labels => {
  workload(labels);
  expect(found()).toEqual([`error chart/shop/workloads/evil: ${CARRIES}`]);
});

test('BST524: finds one version of them, and a workload of another topology', () => {
  const other = new Topology(chart, 'other');
  new Workload(other, 'evil', { pods: Pods.fromLabels({ labels: { app: 'evil' }, versions: [{ name: 'a', labels: { v: 'a' } }, { name: 'b', labels: { v: 'b', ...PG } }] }) });
  expect(found(other)).toEqual([`error chart/other/workloads/evil: ${CARRIES}`]);
});

test('BST524: finds a workload whose selector takes in an operator\'s pods', () => {
  workload({ 'strimzi.io/cluster': 'events' });
  expect(found()).toEqual(['error chart/shop/workloads/evil: it selects "strimzi.io/cluster=events", which are on the pods of strimzi\'s resource "events" too; select its pods by a label of their own']);
});

test('BST524: finds pods that no topology knows; those of a workload are told of the workload', () => {
  object(PG);
  const made = deployment(chart, 'known');
  for (const [key, value] of Object.entries(KAFKA)) made.podMetadata.addLabel(key, value);
  new Workload(topology, 'known', { pods: Pods.of(made) });
  expect(found().map(text => text.split(': ')[0])).toEqual(['error chart/evil', 'error chart/shop/workloads/known']);
});

test('BST524: warns of pods that name no namespace', () => {
  object(PG, new Chart(chart.node.root as App, 'plain'), 'Rollout');
  expect(found()).toEqual([`warning plain/evil: ${CARRIES}`]);
});

test.each<[string, () => unknown]>([
  ['another cluster\'s label', () => workload({ 'cnpg.io/cluster': 'other' })], ['the namespace of somebody else', () => workload(PG, topology, 'elsewhere')],
  ['some of several labels', () => workload({ 'strimzi.io/cluster': 'events', 'app': 'mirror' })], ['an object without pods', () => new ApiObject(chart, 'x', { apiVersion: 'v1', kind: 'Service' })],
])('accepts %s', (_, declare) => {
  declare();
  expect(found()).toEqual([]);
});

test('BST524: finds pods beside a single operator, and none of an object in another namespace', () => {
  const alone = new Chart(new App(), 'chart', { namespace: 'shop' });
  const one = new Topology(alone, 'one');
  new Postgres(one, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders' }) });
  object(PG, alone);
  object(PG, new Chart(alone.node.root as App, 'elsewhere', { namespace: 'elsewhere' }));
  new Platform(alone, 'platform', { topology: one });
  expect(found(one)).toEqual([`error chart/evil: ${CARRIES}`]);
});
