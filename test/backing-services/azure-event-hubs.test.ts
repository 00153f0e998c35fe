import { AzureEventHubsProps, Kafka, KafkaProvider } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, textOf, told, vault } from '../support/declare';

const declare = (props: Partial<AzureEventHubsProps> = {}) => new Kafka(newTopology(), 'k', { provider: KafkaProvider.azureEventHubs({
  host: 'shop.servicebus.windows.net', credentials: vault.secret('rw', { password: 'connection' }), ...props,
}) });
const entries = () => told(declare(), newWorkload(newTopology(), 'orders'));

test('clients enter with a connection string in place of a password, over TLS', () => {
  expect(readable(entries())).toMatchObject({
    BROKERS: 'shop.servicebus.windows.net:9093', SECURITY_PROTOCOL: 'SASL_SSL', SASL_MECHANISM: 'PLAIN', USERNAME: '$ConnectionString', PASSWORD: '{rw connection}',
  });
  expect(textOf(entries().find(({ role }) => role === 'sasl-jaas-config')!.value)).toContain('PlainLoginModule required username="$ConnectionString" password={rw connection jaas};');
});

test('a variable of the user name is told with its dollar, which outputs escape for Kubernetes', () => {
  const shop = newTopology();
  const orders = newWorkload(shop, 'orders');
  const provider = KafkaProvider.azureEventHubs({ host: 'shop.servicebus.windows.net', credentials: vault.secret('rw', { password: 'connection' }) });
  orders.publishes(new Kafka(shop, 'k', { provider }).existingTopic('readings'));
  const { variables } = shop.read().bindingsOf(orders)[0];
  expect(variables.find(({ name }) => name === 'K_USERNAME')!.value.text).toBe('$ConnectionString');
});

test('one host is all brokers', () => expect(declare({ cidrs: ['203.0.113.0/24'] }).locator).toMatchObject({ cidrs: ['203.0.113.0/24'], addresses: [{ port: 9093, tls: { namesServer: true } }] }));

test.each<[string, Partial<AzureEventHubsProps>]>([
  ['BST801', { host: 'kafka.example.com' }], ['BST511', { host: 'Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKey=CANARY@' }], ['BST017', { credentials: vault.secret('x', { username: 'u' }) }],
])('%s: refuses %j', (code, props) => {
  expectRefusal(() => declare(props), code, 'chart/shop/k');
  expect(() => declare(props)).not.toThrow('CANARY');
});
