import { Finding, ITopologyCheck, Severity } from '../model/check';
import { Topic } from '../model/topic';

/** BST419 */
export const topicDeclaredTwice: ITopologyCheck = {
  code: 'BST419',
  title: 'topic-declared-twice',
  severity: Severity.ERROR,
  rationale: 'Of two KafkaTopics for one topic Strimzi reconciles the older one, and neither if they are applied together (ResourceConflict). '
    + 'The broker refuses a topic whose name equals another\'s once "." is read as "_", because their metrics would collide. '
    + 'Source: https://kafka.apache.org/documentation/#topicconfigs, org.apache.kafka.common.internals.Topic',
  fix: 'declare the topic once, or give one of them another name',
  check: ({ graph }) => {
    const seen = new Map<string, Topic>();
    return graph.topics.flatMap((topic): Finding[] => {
      const { host } = topic.service.endpoint;
      const key = `${host} ${topic.topicName.replaceAll('.', '_')}`;
      const other = seen.get(key);
      seen.set(key, other ?? topic);
      return other === undefined ? [] : [{
        code: 'BST419',
        severity: Severity.ERROR,
        path: topic.node.path,
        problem: `topic ${JSON.stringify(topic.topicName)} on ${host} collides with ${JSON.stringify(other.topicName)} of ${other.node.path}`,
        fix: 'declare the topic once, or give one of them another topicName',
      }];
    });
  },
};
