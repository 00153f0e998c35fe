import { Duration } from 'cdk8s';
import { CleanupPolicy, KafkaTopicOptions, StrimziKafka } from '../../src';
import { newKafka } from '../support/declare';
import { Emitted, emitted, yaml } from '../support/emitted';
import { Declaration } from '../support/topology';

function topic(id: string, options: KafkaTopicOptions = {}): Emitted {
  const { topology, chart } = new Declaration();
  newKafka(topology).topic(id, options);
  new StrimziKafka(chart, 'strimzi', { topology });
  return emitted(chart, 'KafkaTopic')[0];
}

test('the smallest topic leaves everything to the broker', () => expect(yaml([topic('order-created')])).toMatchSnapshot());

test('a topic with every option', () => {
  const options: Required<KafkaTopicOptions> = {
    topicName: 'OrderCreated', partitions: 12, replicas: 3, minInSyncReplicas: 2, retention: Duration.days(7), cleanupPolicy: CleanupPolicy.COMPACT_AND_DELETE,
    settings: { 'max.message.bytes': '2097152', 'compression.type': 'zstd' },
  };
  expect(yaml([topic('order-created', options)])).toMatchSnapshot();
});

test('topicName is written only when it differs, because the operator refuses to change it later', () => {
  expect(topic('order-created', { topicName: 'order-created' }).spec).not.toHaveProperty('topicName');
  expect(topic('order-created', { topicName: 'order_created' })).toMatchObject({ metadata: { name: 'order-created' }, spec: { topicName: 'order_created' } });
});

test('settings are text, so that no large number becomes a float, in the order of their keys', () => {
  const { config } = topic('t', { retention: Duration.days(7000), settings: { 'segment.bytes': '1', 'flush.ms': '2' } }).spec;
  expect(Object.entries(config)).toEqual([['flush.ms', '2'], ['retention.ms', '604800000000'], ['segment.bytes', '1']]);
});

test('it stands where the Topic Operator looks: in the namespace of the cluster, with the cluster\'s label', () =>
  expect(topic('t').metadata).toEqual({ name: 't', namespace: 'kafka', labels: { 'strimzi.io/cluster': 'events' } }));

test.each<[KafkaTopicOptions, object]>([
  [{}, {}],
  [{ topicName: 'T' }, { topicName: 'T' }],
  [{ partitions: 1 }, { partitions: 1 }],
  [{ partitions: 10_000 }, { partitions: 10_000 }],
  [{ replicas: 1 }, { replicas: 1 }],
  [{ replicas: 32_767 }, { replicas: 32_767 }],
  [{ minInSyncReplicas: 2 }, { config: { 'min.insync.replicas': '2' } }],
  [{ retention: Duration.hours(1) }, { config: { 'retention.ms': '3600000' } }],
  [{ cleanupPolicy: CleanupPolicy.COMPACT }, { config: { 'cleanup.policy': 'compact' } }],
  [{ settings: { 'segment.ms': '1' } }, { config: { 'segment.ms': '1' } }],
])('%j alone says nothing else', (options, spec) => expect(topic('t', options).spec).toEqual(spec));
