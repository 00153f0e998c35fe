import { ApiObject, App, Chart } from 'cdk8s';
import {
  EnvNames,
  Kafka, KafkaProvider, KubernetesSecret, Platform, Pods, Postgres, PostgresProvider, Redis, RedisProvider, Secrets, Subject, Topology, Workload,
} from '../../src';
import { newWorkload, vault } from '../support/declare';
import { deployment } from '../support/emitted';

const FIX = 'declare what the workload itself depends on, which gives it a credential of its own';

/** Workload `orders` in namespace `shop` has a cache and publishes to Kafka in namespace `kafka`; `billing` lives beside Kafka. */
class Owning {
  public readonly app = new App();
  public readonly chart = new Chart(this.app, 'chart', { namespace: 'shop' });
  public readonly topology = new Topology(this.chart, 'shop');
  public readonly other = new Topology(new Chart(this.app, 'evil', { namespace: 'shop' }), 'other');
  public readonly redis = new Redis(this.topology, 'cache', { provider: RedisProvider.external({ host: 'c.example.com', credentials: vault.secret('c') }) });

  constructor(pods?: Pods) {
    const created = new Kafka(this.topology, 'events', { provider: KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }) }).topic('created');
    const orders = newWorkload(this.topology, 'orders', { pods });
    orders.uses(this.redis);
    orders.publishes(created);
    newWorkload(this.topology, 'billing', { pods: Pods.fromLabels({ labels: { app: 'billing' }, namespace: 'kafka' }) }).consumes(created);
  }

  /** A workload `evil` that refers to the Secret as one of somebody's. */
  public refers(secret: string, topology = this.other, namespace?: string): void {
    const credentials = KubernetesSecret.existing(secret, { reason: 'made by the data team' }).credential({ uri: 'uri' });
    const evil = newWorkload(topology, 'evil', { pods: Pods.fromLabels({ labels: { app: 'evil' }, namespace }) });
    evil.uses(new Postgres(topology, 'db', { provider: PostgresProvider.external({ host: 'd.example.com', database: 'd', credentials }) }));
  }

  public found(): string[] {
    for (const topology of [this.topology, this.other]) new Platform(topology.node.scope as Chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
    return [this.topology, this.other].flatMap(({ findings }) => findings).filter(({ code }) => code === 'BST525')
      .map(({ severity, path, problem, fix }) => `${severity} ${path}: ${problem}; ${fix}`);
  }
}

test('BST525: finds the Secret of a server, whose reader could stand in for it', () => {
  const declared = new Owning();
  const serverEnvNames = EnvNames.map({ REDIS_PASSWORD: '{password}' });
  new Redis(declared.topology, 'dev', { provider: RedisProvider.workload(newWorkload(declared.topology, 'redis'), { credentials: vault.secret('dev'), serverEnvNames }) });
  declared.refers('redis-dev');
  expect(declared.found()).toEqual([`error evil/other/workloads/evil uses db: it reads the Secret "redis-dev" in namespace shop, which is made for chart/shop/workloads/redis to run dev; ${FIX}`]);
});

const EVIL = 'evil/other/workloads/evil uses db: it reads the Secret';

test.each([
  ['orders-cache', undefined, 'shop', 'is made for chart/shop/workloads/orders to enter cache'],
  ['orders.kafka.events-kafka', undefined, 'shop', 'is made for chart/shop/workloads/orders to enter events'],
  ['kafka.billing.events', 'kafka', 'kafka', 'is made for chart/shop/workloads/billing to enter events'],
  ['shop.orders.events', 'kafka', 'kafka', 'comes of chart/platform/kafka/KafkaUser kafka.shop.orders.events, for one consumer elsewhere'],
])('BST525: finds a credential that refers to the Secret %s of another consumer, across topologies', (secret, namespace, read, whose) => {
  const declared = new Owning();
  declared.refers(secret, declared.other, namespace);
  expect(declared.found()).toEqual([`error ${EVIL} "${secret}" in namespace ${read}, which ${whose}; ${FIX}`]);
});

test('BST525: finds one within a topology; where a store fills the Secret, that is BST519', () => {
  const declared = new Owning();
  declared.refers('orders.kafka.events-kafka', declared.topology);
  expect(declared.found()).toEqual([expect.stringContaining('uses db: it reads the Secret "orders.kafka.events-kafka"')]);
  const stored = new Owning();
  stored.refers('orders-cache', stored.topology);
  expect(stored.found()).toEqual([]);
  expect(stored.topology.findings.map(({ code }) => code)).toEqual(['BST519']);
});

const pods = (secret: string, labels: object = { app: 'evil' }) => ({ spec: { template: { metadata: { labels }, spec: { volumes: [{ name: 'v', secret: { secretName: secret } }] } } } });
const object = (scope: Chart, rest: object) => new ApiObject(scope, 'pods', { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'evil' }, ...rest });

test('BST525: finds pods that read it by a volume or a variable of their own', () => {
  const declared = new Owning();
  object(declared.chart, pods('orders-cache'));
  expect(declared.found()).toEqual([
    `error chart/pods: its pods read the Secret "orders-cache" in namespace shop, which is made for chart/shop/workloads/orders to enter cache; ${FIX}`,
  ]);
});

test('BST525: finds it in the containers of another workload, and not in those that it is told to', () => {
  const chart = new Chart(new App(), 'chart', { namespace: 'shop' });
  const topology = new Topology(chart, 'shop');
  const redis = new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'c.example.com', credentials: vault.secret('c') }) });
  const [orders, evil] = ['orders', 'evil'].map(id => new Workload(topology, id, { pods: Pods.of(deployment(chart, id)) }));
  for (const workload of [orders, evil]) workload.uses(redis);
  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  expect(topology.findings).toEqual([]);
  object(chart, pods('evil-cache', orders.selector));
  expect(topology.findings.map(({ code, path }) => [code, path])).toEqual([['BST525', 'chart/pods'], ['BST806', 'chart/shop/workloads/orders']]);
});

test('BST525: finds it in pods that have only one of the consumer\'s labels', () => {
  const declared = new Owning(Pods.fromLabels({ labels: { app: 'orders', tier: 'back' } }));
  object(declared.chart, pods('orders-cache', { app: 'orders', tier: 'evil' }));
  expect(declared.found()).toEqual([expect.stringMatching(/^error chart\/pods: its pods read the Secret "orders-cache"/)]);
});

test('BST525: warns of pods that name no namespace', () => {
  const declared = new Owning();
  object(new Chart(declared.app, 'plain'), pods('orders-cache'));
  expect(declared.found()).toEqual([expect.stringMatching(/^warning plain\/pods: its pods read the Secret "orders-cache"/)]);
});

test.each<[string, (declared: Owning) => unknown]>([
  ['another Secret', declared => declared.refers('legacy')],
  ['a Secret of that name in another namespace', declared => declared.refers('orders-cache', declared.other, 'elsewhere')],
  ['pods that read another', declared => object(declared.chart, pods('legacy'))],
  ['pods elsewhere', declared => object(new Chart(declared.app, 'elsewhere', { namespace: 'elsewhere' }), pods('orders-cache'))],
  ['the consumer\'s own pods', declared => object(declared.chart, pods('orders-cache', { app: 'orders', tier: 'a' }))],
  ['one credential of a store for two consumers', declared => newWorkload(declared.topology, 'both').uses(declared.redis)],
  ['the same pods, of which another topology knows', declared => newWorkload(declared.other, 'orders').uses(
    new Redis(declared.other, 'again', { provider: RedisProvider.external({ host: 'd.example.com', credentials: KubernetesSecret.existing('orders-cache', { reason: 'of the other topology' }).credential({ uri: 'uri' }) }) }))],
])('accepts %s', (_, declare) => {
  const declared = new Owning();
  declare(declared);
  expect(declared.found()).toEqual([]);
});

test('an acknowledged one fails nothing', () => {
  const declared = new Owning();
  declared.refers('orders-cache');
  declared.other.acknowledge('BST525', Subject.of(declared.other), 'both run for one team, as one');
  expect(declared.found()).toEqual([]);
});
