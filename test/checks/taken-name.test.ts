import { ApiObject, App, Chart } from 'cdk8s';
import {
  HttpProvider, HttpService, Kafka, KafkaProvider, Locator, Platform, Pods, Postgres, PostgresProvider, Provision, Redis, RedisProvider,
  Secrets, TcpProvider, TcpService, Topology, Workload,
} from '../../src';
import { given } from '../../src/backing-services/given';
import { newWorkload, vault } from '../support/declare';

/** An app with CloudNativePG's cluster `orders` and Strimzi's `events` in namespace `shop`, each with a consumer. */
class Operated {
  public readonly app = new App();
  public readonly chart = new Chart(this.app, 'chart', { namespace: 'shop' });
  public readonly topology = new Topology(this.chart, 'shop');

  constructor() {
    const web = newWorkload(this.topology, 'web');
    web.uses(new Postgres(this.topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders' }) }));
    web.publishes(new Kafka(this.topology, 'events', { provider: KafkaProvider.strimzi({ cluster: 'events' }) }).topic('created'));
  }

  public object(apiVersion: string, kind: string, name: string, rest: object = {}, chart = this.chart): ApiObject {
    return new ApiObject(chart, `${kind} ${name}`, { apiVersion, kind, metadata: { name }, ...rest });
  }

  public found(...others: Topology[]): string[] {
    new Platform(this.chart, 'platform', { topology: this.topology, secrets: Secrets.externalSecrets() });
    return [this.topology, ...others].flatMap(({ findings }) => findings).filter(({ code }) => code === 'BST524').map(({ severity, path, problem, fix }) => `${severity} ${path}: ${problem}; ${fix}`);
  }
}

const PG = 'which cloudnative-pg makes for its resource "orders"';
const KAFKA = 'which strimzi makes for its resource "events"';
const RENAME = 'give it another name';

test.each<[string, string, string, object, string]>([
  ['v1', 'Service', 'orders-rw', {}, `Service "orders-rw" in namespace shop, ${PG}`],
  ['v1', 'Service', 'orders-r', {}, `Service "orders-r" in namespace shop, ${PG}`],
  ['v1', 'Endpoints', 'orders-ro', {}, `Service "orders-ro" in namespace shop, ${PG}`],
  ['v1', 'Secret', 'orders-server', {}, `Secret "orders-server" in namespace shop, ${PG}`],
  ['v1', 'Secret', 'orders-superuser', {}, `Secret "orders-superuser" in namespace shop, ${PG}`],
  ['v1', 'Secret', 'orders-app', {}, `Secret "orders-app" in namespace shop, ${PG}`],
  ['external-secrets.io/v1', 'ExternalSecret', 'harmless', { spec: { target: { name: 'orders-app' } } }, `Secret "orders-app" in namespace shop, ${PG}`],
  ['cert-manager.io/v1', 'Certificate', 'harmless', { spec: { secretName: 'orders-ca' } }, `Secret "orders-ca" in namespace shop, ${PG}`],
  ['v1', 'Service', 'events-kafka-bootstrap', {}, `Service "events-kafka-bootstrap" in namespace shop, ${KAFKA}`],
  ['bitnami.com/v1alpha1', 'SealedSecret', 'events-cluster-ca-cert', {}, `Secret "events-cluster-ca-cert" in namespace shop, ${KAFKA}`],
  ['v1', 'Secret', 'events-clients-ca', {}, `Secret "events-clients-ca" in namespace shop, ${KAFKA}`],
  ['v1', 'Secret', 'shop.web.events', {}, 'Secret "shop.web.events" in namespace shop, which comes of chart/platform/kafka/KafkaUser shop.shop.web.events'],
])('BST524: finds a %s %s %s of somebody else beside an operator that makes it: %j', (apiVersion, kind, name, rest, taken) => {
  const declared = new Operated();
  declared.object(apiVersion, kind, name, rest);
  expect(declared.found()).toEqual([`error chart/${kind} ${name}: it gives out the ${taken}; ${RENAME}`]);
});

test('BST524: finds endpoints that are added to an operator\'s Service', () => {
  const declared = new Operated();
  new ApiObject(declared.chart, 'slice', { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', metadata: { name: 'x', labels: { 'kubernetes.io/service-name': 'orders-rw' } } });
  expect(declared.found()).toEqual([`error chart/slice: it gives out the Service "orders-rw" in namespace shop, ${PG}; ${RENAME}`]);
});

test('BST524: finds a service of another topology that takes the name, whether its Service is made or there already', () => {
  const declared = new Operated();
  const other = new Topology(new Chart(declared.app, 'other', { namespace: 'shop' }), 'other');
  const evil = newWorkload(other, 'evil');
  new TcpService(other, 'orders-rw', { provider: TcpProvider.workload(evil, { port: 5432 }) });
  new HttpService(other, 'innocent', { provider: HttpProvider.workload(evil, { existingService: 'orders-ro' }) });
  expect(declared.found(other)).toEqual(['innocent', 'orders-rw'].map(id =>
    `error other/other/${id}: it gives out the Service "${id === 'innocent' ? 'orders-ro' : id}" in namespace shop, ${PG}; ${RENAME}`));
});

test('BST524: finds a binding whose own Secret would take the name, in any topology', () => {
  const declared = new Operated();
  const chart = new Chart(declared.app, 'other', { namespace: 'shop' });
  const other = new Topology(chart, 'other');
  newWorkload(other, 'orders').uses(new Redis(other, 'app', { provider: RedisProvider.external({ host: 'c.example.com', credentials: vault.secret('c') }) }));
  new Platform(chart, 'platform', { topology: other, secrets: Secrets.externalSecrets() });
  expect(declared.found(other)).toEqual(['error other/platform/bindings/ExternalSecret shop.orders-app: it gives out the Secret "orders-app" in namespace shop, '
    + `${PG}; give the binding that it is supplied for another bindingName`]);
});

test('BST524: warns of an object that names no namespace', () => {
  const declared = new Operated();
  declared.object('v1', 'Service', 'orders-rw', {}, new Chart(declared.app, 'plain'));
  new Postgres(declared.topology, 'other', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders', namespace: 'elsewhere' }) });
  expect(declared.found()).toEqual([expect.stringMatching(/^warning plain\/Service orders-rw: it gives out the Service/)]);
});

test('BST524: holds for an operator of somebody else, and for what its provider names besides', () => {
  const chart = new Chart(new App(), 'chart', { namespace: 'shop' });
  const topology = new Topology(chart, 'shop');
  const locator = Locator.ofOperator({ operator: 'dragonfly', resource: 'df', namespace: 'shop', podLabels: { app: 'df' }, addresses: [{ service: 'df', port: 6379 }] });
  const provision = new Provision({ locator, furtherServices: ['df-admin'], furtherSecrets: ['df-tls'] });
  newWorkload(topology, 'web').uses(new Redis(topology, 'cache', { provider: given(RedisProvider, () => provision) }));
  for (const [kind, name] of [['Service', 'df'], ['Service', 'df-admin'], ['Secret', 'df-tls'], ['Secret', 'df']]) {
    new ApiObject(chart, `${kind} ${name}`, { apiVersion: 'v1', kind, metadata: { name } });
  }
  expect(topology.findings.filter(({ code }) => code === 'BST524').map(({ path }) => path)).toEqual(['chart/Secret df-tls', 'chart/Service df', 'chart/Service df-admin']);
});

test.each<[string, (declared: Operated) => unknown]>([
  ['other names', declared => [declared.object('v1', 'Service', 'orders'), declared.object('v1', 'Secret', 'orders')]],
  ['a Service of a Secret\'s name', declared => declared.object('v1', 'Service', 'orders-app')],
  ['another namespace', declared => declared.object('v1', 'Service', 'orders-rw', {}, new Chart(declared.app, 'elsewhere', { namespace: 'elsewhere' }))],
  ['another kind of that name', declared => declared.object('serving.knative.dev/v1', 'Service', 'orders-rw')],
  ['slices of another API', declared => declared.object('example.com/v1', 'EndpointSlice', 'x', { metadata: { labels: { 'kubernetes.io/service-name': 'orders-rw' } } })],
  ['the same cluster in another topology', declared => new Postgres(new Topology(declared.chart, 'two'), 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders' }) })],
  ['pods of its own', declared => new Workload(declared.topology, 'orders', { pods: Pods.fromLabels({ labels: { app: 'orders' } }) })],
])('accepts %s', (_, declare) => {
  const declared = new Operated();
  declare(declared);
  expect(declared.found()).toEqual([]);
});

test('the authority that a cluster was told of is whoever\'s makes it', () => {
  const chart = new Chart(new App(), 'chart', { namespace: 'shop' });
  const topology = new Topology(chart, 'shop');
  newWorkload(topology, 'web').uses(new Postgres(topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders', caSecret: 'own-ca' }) }));
  new ApiObject(chart, 'ca', { apiVersion: 'cert-manager.io/v1', kind: 'Certificate', metadata: { name: 'ca' }, spec: { secretName: 'own-ca' } });
  expect(topology.findings).toEqual([]);
});
