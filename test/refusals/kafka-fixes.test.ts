import { App, Chart, Duration } from 'cdk8s';
import {
  CleanupPolicy, Credential, ExternalKafkaProps, Finding, Kafka, KafkaProvider, KafkaTopicOptions, Platform, Pods, SaslMechanism, Secrets,
  StrimziKafka, Subject, Tls, Topology, Workload,
} from '../../src';
import { TopologyError } from '../../src/private/topology-error';
import { newTcpService, newTopology, Queue, vault } from '../support/declare';

/** An app whose topologies all have the outputs that there are. */
class Apps {
  private readonly app = new App();
  private readonly topologies: Topology[] = [];

  public topology(): Topology {
    const topology = new Topology(new Chart(this.app, `chart-${this.topologies.length}`, { namespace: 'shop' }), 'shop');
    this.topologies.push(topology);
    return topology;
  }

  /** What is found in it, warnings too. */
  public findings(): Finding[] {
    for (const topology of this.topologies) new Platform(topology.node.scope!, 'platform', { topology, secrets: Secrets.externalSecrets() });
    return this.topologies.flatMap(({ findings }) => findings);
  }
}

type Declare = (topology: Topology, app: Apps) => unknown;

const kafka = (topology: Topology, id = 'kafka', cluster = 'events') =>
  new Kafka(topology, id, { provider: KafkaProvider.strimzi({ cluster, namespace: 'kafka' }) });
const workload = (topology: Topology, name: string) =>
  new Workload(topology, name, { pods: Pods.fromLabels({ labels: { app: name }, serviceAccountName: name }) });
const topic = (options: KafkaTopicOptions): Declare => topology => kafka(topology).topic('orders', options);
const minInSync = (least: string, replicas: number) => topic({ replicas, settings: { 'min.insync.replicas': least } });

/** Two topics of one cluster. */
const topics = (one: string, declare: (cluster: Kafka) => unknown): Declare => topology => {
  const cluster = kafka(topology);
  cluster.topic('one', { topicName: one });
  declare(cluster);
};

/** `orders` and `audit` read one topic. */
const groups = (orders?: string, audit?: string): Declare => topology => {
  const read = kafka(topology).topic('created');
  workload(topology, 'orders').consumes(read, { consumerGroup: orders });
  workload(topology, 'audit').consumes(read, { consumerGroup: audit });
};

/** One workload reads topics of these ids with these groups. */
const reading = (...reads: [id: string, topicName: string, group: string][]): Declare => topology => {
  const cluster = kafka(topology);
  const reader = workload(topology, 'orders');
  for (const [id, topicName, consumerGroup] of reads) reader.consumes(cluster.topic(id, { topicName }), { consumerGroup });
};

/** `orders` publishes from as many topologies. */
const publishing = (...ids: string[][]): Declare => (first, app) => ids.forEach((those, i) => {
  const topology = i === 0 ? first : app.topology();
  const orders = new Workload(topology, 'orders', { pods: Pods.fromLabels({ labels: { app: `orders-${i}` }, serviceAccountName: 'orders' }) });
  const cluster = kafka(topology);
  for (const id of those) orders.publishes(cluster.topic(id));
});

const managed = (options: KafkaTopicOptions, reason?: string): Declare => topology => {
  const provider = KafkaProvider.external({ bootstrapServers: ['b.example.com:9096'], credentials: vault.secret('kafka') });
  new Kafka(topology, 'kafka', { provider }).topic('orders', options);
  if (reason !== undefined) topology.acknowledge('BST616', Subject.of(topology), reason);
};

const queue = (consumerGroup?: string): Declare => topology => workload(topology, 'orders').consumes(new Queue(newTcpService(topology, 'rabbit'), 'jobs'), { consumerGroup });
const published = (transactionalIdPrefix?: string): Declare => topology => workload(topology, 'orders').publishes(new Queue(newTcpService(topology, 'rabbit'), 'jobs'), { transactionalIdPrefix });
const neighbour = (props: { mechanism?: SaslMechanism; credentials?: Credential }): Declare => topology =>
  new Kafka(topology, 'kafka', { provider: KafkaProvider.inCluster({ service: 's', namespace: 'n', ...props }) });

const outside = (props: Partial<ExternalKafkaProps>): Declare => topology =>
  new Kafka(topology, 'kafka', { provider: KafkaProvider.external({ bootstrapServers: ['b.example.com:9092'], ...props }) });
const certified = vault.secret('kafka', { 'client-certificate': 'c', 'private-key': 'k' });

const given = (labels: Record<string, string>): Declare => topology => {
  kafka(topology).topic('orders');
  new StrimziKafka(topology.node.scope!, 'labelled', { topology: newTopology(), labels });
};

/** What is wrong, and whatever its message says to do about it. */
const ROWS: [code: string, what: string, wrong: Declare, ...fixes: [does: string, declare: Declare][]][] = [
  ['BST010', 'more copies due than there are', minInSync('3', 2), ['within these bounds', minInSync('2', 2)]],
  ['BST017', 'a mechanism for nobody', neighbour({ mechanism: SaslMechanism.PLAIN }),
    ['give the credentials', neighbour({ mechanism: SaslMechanism.PLAIN, credentials: vault.secret('kafka') })], ['leave the mechanism out', neighbour({})]],
  ['BST017', 'a certificate in the clear', outside({ tls: Tls.NONE, credentials: certified }),
    ['let clients start TLS, by Tls.byClient()', outside({ tls: Tls.byClient(), credentials: certified })], ['or leave these parts out', outside({ tls: Tls.NONE })]],
  ['BST019', 'topics told by one variable', reading(['order.created', 'order.created', 'g'], ['order-created', 'order-created', 'h']),
    ['give the topic another id', reading(['order.created', 'order.created', 'g'], ['made', 'order-created', 'h'])],
    ['one consumerGroup', reading(['order.created', 'order.created', 'g'], ['order-created', 'order-created', 'g'])]],
  ['BST419', 'one topic twice', topics('orders', cluster => cluster.topic('two', { topicName: 'orders' })),
    ['elsewhere as an existing one', topics('orders', cluster => cluster.existingTopic('two', { topicName: 'orders' }))],
    ['another topicName', topics('orders', cluster => cluster.topic('two', { topicName: 'Orders' }))]],
  ['BST419', 'names that metrics confuse', topics('order.created', cluster => cluster.topic('two', { topicName: 'order_created' })),
    ['differs in more than', topics('order.created', cluster => cluster.topic('two', { topicName: 'orders_created' }))]],
  ['BST420', 'a group of a queue', queue('mine'), ['leave consumerGroup out', queue()]],
  ['BST421', 'a setting that Kafka does not know', topic({ settings: { 'retention.msec': '1' } }), ['use one of these', topic({ settings: { 'retention.ms': '1' } })]],
  ['BST421', 'an option as a setting', topic({ settings: { partitions: '3' } }), ['as options', topic({ partitions: 3 })]],
  ['BST421', 'a setting said twice', topic({ cleanupPolicy: CleanupPolicy.DELETE, settings: { 'cleanup.policy': 'delete' } }),
    ['say it once, in the settings', topic({ settings: { 'cleanup.policy': 'delete' } })], ['or as options', topic({ cleanupPolicy: CleanupPolicy.DELETE })]],
  ['BST421', 'a setting of two lines', topic({ settings: { 'retention.ms': '1\n' } }),
    ['printable text on one line', topic({ settings: { 'retention.ms': '1' } })], ['as options', topic({ retention: Duration.days(7) })]],
  ['BST422', 'a group of another', groups(undefined, 'shop.orders'),
    ['name another consumerGroup', groups(undefined, 'audit')], ['name it at', groups('shop.orders', 'shop.orders')]],
  ['BST424', 'a transaction of Kafka on a queue', published('orders-'), ['leave transactionalIdPrefix out', published()]],
  ['BST425', 'a cluster for all objects', given({ 'strimzi.io/cluster': 'other' }), ['leave "strimzi.io/cluster" out', given({ team: 'shop' })]],
  ['BST423', 'topics of one id in a namespace', topology => ['a', 'b'].map(name => kafka(topology, name, name).topic('orders')),
    ['another id', topology => [kafka(topology, 'a', 'a').topic('orders'), kafka(topology, 'b', 'b').topic('orders-b', { topicName: 'orders' })]]],
  ['BST423', 'a workload in two topologies', publishing(['created'], ['paid']), ['in one topology', publishing(['created', 'paid'])]],
  ['BST616', 'partitions of a managed topic', managed({ partitions: 3 }),
    ['acknowledge', managed({ partitions: 3 }, 'the owner has made it so')], ['take it out', managed({})]],
  ['BST618', 'a call of a broker', topology => workload(topology, 'orders').calls(kafka(topology)),
    ['publishes() to its topics', topology => workload(topology, 'orders').publishes(kafka(topology).topic('created'))],
    ['or consumes() from them', topology => workload(topology, 'orders').consumes(kafka(topology).topic('created'))]],
];

const FIXES = ROWS.flatMap(([code, what, , ...fixes]) => fixes.map(([does, declare]) => [code, what, does, declare] as const));

test.each(ROWS)('%s: %s is found, and each way out is told', (code, _, wrong, ...fixes) => {
  const { codes, message } = outcome(wrong);
  expect(codes).toContain(code);
  for (const [does] of fixes) expect(message).toContain(does);
});

test.each(FIXES)('%s: after %s, "%s" leaves nothing to find', (_code, _what, _does, declare) => expect(outcome(declare)).toEqual({ codes: [], message: '' }));

/** The codes and fixes of what is found, or of the one refusal. */
function outcome(declare: Declare): { codes: string[]; message: string } {
  const app = new Apps();
  try {
    declare(app.topology(), app);
    const findings = app.findings();
    return { codes: findings.map(({ code }) => code), message: findings.map(({ fix }) => fix).join('\n') };
  } catch (error) {
    if (!(error instanceof TopologyError)) throw error;
    return { codes: [error.code], message: error.message };
  }
}
