import { Construct } from 'constructs';
import { KafkaTopic } from '../model/kafka-topic';
import { emit } from '../private/emit';
import { clusterLabel, STRIMZI_API } from './cluster-label';

interface KafkaTopicSpec {
  readonly topicName?: string;
  readonly partitions?: number;
  readonly replicas?: number;
  readonly config?: Record<string, string>;
}

/** A KafkaTopic in the cluster's namespace, which the Topic Operator watches. */
export function emitKafkaTopic(scope: Construct, topic: KafkaTopic): void {
  emit<KafkaTopicSpec>(scope, {
    apiVersion: STRIMZI_API,
    kind: 'KafkaTopic',
    name: topic.name,
    namespace: topic.service.locator.namespace!,
    labels: clusterLabel(topic.service),
    spec: {
      ...topic.topicName === topic.name ? {} : { topicName: topic.topicName },
      ...topic.partitions === undefined ? {} : { partitions: topic.partitions },
      ...topic.replicas === undefined ? {} : { replicas: topic.replicas },
      ...Object.keys(topic.settings).length === 0 ? {} : { config: topic.settings },
    },
  });
}
