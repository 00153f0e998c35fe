import { AmazonMskProps, Kafka, KafkaProvider } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, told, vault } from '../support/declare';

const BROKER = 'b-1.shop.abc123.c2.kafka.eu-central-1.amazonaws.com';
const credentials = vault.secret('rw');
const certificate = vault.secret('rw', { 'client-certificate': 'c', 'private-key': 'k' });
const declare = (port: number, props: Partial<AmazonMskProps> = {}) =>
  new Kafka(newTopology(), 'k', { provider: KafkaProvider.amazonMsk({ bootstrapServers: [`${BROKER}:${port}`], ...props }) });
const protocolOf = (kafka: Kafka) => readable(told(kafka, newWorkload(newTopology(), 'orders'))).SECURITY_PROTOCOL;

test('the port tells how clients enter', () => {
  expect([declare(9092), declare(9094), declare(9194, { credentials: certificate }), declare(9096, { credentials })].map(protocolOf)).toEqual(['PLAINTEXT', 'SSL', 'SSL', 'SASL_SSL']);
  expect(readable(told(declare(9196, { credentials }), newWorkload(newTopology(), 'orders'))).SASL_MECHANISM).toBe('SCRAM-SHA-512');
});

test('all brokers of the cluster are dialled', () => {
  const { addresses, cidrs } = declare(9096, { credentials, bootstrapServers: [`${BROKER}:9096`, `${BROKER.replace('b-1', 'b-2')}:9096`], cidrs: ['10.0.0.0/8'] }).locator;
  expect(addresses.map(({ role, host }) => `${role} ${host.split('.')[0]}`)).toEqual(['primary b-1', 'alternate b-2', 'member *']);
  expect(cidrs).toEqual(['10.0.0.0/8']);
});

test.each<[string, () => unknown, string]>([
  ['BST027', () => declare(9098), 'that of IAM'], ['BST027', () => declare(9198), 'that of IAM'], ['BST027', () => declare(1234), 'none of MSK'], ['BST017', () => declare(9096), 'ask for a user name and a password'],
  ['BST017', () => declare(9092, { credentials }), 'neither encrypt nor ask'], ['BST017', () => declare(9094, { credentials }), 'due is "client-certificate" and "private-key"'],
  ['BST017', () => declare(9096, { credentials: certificate }), 'due is "username" and "password"'], ['BST801', () => declare(9096, { bootstrapServers: ['kafka.example.com:9096'] }), 'a broker of Amazon MSK'],
])('%s: refuses what cannot be entered so', (code, call, words) => expectRefusal(call, code, 'chart/shop/k', words));
