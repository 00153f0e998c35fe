import { Duration } from 'cdk8s';
import { CleanupPolicy, KafkaTopicOptions } from '../../src';
import { topicProps } from '../../src/backing-services/kafka-topic-options';
import { expectRefusal, newKafka, newTopology, refusalOf, survivesHostileText } from '../support/declare';

const declare = (options: KafkaTopicOptions) => newKafka(newTopology()).topic('t', options);
const PATH = 'chart/shop/kafka/t';

const all: Required<KafkaTopicOptions> = {
  topicName: 'Order_Created',
  partitions: 12,
  replicas: 3,
  minInSyncReplicas: 2,
  retention: Duration.days(7),
  cleanupPolicy: CleanupPolicy.COMPACT_AND_DELETE,
  settings: { 'max.message.bytes': '1000' },
};

test('every option arrives at the topic, in the words of Kafka', () => {
  expect(newKafka(newTopology()).topic('order-created', all)).toMatchObject({
    name: 'order-created',
    topicName: 'Order_Created',
    partitions: 12,
    replicas: 3,
    settings: { 'cleanup.policy': 'compact,delete', 'max.message.bytes': '1000', 'min.insync.replicas': '2', 'retention.ms': '604800000' },
  });
});

test('what is left out is left to the broker', () =>
  expect(topicProps({}, 'p')).toEqual({ topicName: undefined, partitions: undefined, replicas: undefined, settings: {}, settingOptions: [] }));

test.each([{ partitions: 1 }, { partitions: 10_000 }, { replicas: 32767 }, { replicas: 3, minInSyncReplicas: 3 }, { minInSyncReplicas: 32767 }, { settings: { 'retention.ms': '-1' } }])(
  'accepts %j', options => expect(() => declare(options)).not.toThrow());

test.each([
  [{ partitions: 0 }, 'partitions "0"', '1..10000'], [{ partitions: 10_001 }, 'partitions "10001"', '1..10000'], [{ partitions: 1.5 }, 'partitions "1.5"', '1..10000'],
  [{ replicas: 0 }, 'replicas "0"', '1..32767'], [{ replicas: 32768 }, 'replicas "32768"', '1..32767'],
  [{ minInSyncReplicas: 0 }, 'minInSyncReplicas "0"', '1..32767'], [{ replicas: 2, minInSyncReplicas: 3 }, 'minInSyncReplicas "3"', '1..2'],
])('BST010: refuses %j', (options, got, allowed) =>
  expectRefusal(() => declare(options), 'BST010', PATH, got, allowed, 'within these bounds'));

test('BST009: refuses a retention below a millisecond', () =>
  expectRefusal(() => topicProps({ retention: Duration.millis(0) }, 'shop/kafka/t'), 'BST009', 'shop/kafka/t', 'retention of 0 milliseconds', 'at least 1'));

test.each([
  ['unknown', { settings: { 'retention.msec': '1' } }], ['not text', { settings: { 'retention.ms': 1 as never } }], ['of two lines', { settings: { 'retention.ms': '1\n' } }],
  ['said twice', { retention: Duration.days(1), settings: { 'retention.ms': '1' } }], ['said twice', { minInSyncReplicas: 1, settings: { 'min.insync.replicas': '1' } }],
  ['said twice', { cleanupPolicy: CleanupPolicy.DELETE, settings: { 'cleanup.policy': 'compact' } }], ['of Object', { settings: { toString: '1' } as never }],
])('BST421: refuses a setting that is %s', (_, options) =>
  expectRefusal(() => topicProps(options, 'shop/kafka/t'), 'BST421', 'shop/kafka/t', `topic setting "${Object.keys(options.settings)[0]}"`, 'Kafka 4.3 knows "', '" and 13 more', 'as options'));

test.each(['sasl.jaas.config', 'retention.ms'])('BST421: does not repeat the value of %s', key =>
  expect(refusalOf(() => topicProps({ settings: { [key]: 'password="CANARY"\n' } }, 'p')).message).toMatch(/^BST421 (?!.*CANARY)/));

/** The settings of a topic in Kafka 4.3. Source: org.apache.kafka.storage.internals.log.LogConfig. */
const SETTINGS = [
  'cleanup.policy', 'compression.gzip.level', 'compression.lz4.level', 'compression.type', 'compression.zstd.level', 'delete.retention.ms',
  'file.delete.delay.ms', 'flush.messages', 'flush.ms', 'follower.replication.throttled.replicas', 'index.interval.bytes',
  'leader.replication.throttled.replicas', 'local.retention.bytes', 'local.retention.ms', 'max.compaction.lag.ms', 'max.message.bytes',
  'message.timestamp.after.max.ms', 'message.timestamp.before.max.ms', 'message.timestamp.type', 'min.cleanable.dirty.ratio',
  'min.compaction.lag.ms', 'min.insync.replicas', 'preallocate', 'remote.log.copy.disable', 'remote.log.delete.on.disable', 'remote.storage.enable',
  'retention.bytes', 'retention.ms', 'segment.bytes', 'segment.index.bytes', 'segment.jitter.ms', 'segment.ms', 'unclean.leader.election.enable',
];
/** Settings that Kafka 4 has no more, and settings that come with 4.4. Source: the same class of other versions. */
const OTHERS = [
  'errors.deadletterqueue.group.enable', 'message.downconversion.enable', 'message.format.version', 'message.timestamp.difference.max.ms', 'remote.copy.lag.bytes',
  'remote.copy.lag.ms',
];

test.each(SETTINGS)('the setting %s arrives as it is said', key => expect(topicProps({ settings: { [key]: '1' } }, 'p').settings).toEqual({ [key]: '1' }));

test.each(OTHERS)('BST421: refuses the setting %s of another version, and says how many there are', key =>
  expectRefusal(() => declare({ settings: { [key]: '1' } }), 'BST421', PATH, `"${key}"`, 'is unknown; Kafka 4.3 knows "', `" and ${SETTINGS.length - 20} more`));

test.each<[keyof KafkaTopicOptions, KafkaTopicOptions, string, string]>([
  ['minInSyncReplicas', { minInSyncReplicas: 1 }, 'min.insync.replicas', '1'],
  ['retention', { retention: Duration.millis(1) }, 'retention.ms', '1'],
  ['retention', { retention: Duration.days(106_751) }, 'retention.ms', '9223286400000'],
  ['cleanupPolicy', { cleanupPolicy: CleanupPolicy.DELETE }, 'cleanup.policy', 'delete'],
  ['cleanupPolicy', { cleanupPolicy: CleanupPolicy.COMPACT }, 'cleanup.policy', 'compact'],
  ['cleanupPolicy', { cleanupPolicy: CleanupPolicy.COMPACT_AND_DELETE }, 'cleanup.policy', 'compact,delete'],
])('%s alone is one setting: %j', (_, options, key, value) => expect(declare(options).settings).toEqual({ [key]: value }));

test('BST010: refuses, as a setting too, that more copies are due than there are', () => {
  expectRefusal(() => declare({ replicas: 2, settings: { 'min.insync.replicas': '3' } }), 'BST010', PATH, 'min.insync.replicas "3"', '1..2');
  expectRefusal(() => declare({ settings: { 'min.insync.replicas': '' } }), 'BST010', PATH, 'min.insync.replicas "0"', '1..32767');
  expect(declare({ replicas: 2, settings: { 'min.insync.replicas': '2' } }).settings).toEqual({ 'min.insync.replicas': '2' });
});

test('refuses a retention of which JavaScript does not know the milliseconds', () =>
  expect(refusalOf(() => declare({ retention: Duration.millis(2 ** 53) })).message).toMatch(/^BST0(09|10) chart\/shop\/kafka\/t: retention /));

test('survives hostile text', () => {
  survivesHostileText(text => topicProps({ settings: { [text]: '1' } }, 'p'));
  survivesHostileText(text => topicProps({ settings: { 'retention.ms': text } }, 'p'));
});

test.each(['log.retention.ms', 'num.partitions', 'auto.create.topics.enable', ''])('BST421: refuses %j, which is no setting of a topic', key =>
  expectRefusal(() => topicProps({ settings: { [key]: '1' } }, 'p'), 'BST421', 'p', key));
