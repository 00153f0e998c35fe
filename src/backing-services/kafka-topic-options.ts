import { Duration } from 'cdk8s';
import { assertDuration, assertWhole } from '../private/bounds';
import { survivesYaml } from '../private/manifest-text';
import { listed, quote, TopologyError } from '../private/topology-error';

/** What becomes of old messages. Source: Kafka's topic setting `cleanup.policy`. */
export enum CleanupPolicy {
  /** They are deleted after the retention time. */
  DELETE = 'delete',
  /** The latest message of each key is kept. */
  COMPACT = 'compact',
  /** Both. */
  COMPACT_AND_DELETE = 'compact,delete',
}

/** What a Kafka topic is. */
export interface KafkaTopicOptions {
  /**
   * The topic's name on the broker, if it cannot name a Kubernetes object (upper case, "_").
   *
   * @default - the id
   */
  readonly topicName?: string;
  /**
   * Number of partitions, 1..10000. It can grow later, but that moves keys to other partitions; it cannot shrink.
   *
   * @default - the broker's num.partitions
   */
  readonly partitions?: number;
  /**
   * Number of copies of each partition, 1..32767; at most the number of brokers.
   *
   * @default - the broker's default.replication.factor
   */
  readonly replicas?: number;
  /**
   * Copies that must be written before a producer with acks=all goes on; at most `replicas`.
   *
   * @default - the broker's min.insync.replicas
   */
  readonly minInSyncReplicas?: number;
  /**
   * How long messages are kept.
   *
   * @default - the broker's log.retention.ms
   */
  readonly retention?: Duration;
  /**
   * What becomes of old messages.
   *
   * @default - the broker's log.cleanup.policy
   */
  readonly cleanupPolicy?: CleanupPolicy;
  /**
   * Further topic settings in Kafka's words, such as `max.message.bytes`.
   *
   * @default - the broker's
   */
  readonly settings?: Record<string, string>;
}

/** A topic on a Kafka cluster that another program declares. */
export interface ExistingKafkaTopicOptions {
  /**
   * The topic's name on the broker.
   *
   * @default - the id
   */
  readonly topicName?: string;
}

/** What `KafkaTopic` is told, with the options turned into Kafka's settings. */
export function topicProps(options: KafkaTopicOptions, path: string) {
  const { topicName, partitions, replicas, settings = {} } = options;
  const own = ownSettings(options, path);
  for (const [key, value] of Object.entries(settings)) assertSetting(key, value, own, path);
  const least = settings['min.insync.replicas'];
  if (least !== undefined) assertWhole('min.insync.replicas', Number(least), copies(replicas), path);
  return { topicName, partitions, replicas, settings: { ...settings, ...own }, settingOptions: settingOptions(options) };
}

/** The options that are settings in Kafka's words. */
function ownSettings({ replicas, minInSyncReplicas, retention, cleanupPolicy }: KafkaTopicOptions, path: string): Record<string, string> {
  if (minInSyncReplicas !== undefined) assertWhole('minInSyncReplicas', minInSyncReplicas, copies(replicas), path);
  const millis = assertDuration('retention', retention, path)?.toMilliseconds();
  if (millis !== undefined) assertWhole('retention in milliseconds', millis, [1, Number.MAX_SAFE_INTEGER], path);
  return {
    ...minInSyncReplicas === undefined ? {} : { 'min.insync.replicas': String(minInSyncReplicas) },
    ...millis === undefined ? {} : { 'retention.ms': String(millis) },
    ...cleanupPolicy === undefined ? {} : { 'cleanup.policy': cleanupPolicy },
  };
}

/** The options by which an author has said settings. */
function settingOptions({ minInSyncReplicas, retention, cleanupPolicy, settings = {} }: KafkaTopicOptions): string[] {
  const said = Object.entries({ minInSyncReplicas, retention, cleanupPolicy }).filter(([, value]) => value !== undefined).map(([option]) => option);
  return Object.keys(settings).length > 0 ? [...said, 'settings'] : said;
}

/** How many copies can be due. */
function copies(replicas = 32_767): [number, number] {
  return [1, replicas];
}

function assertSetting(key: string, value: string, own: Record<string, string>, path: string): void {
  const wrong = (is: string, fix: string) => new TopologyError({
    code: 'BST421',
    path,
    problem: `topic setting ${quote(key)} (its value is not repeated here) is ${is}; Kafka 4.3 knows ${listed(TOPIC_SETTINGS, key)}`,
    fix,
  });
  if (!TOPIC_SETTINGS.has(key)) throw wrong('unknown', 'use one of these, and say partitions and replicas as options');
  if (Object.hasOwn(own, key)) throw wrong('said twice', 'say it once, in the settings or as options: minInSyncReplicas, retention, cleanupPolicy');
  if (typeof value !== 'string' || !/^[\x20-\x7e]*$/.test(value) || !survivesYaml(value)) {
    throw wrong('no plain text', 'give its value as printable text on one line, such as "604800000"; some can be said as options');
  }
}

/** Topic settings of Kafka 4.3. Source: https://kafka.apache.org/documentation/#topicconfigs */
const TOPIC_SETTINGS = new Set([
  'cleanup.policy', 'compression.gzip.level', 'compression.lz4.level', 'compression.type', 'compression.zstd.level', 'delete.retention.ms',
  'file.delete.delay.ms', 'flush.messages', 'flush.ms', 'follower.replication.throttled.replicas', 'index.interval.bytes',
  'leader.replication.throttled.replicas', 'local.retention.bytes', 'local.retention.ms', 'max.compaction.lag.ms', 'max.message.bytes',
  'message.timestamp.after.max.ms', 'message.timestamp.before.max.ms', 'message.timestamp.type', 'min.cleanable.dirty.ratio',
  'min.compaction.lag.ms', 'min.insync.replicas', 'preallocate', 'remote.log.copy.disable', 'remote.log.delete.on.disable',
  'remote.storage.enable', 'retention.bytes', 'retention.ms', 'segment.bytes', 'segment.index.bytes', 'segment.jitter.ms', 'segment.ms',
  'unclean.leader.election.enable',
]);
