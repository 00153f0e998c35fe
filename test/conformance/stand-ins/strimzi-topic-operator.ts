import { eventually } from '../harness/eventually';
import { Manifest, Manifests } from '../harness/manifests';
import { KafkaAdmin, KafkaTopicState } from '../systems/kafka-admin';
import { StrimziCluster, watched } from './strimzi-cluster';

/**
 * Stands in for Strimzi's Topic Operator: a KafkaTopic becomes a topic. Topics that had no KafkaTopic are left alone.
 * Where the real one alters a topic in place, or says that it cannot (fewer partitions, another name), this one makes it anew, as a new
 * cluster would have it: a run moves between manifests in every direction.
 * Source: strimzi-kafka-operator, BatchingTopicController, TopicOperatorUtil.
 */
export class StrimziTopicOperator {
  private made: Readonly<Record<string, KafkaTopicState>> = {};

  constructor(private readonly cluster: StrimziCluster, private readonly admin: KafkaAdmin) {}

  /** Returns when the broker has the topics; one that it refuses stays away, as its KafkaTopic would stay NotReady. */
  public async reconcile(manifests: Manifests): Promise<void> {
    const wanted = Object.fromEntries(watched(manifests, 'KafkaTopic', this.cluster).map(topicOf));
    const surplus = Object.keys(this.made).filter(name => !same(this.made[name], wanted[name]));
    const missing = Object.fromEntries(Object.entries(wanted).filter(([name, topic]) => !same(this.made[name], topic)));
    if (surplus.length > 0) await this.admin.deleteTopics(surplus);
    const refused = Object.keys(missing).length === 0 ? {} : await this.admin.createTopics(missing);
    this.made = Object.fromEntries(Object.entries(wanted).filter(([name]) => refused[name] === undefined));
    await eventually('the topics are there', async () => {
      const present = await this.admin.topics();
      const gone = surplus.every(name => this.made[name] !== undefined || present[name] === undefined);
      return gone && Object.entries(this.made).every(([name, topic]) => holds(present[name], topic));
    });
  }
}

/** The topic's name on the broker and what it is; what is not said is -1, the broker's default. Lists become values with commas. */
export function topicOf({ metadata, spec }: Manifest): [string, KafkaTopicState] {
  const { topicName = metadata.name, partitions = -1, replicas = -1, config = {} } = spec;
  return [topicName, { partitions, replicas, settings: Object.fromEntries(Object.entries(config).map(([key, value]) => [key, String(value)])) }];
}

function same(one: KafkaTopicState | undefined, other: KafkaTopicState | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function holds(present: KafkaTopicState | undefined, topic: KafkaTopicState): boolean {
  return present !== undefined && (topic.partitions === -1 || present.partitions === topic.partitions)
    && Object.keys(present.settings).length === Object.keys(topic.settings).length
    && Object.entries(topic.settings).every(([key, value]) => present.settings[key] === value);
}
