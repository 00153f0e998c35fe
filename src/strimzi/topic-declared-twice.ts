import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { KafkaTopic } from '../model/kafka-topic';
import { Problem } from '../model/problem';
import { byCodePoint } from '../private/names';

/** BST419 */
export const topicDeclaredTwice = ourCheck<IAppCheck>({
  code: 'BST419',
  title: 'topic-declared-twice',
  severity: Severity.ERROR,
  rationale: 'Of two KafkaTopics for one topic Strimzi reconciles the older one, and neither if they are applied together (ResourceConflict). '
    + 'The broker refuses a topic whose name equals another\'s once "." is read as "_", because their metrics would collide. '
    + 'Source: https://kafka.apache.org/documentation/#topicconfigs, org.apache.kafka.common.internals.Topic',
  fix: 'declare the topic once, or give one of them another name',
  check: ({ graphs }) => {
    const seen = new Map<string, KafkaTopic>();
    const topics = graphs.flatMap(({ channels }) => channels.filter(KafkaTopic.isKafkaTopic)).sort((a, b) => byCodePoint(a.path, b.path));
    return topics.flatMap((topic): Problem[] => {
      const { host } = topic.service.locator.primary;
      const key = `${host} ${topic.topicName.replaceAll('.', '_')}`;
      const other = seen.get(key);
      seen.set(key, other ?? topic);
      return other === undefined || isOneTopic(topic, other) ? [] : [Problem.of(
        topic,
        `topic ${JSON.stringify(topic.topicName)} on ${host} collides with ${JSON.stringify(other.topicName)} of ${other.path}`,
        'declare the topic once, or give one of them another topicName',
      )];
    });
  },
});

/** One topic that one program declares, and others use. */
function isOneTopic(topic: KafkaTopic, other: KafkaTopic): boolean {
  return topic.topicName === other.topicName && (topic.declaredElsewhere || other.declaredElsewhere);
}
