import { EndpointOrigin, Kafka, KafkaEndpointProps, KafkaProvider, Protocol, SaslMechanism, ServiceShape, Topology } from '../../src';
import { expectRefusal, newKafka, newTopology, newWorkload, readable, requestFrom, survivesHostileText, variablesOf, vault } from '../support/declare';

const credentials = vault.secret('shop/kafka');
const all: Required<KafkaEndpointProps> = {
  brokers: ['a.example:9092', 'b.example:9092'],
  credentials: vault.secret('shop/kafka', { caProperty: 'ca.pem' }),
  mechanism: SaslMechanism.SCRAM_SHA_256,
  brokerHosts: ['*.example'],
  cidrs: ['203.0.113.0/24'],
};
const managed = (props: Partial<KafkaEndpointProps> = {}, shop: Topology = newTopology()) =>
  new Kafka(shop, 'kafka', { provider: KafkaProvider.endpoint({ brokers: ['k.example:9092'], credentials, ...props }) });

test.each([managed(), newKafka(newTopology())])('is a broker that clients route to themselves', kafka =>
  expect(kafka).toMatchObject({ bindingType: 'kafka', protocol: Protocol.TLS, shape: ServiceShape.BROKER, clientRouted: true, readOnlyEnforced: false, routes: [] }));

test('a managed service takes every option', () => {
  const kafka = managed(all);
  expect(kafka.endpoint).toEqual({ origin: EndpointOrigin.EXTERNAL, host: 'a.example', port: 9092, moreHosts: ['b.example', '*.example'], cidrs: ['203.0.113.0/24'] });
  expect(readable(kafka.bind(requestFrom(newWorkload(newTopology(), 'orders'))))).toMatchObject({
    'BROKERS': 'a.example:9092,b.example:9092',
    'SASL_MECHANISM': 'SCRAM-SHA-256',
    'USERNAME': '{shop/kafka username}',
    'PASSWORD': '{shop/kafka password}',
    'CA_FILE': '/bindings/b/ca.crt',
    '(ca.crt)': '{shop/kafka ca.pem}',
  });
});

test('a managed service authenticates by PLAIN and trusts known authorities unless told', () => {
  const told = readable(managed().bind(requestFrom(newWorkload(newTopology(), 'orders'))));
  expect([told.SASL_MECHANISM, told.CA_FILE, managed().bindingProvider]).toEqual(['PLAIN', undefined, 'kafka']);
});

test('swapping the provider leaves the variables that a consumer reads', () => {
  const read = (declare: (shop: Topology) => Kafka) => {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.consumes(declare(shop).topic('created'), { group: 'g' });
    return shop.read().bindingsOf(orders).flatMap(variablesOf);
  };
  const variables = ['BROKERS', 'CA_FILE', 'GROUP_ID', 'PASSWORD', 'SASL_MECHANISM', 'SECURITY_PROTOCOL', 'USERNAME'].map(name => `KAFKA_${name}`);
  expect(read(shop => newKafka(shop))).toEqual(variables);
  expect(read(shop => managed(all, shop))).toEqual(variables);
  expect(read(shop => managed({}, shop))).toEqual(variables.filter(name => name !== 'KAFKA_CA_FILE'));
});

test('declares topics on itself', () => {
  const kafka = newKafka(newTopology());
  const topic = kafka.topic('created', { partitions: 3 });
  expect([topic.service, topic.partitions, topic.node.path]).toEqual([kafka, 3, 'chart/shop/kafka/created']);
});

test('BST006: refuses a topic declared twice', () => {
  const kafka = newKafka(newTopology());
  kafka.topic('created');
  expectRefusal(() => kafka.topic('created'), 'BST006', 'chart/shop/kafka/created', '"created" is taken', 'declare an element once');
});

test.each<[string, Partial<KafkaEndpointProps>]>([
  ['BST014', { brokers: [] }], ['BST801', { brokers: ['K:1'] }], ['BST007', { brokers: ['k:0'] }], ['BST511', { brokers: ['u:p@k:1'] }], ['BST014', { cidrs: ['x'] }],
])('%s: refuses %j', (code, props) => expectRefusal(() => managed(props), code, 'chart/shop/kafka'));

test('survives hostile text', () => survivesHostileText(text => {
  managed({ brokers: [text] });
}));
test('survives hostile topics', () => survivesHostileText(text => newKafka(newTopology()).topic(text)));
