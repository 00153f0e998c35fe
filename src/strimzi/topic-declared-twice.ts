import { bootstrapHosts } from '../model/bootstrap-addresses';
import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { KafkaTopic } from '../model/kafka-topic';
import { Problem } from '../model/problem';
import { byCodePoint } from '../private/names';
import { quote } from '../private/topology-error';

/** BST419 */
export const topicDeclaredTwice = ourCheck<IAppCheck>({
  code: 'BST419',
  title: 'topic-declared-twice',
  severity: Severity.ERROR,
  rationale: 'Of two KafkaTopics for one topic Strimzi reconciles the older one, and neither if they are applied together (ResourceConflict). '
    + 'The broker refuses a topic whose name equals another\'s once "." is read as "_", because their metrics would collide. '
    + 'Source: https://kafka.apache.org/documentation/#topicconfigs, org.apache.kafka.common.internals.Topic',
  fix: 'declare the topic once, and elsewhere as an existing one, or give one of them another name',
  check: ({ graphs }) => {
    const seen = new Map<string, KafkaTopic>();
    const topics = graphs.flatMap(({ channels }) => channels.filter(KafkaTopic.isKafkaTopic)).sort(declaredFirst);
    return topics.flatMap((topic): Problem[] => {
      const keys = bootstrapHosts(topic.service).map(host => `${host} ${nameInMetrics(topic)}`);
      const other = keys.flatMap(key => seen.get(key) ?? [])[0];
      for (const key of keys) if (!seen.has(key)) seen.set(key, topic);
      return other === undefined || isOneTopic(topic, other) ? [] : [problemOf(topic, other)];
    });
  },
});

/** Its name as Kafka's metrics have it. */
export function nameInMetrics({ topicName }: KafkaTopic): string {
  return topicName.replaceAll('.', '_');
}

/** Whether both are on one cluster, whoever declared it. */
export function isOnOneCluster({ service }: KafkaTopic, { service: other }: KafkaTopic): boolean {
  const hosts = new Set(bootstrapHosts(other));
  return bootstrapHosts(service).some(host => hosts.has(host));
}

/** One that is only used must not stand between two that are made. */
function declaredFirst(a: KafkaTopic, b: KafkaTopic): number {
  return Number(a.declaredElsewhere) - Number(b.declaredElsewhere) || byCodePoint(a.path, b.path);
}

/** One topic that one program declares, and others use. */
function isOneTopic(topic: KafkaTopic, other: KafkaTopic): boolean {
  return topic.topicName === other.topicName && (topic.declaredElsewhere || other.declaredElsewhere);
}

function problemOf(topic: KafkaTopic, other: KafkaTopic): Problem {
  const { host } = topic.service.locator.primary;
  return Problem.of(
    topic,
    `topic ${quote(topic.topicName)} on ${host} collides with ${quote(other.topicName)} of ${other.path}`,
    topic.topicName === other.topicName
      ? 'declare the topic once, and elsewhere as an existing one, or give one of them another topicName'
      : 'give one of them a topicName that differs in more than "." and "_"',
  );
}
