import { Construct } from 'constructs';
import { assertName, Names, sortedRecord } from '../private/names';
import { BackingService } from './backing-service';
import { brand } from './brand';
import { pathOf, TopologyElement } from './topology-element';

/** What a topic is. */
export interface TopicProps {
  /** The broker that it lives on. */
  readonly service: BackingService;
  /**
   * The topic's name on the broker.
   *
   * @default - the id
   */
  readonly topicName?: string;
  /** Number of partitions. */
  readonly partitions: number;
  /**
   * Number of copies of each partition.
   *
   * @default - the broker's default.replication.factor
   */
  readonly replicas?: number;
  /**
   * Settings in the broker's words, such as `retention.ms`.
   *
   * @default - the broker's
   */
  readonly settings?: Record<string, string>;
}

/** A named stream of messages on a broker. */
export class Topic extends TopologyElement {
  /** The construct id; it names the topic's Kubernetes object. */
  public readonly name: string;
  /** The broker that it lives on. */
  public readonly service: BackingService;
  /** The topic's name on the broker. */
  public readonly topicName: string;
  /** Number of partitions. */
  public readonly partitions: number;
  /** Number of copies of each partition. */
  public readonly replicas?: number;
  /** Settings in the broker's words, sorted. */
  public readonly settings: Record<string, string>;

  constructor(scope: Construct, id: string, props: TopicProps) {
    const path = pathOf(scope, id);
    super(scope, assertName(Names.SUBDOMAIN, id, path, 'keep the id lower-case and give the broker\'s name as topicName'));
    this.name = id;
    this.service = props.service;
    this.topicName = assertName(Names.KAFKA_TOPIC, props.topicName ?? id, path);
    this.partitions = props.partitions;
    this.replicas = props.replicas;
    this.settings = sortedRecord(props.settings ?? {});
  }
}

brand(Topic, 'Topic');
