import { Kafka, KafkaProvider, ServiceOwner, StrimziClusterProps } from '../../src';
import { strimzi } from '../../src/backing-services/strimzi';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, topologyWithoutNamespace } from '../support/declare';

const declare = (props: Partial<StrimziClusterProps> = {}, shop = newTopology()) =>
  new Kafka(shop, 'kafka', { provider: KafkaProvider.strimzi({ cluster: 'events', ...props }) });
const read = (namespace: string) => {
  const shop = newTopology();
  return readable(told(declare({ namespace: 'kafka' }, shop), newWorkload(shop, 'orders', { namespace })));
};

test('is served where the operator serves it; every option arrives', () => {
  const all: Required<StrimziClusterProps> = { cluster: 'events', namespace: 'kafka', listener: 'scram', port: 9094 };
  const { locator, provider } = declare(all);
  expect(provider).toBe('strimzi');
  expect(locator).toMatchObject({
    owner: ServiceOwner.OPERATOR,
    resource: 'events',
    listener: 'scram',
    namespace: 'kafka',
    podLabels: { 'strimzi.io/cluster': 'events', 'strimzi.io/kind': 'Kafka', 'strimzi.io/name': 'events-kafka' },
  });
  expect(locator.addresses.map(({ role, host, port, tls }) => [role, host, port, tls.start, tls.authority])).toEqual([
    ['primary', 'events-kafka-bootstrap.kafka.svc', 9094, 'client', 'login'],
    ['member', 'events-kafka-brokers.kafka.svc', 9094, 'client', 'login'],
  ]);
});

test('names what the operator makes besides', () => {
  const { furtherServices, furtherSecrets, serviceAccounts } = declare()._provision;
  expect(furtherServices).toEqual([]);
  expect(furtherSecrets).toEqual(['events-cluster-ca', 'events-cluster-ca-cert', 'events-clients-ca', 'events-clients-ca-cert']);
  expect(serviceAccounts).toEqual(['events-kafka', 'events-entity-operator', 'events-kafka-exporter', 'events-cruise-control']);
});

test('listener, port and namespace are the usual ones unless told', () =>
  expect(declare().locator).toMatchObject({ primary: { port: 9093 }, namespace: 'shop', listener: 'tls' }));

test('a consumer beside the cluster reads the Secrets of its user and of the cluster', () => {
  expect(read('kafka')).toMatchObject({
    'BROKERS': 'events-kafka-bootstrap.kafka.svc:9093',
    'SASL_MECHANISM': 'SCRAM-SHA-512',
    'SECURITY_PROTOCOL': 'SASL_SSL',
    'USERNAME': 'kafka.orders.events',
    'PASSWORD': '{kafka.orders.events password}',
    'CA_FILE': '/bindings/b/ca.crt',
    '(ca.crt)': '{events-cluster-ca-cert ca.crt}',
  });
});

test('a consumer elsewhere reads what the Access Operator puts beside it', () => {
  expect(read('shop')).toMatchObject({
    'USERNAME': '{orders.kafka.events-kafka username}', 'PASSWORD': '{orders.kafka.events-kafka password}', '(ca.crt)': '{orders.kafka.events-kafka ssl.truststore.crt}',
  });
});

test('what is put together of user and password needs no encoding, wherever the consumer is: nothing encodes what operators keep', () => {
  const jaasIn = (namespace: string) => {
    const shop = newTopology();
    return told(declare({ namespace: 'kafka' }, shop), newWorkload(shop, 'orders', { namespace })).find(({ role }) => role === 'sasl-jaas-config')!.value.parts;
  };
  const secrets = ['kafka', 'shop'].map(namespace => jaasIn(namespace).flatMap(({ secret }) => secret?.secretName === undefined ? [] : [[secret.key, secret.isUrlSafe]]));
  expect(secrets).toEqual([[['password', true]], [['username', true], ['password', true]]]);
});

test('both read the same variables', () => expect(Object.keys(read('kafka'))).toEqual(Object.keys(read('shop'))));

test('BST013: refuses to live in no namespace', () =>
  expectRefusal(() => declare({}, topologyWithoutNamespace()), 'BST013', 'chart/shop/kafka', 'the namespace of the Kafka resource is unknown', 'KafkaProvider.strimzi()'));

test.each([{ cluster: 'Events' }, { cluster: 'a.b' }, { cluster: 'a'.repeat(48) }, { namespace: 'My Kafka' }, { listener: 'my-tls' }, { listener: 'a'.repeat(12) }, { listener: '' }])(
  'BST801: refuses %j', props => expectRefusal(() => declare(props), 'BST801', 'chart/shop/kafka', `"${Object.values(props)[0]}"`, 'allowed is', 'choose such a name'));

test('accepts the longest names, and its Service has one of 63 characters', () => {
  const { locator } = strimzi({ cluster: 'a'.repeat(47), namespace: 'k', listener: 'a'.repeat(11), port: 9093 }, 'p');
  expect(locator.primary.service).toHaveLength(63);
});

test('BST007: refuses a port that does not exist', () => expectRefusal(() => declare({ port: 0 }), 'BST007', 'chart/shop/kafka', '"0"', '1..65535'));

test('survives hostile text', () => {
  survivesHostileText(cluster => declare({ cluster }));
  survivesHostileText(text => declare({ namespace: text, listener: text }));
});
