import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { bootstrapAddresses } from '../model/bootstrap-addresses';
import { KafkaTopic } from '../model/kafka-topic';
import { provisionOf } from '../model/service-provider';
import { pathOf } from '../model/topology-element';
import { acceptArguments, guard } from '../private/boundary';
import { kafkaEntries } from './kafka-binding';
import { KafkaProvider } from './kafka-provider';
import { ExistingKafkaTopicOptions, KafkaTopicOptions, topicProps } from './kafka-topic-options';
import { assertParts } from './required-parts';

/** Without a mechanism, clients would be told to enter without the password. */
const ENTERED_BY_SASL = [['username', 'password', 'sasl-mechanism']];

/** What a Kafka cluster is. */
export interface KafkaProps {
  /** Who provides it. */
  readonly provider: KafkaProvider;
}

/**
 * A Kafka cluster. Workloads publish to its topics and consume from them; they read `<BINDING>_BROKERS`, `_USERNAME`,
 * `_PASSWORD`, `_SECURITY_PROTOCOL`, `_SASL_MECHANISM`, where there is a CA to trust `_CA_FILE`, and, if they consume with one group,
 * `_GROUP_ID`; with several, `_GROUP_ID_<TOPIC>` for each topic. Those that publish in transactions read `_TRANSACTIONAL_ID_PREFIX`.
 */
export class Kafka extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service
   */
  constructor(scope: Construct, id: string, props: KafkaProps) {
    acceptArguments('new Kafka', [scope, id, props]);
    super(scope, id, { bindingType: 'kafka', provision: provisionOf(props.provider, scope, id), shape: ServiceShape.BROKER, clientRouted: true });
  }

  /**
   * Declares a topic on this cluster.
   *
   * @param id name of the topic, and of its KafkaTopic object
   * @throws BST801 if the name cannot be a topic's, BST010 if a number is out of bounds, BST421 if a setting is not one of Kafka's
   */
  public topic(id: string, options: KafkaTopicOptions = {}): KafkaTopic {
    return KafkaTopic._declare(this, id, topicProps(options, pathOf(this, id)));
  }

  /**
   * Names a topic that another program declares on this cluster: what workloads may do with it is derived, the topic itself is not emitted.
   *
   * @param id name of the topic
   * @throws BST801 if the name cannot be a topic's
   */
  public existingTopic(id: string, options: ExistingKafkaTopicOptions = {}): KafkaTopic {
    return KafkaTopic._declare(this, id, { topicName: options.topicName, declaredElsewhere: true });
  }

  /**
   * @throws BST017 if the credential has a password and does not say by which SASL mechanism it is used, BST019 if a consumer of several groups
   * cannot be told by variables which topic it reads with which
   */
  public bind(request: BindingRequest): BindingEntry[] {
    if (request.credential?.has('password')) assertParts(request.credential, ENTERED_BY_SASL, this.path);
    return kafkaEntries(bootstrapAddresses(this), request);
  }
}

guard('Kafka', Kafka);
