import { guard } from '../private/boundary';
import { assertWhole } from '../private/bounds';
import { isBranded } from '../private/brand';
import { frozenList } from '../private/frozen-copy';
import { lockMembers } from '../private/lock-members';
import { assertName, Names, sortedRecord } from '../private/names';
import { BackingService } from './backing-service';
import { Channel } from './channel';
import { pathOf } from './topology-element';

/** What a topic is; an option that is left out is the broker's to choose. @internal */
export interface KafkaTopicProps {
  readonly topicName?: string;
  readonly partitions?: number;
  readonly replicas?: number;
  readonly settings?: Record<string, string>;
  /** The options that the settings were said by; outputs know settings, and messages tell these. */
  readonly settingOptions?: string[];
  readonly declaredElsewhere?: boolean;
}

/** A topic on a Kafka cluster. `Kafka.topic()` and `Kafka.existingTopic()` declare it, and nothing else can; it never changes. */
export class KafkaTopic extends Channel {
  /** Whether a channel is a topic on a Kafka cluster. */
  public static isKafkaTopic(x: any): x is KafkaTopic {
    return typeof x === 'object' && x !== null && isBranded(x as object, 'KafkaTopic');
  }

  /**
   * Called by `Kafka`, which has turned its options into Kafka's words.
   *
   * @internal
   */
  public static _declare(service: BackingService, id: string, props: KafkaTopicProps): KafkaTopic {
    return new KafkaTopic(service, id, props);
  }

  /** The topic's name on the broker. */
  public readonly topicName: string;
  /** Number of partitions; without it, the broker's `num.partitions`. */
  public readonly partitions?: number;
  /** Number of copies of each partition; without it, the broker's `default.replication.factor`. */
  public readonly replicas?: number;
  /** Settings in the broker's words, sorted. */
  public readonly settings: Record<string, string>;
  /** The options that the settings were said by. @internal */
  public readonly _settingOptions: readonly string[];

  private constructor(service: BackingService, id: string, props: KafkaTopicProps) {
    const path = pathOf(service, id);
    const { declaredElsewhere = false, topicName = id } = props;
    const within = (what: string, value: number | undefined, most: number) => (
      value === undefined ? undefined : assertWhole(what, value, [1, most], path));
    const partitions = within('partitions', props.partitions, 10_000);
    const replicas = within('replicas', props.replicas, 32_767);
    super({
      service,
      name: declaredElsewhere ? id : assertName(Names.SUBDOMAIN, id, path, 'keep the id lower-case and give the broker\'s name as topicName'),
      address: assertName(Names.KAFKA_TOPIC, topicName, path),
      readInGroups: true,
      declaredElsewhere,
    });
    this.topicName = topicName;
    this.partitions = partitions;
    this.replicas = replicas;
    this.settings = Object.freeze(sortedRecord(props.settings ?? {}));
    this._settingOptions = frozenList(props.settingOptions ?? []);
    lockMembers(this);
  }
}

guard('KafkaTopic', KafkaTopic);
