import { ConfluentCloudProps, Kafka, KafkaProvider } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, told, vault } from '../support/declare';

const declare = (props: Partial<ConfluentCloudProps> = {}) => new Kafka(newTopology(), 'k', { provider: KafkaProvider.confluentCloud({
  bootstrapServer: 'pkc-4r087.us-west2.gcp.confluent.cloud:9092', credentials: vault.secret('rw', { username: 'key', password: 'secret' }), ...props,
}) });

test('clients enter with an API key over TLS, and dial the brokers beside the bootstrap server', () => {
  expect(readable(told(declare(), newWorkload(newTopology(), 'orders')))).toMatchObject({
    BROKERS: 'pkc-4r087.us-west2.gcp.confluent.cloud:9092', SECURITY_PROTOCOL: 'SASL_SSL', SASL_MECHANISM: 'PLAIN', USERNAME: '{rw key}', PASSWORD: '{rw secret}',
  });
  expect(declare({ cidrs: ['203.0.113.0/24'] }).locator).toMatchObject({ cidrs: ['203.0.113.0/24'], addresses: [{}, { role: 'member', host: '*.us-west2.gcp.confluent.cloud' }] });
});

test.each(['lkc-1a2b-3c4d.us-east-1.aws.glb.confluent.cloud:9092', 'lkc-1a2b.us-east-1.aws.private.confluent.cloud:9092', 'lkc-1a2b.dom123.us-east-1.aws.confluent.cloud:9092'])('%s is of a private network', bootstrapServer =>
  expect(() => declare({ bootstrapServer })).not.toThrow());

test.each<[string, Partial<ConfluentCloudProps>]>([
  ['BST801', { bootstrapServer: 'kafka.example.com:9092' }], ['BST027', { bootstrapServer: 'pkc-4r087.us-west2.gcp.confluent.cloud' }], ['BST017', { credentials: vault.secret('x', { password: 'p' }) }],
  ['BST511', { bootstrapServer: 'key:CANARY@pkc.us-west2.gcp.confluent.cloud:9092' }],
])('%s: refuses %j', (code, props) => expectRefusal(() => declare(props), code, 'chart/shop/k'));
