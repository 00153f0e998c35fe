import {
  Credential, CredentialPart, ExternalKafkaProps, Kafka, KafkaProvider, Locator, Login, Protocol, Provision, ServiceShape, Tls, Topology,
} from '../../src';
import { Declarations } from '../../src/model/declarations';
import { expectRefusal, newKafka, newTopology, newWorkload, readable, survivesHostileText, told, variablesOf, vault } from '../support/declare';

const credentials = vault.secret('shop/kafka');
const known = vault.secret('shop/kafka', { username: 'username', password: 'password', ca: 'ca.pem' });
const managed = (props: Partial<ExternalKafkaProps> = {}, shop: Topology = newTopology()) =>
  new Kafka(shop, 'kafka', { provider: KafkaProvider.external({ bootstrapServers: ['k.example:9092'], credentials, ...props }) });

test.each([managed(), newKafka(newTopology())])('is a broker that clients route to themselves', kafka =>
  expect(kafka).toMatchObject({ bindingType: 'kafka', protocol: Protocol.TCP, shape: ServiceShape.BROKER, clientRouted: true, enforcesReadOnly: false, routes: [] }));

test('tells every bootstrap server, and no broker that a client learns of itself', () => {
  const kafka = managed({ bootstrapServers: ['a.example:9092', 'b.example:9092'], brokerHosts: ['*.kafka.example'], credentials: known });
  expect(readable(told(kafka, newWorkload(newTopology(), 'orders')))).toMatchObject({
    'BROKERS': 'a.example:9092,b.example:9092', 'USERNAME': '{shop/kafka username}', 'CA_FILE': '/bindings/b/ca.crt', '(ca.crt)': '{shop/kafka ca.pem}',
  });
});

test('swapping the provider leaves the variables that a consumer reads', () => {
  const read = (declare: (shop: Topology) => Kafka) => {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.consumes(declare(shop).topic('created'), { consumerGroup: 'g' });
    return shop.read().bindingsOf(orders).flatMap(variablesOf);
  };
  const variables = ['BROKERS', 'GROUP_ID', 'PASSWORD', 'SASL_MECHANISM', 'SECURITY_PROTOCOL', 'USERNAME'].map(name => `KAFKA_${name}`);
  const inCluster = KafkaProvider.inCluster({ service: 's', namespace: 'n', credentials });
  expect(read(shop => newKafka(shop))).toEqual([...variables, 'KAFKA_CA_FILE'].sort());
  expect(read(shop => managed({ credentials: known }, shop))).toEqual([...variables, 'KAFKA_CA_FILE'].sort());
  expect(read(shop => managed({}, shop))).toEqual(variables);
  expect(read(shop => new Kafka(shop, 'kafka', { provider: inCluster }))).toEqual(variables);
  expect(read(shop => new Kafka(shop, 'kafka', { provider: KafkaProvider.workload(newWorkload(shop, 'w'), { credentials }) }))).toEqual(variables);
});

test('tells of two groups which topic is read with which, and nothing of topics that others read', () => {
  const shop = newTopology();
  const kafka = newKafka(shop);
  const [orders, other] = [newWorkload(shop, 'orders'), newWorkload(shop, 'other')];
  const [created, paid, sent] = ['created', 'paid', 'sent'].map(name => kafka.topic(name));
  orders.consumes(paid, { consumerGroup: 'g1' });
  orders.consumes(created, { consumerGroup: 'g2' });
  orders.publishes(sent);
  other.consumes(sent, { consumerGroup: 'g3' });
  const [binding] = shop.read().bindingsOf(orders);
  expect(binding.variables.filter(({ name }) => name.includes('GROUP')).map(({ name, value }) => [name, value.text])).toEqual([
    ['KAFKA_GROUP_ID_CREATED', 'g2'], ['KAFKA_GROUP_ID_PAID', 'g1'],
  ]);
});

test('a workload that does nothing but consume enters with the credentials of those that only read', () => {
  const shop = newTopology();
  const topic = managed({ readOnlyCredentials: vault.secret('shop/kafka-reader') }, shop).topic('created');
  const [reader, both] = ['reader', 'both'].map(name => newWorkload(shop, name));
  reader.consumes(topic);
  both.consumes(topic);
  both.publishes(topic);
  const usernames = [reader, both].map(workload => shop.read().bindingsOf(workload).flatMap(({ entries }) => readable(entries).USERNAME));
  expect(usernames).toEqual([['{shop/kafka-reader username}'], ['{shop/kafka username}']]);
});

test('what consumers of several groups are told is asked of their own dependencies: nobody looks through all that is declared', () => {
  const shop = newTopology();
  const topics = ['a', 'b'].map(name => newKafka(shop, `kafka-${name}`)).flatMap(kafka => ['one', 'two'].map(name => kafka.topic(name)));
  for (const id of ['orders', 'billing', 'audit']) {
    const workload = newWorkload(shop, id);
    topics.forEach((topic, i) => workload.consumes(topic, { consumerGroup: `${id}-${i}` }));
  }
  const graph = shop.read();
  const all = jest.spyOn(Declarations.prototype, 'all', 'get');
  const variables = graph.workloads.flatMap(workload => graph.bindingsOf(workload).flatMap(variablesOf));
  expect(variables.filter(name => name.includes('GROUP_ID'))).toHaveLength(12);
  expect(all).not.toHaveBeenCalled();
});

test('BST017: refuses a provider of a password that names no SASL mechanism, and takes one that does', () => {
  class Own extends KafkaProvider {
    constructor(private readonly credential: Credential) {
      super();
    }

    public provide(): Provision {
      const locator = Locator.external({ addresses: [{ host: 'k.example', port: 9092, tls: Tls.byClient() }] });
      return new Provision({ provider: 'own', locator, login: Login.shared(this.credential) });
    }
  }
  const toldBy = (credential: Credential) => {
    const shop = newTopology();
    return told(new Kafka(shop, 'kafka', { provider: new Own(credential) }), newWorkload(shop, 'orders'));
  };
  expectRefusal(() => toldBy(credentials), 'BST017', 'chart/shop/kafka', 'due is "username" and "password" and "sasl-mechanism"');
  expect(readable(toldBy(credentials.with('sasl-mechanism', CredentialPart.text('PLAIN')))).SECURITY_PROTOCOL).toBe('SASL_SSL');
});

test('declares topics on itself', () => {
  const kafka = newKafka(newTopology());
  const topic = kafka.topic('created', { partitions: 3 });
  expect([topic.service, topic.partitions, topic.path]).toEqual([kafka, 3, 'chart/shop/kafka/created']);
});

test('names topics that other programs declare, whose names need not be those of objects', () => {
  const kafka = newKafka(newTopology());
  const existing = [kafka.existingTopic('Order_Created'), kafka.existingTopic('paid', { topicName: '_Paid' })];
  expect(existing.map(({ name, topicName, declaredElsewhere }) => [name, topicName, declaredElsewhere])).toEqual([['Order_Created', 'Order_Created', true], ['paid', '_Paid', true]]);
  expect(kafka.topic('created').declaredElsewhere).toBe(false);
  expectRefusal(() => kafka.existingTopic('a b'), 'BST801', 'chart/shop/kafka/a b', 'cannot be a Kafka topic', 'at most 249');
});

test('BST006: refuses a topic declared twice', () => {
  const kafka = newKafka(newTopology());
  kafka.topic('created');
  expectRefusal(() => kafka.topic('created'), 'BST006', 'chart/shop/kafka/created', '"created" is taken', 'declare an element once');
});

test.each<[string, Partial<ExternalKafkaProps>]>([
  ['BST027', { bootstrapServers: [] }], ['BST801', { bootstrapServers: ['K:1'] }], ['BST007', { bootstrapServers: ['k:0'] }], ['BST511', { bootstrapServers: ['u:CANARY@k:1'] }], ['BST026', { cidrs: ['x'] }],
])('%s: refuses %j', (code, props) => {
  expectRefusal(() => managed(props), code, 'chart/shop/kafka');
  expect(() => managed(props)).not.toThrow('CANARY');
});

test('survives hostile text', () => survivesHostileText(text => {
  managed({ bootstrapServers: [text] });
}));
test('survives hostile topics', () => survivesHostileText(text => newKafka(newTopology()).topic(text)));
