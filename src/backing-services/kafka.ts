import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry, BindingRequest } from '../model/binding-entry';
import { Protocol } from '../model/protocol';
import { SecretReference } from '../model/secret-reference';
import { EndpointOrigin } from '../model/service-endpoint';
import { Topic } from '../model/topic';
import { pathOf, topologyOf } from '../model/topology-element';
import { assertPort } from '../private/bounds';
import { assertCidrs } from '../private/cidr';
import { KafkaLocation, kafkaEntries } from './kafka-binding';
import { parseBroker } from './kafka-broker';
import { KafkaTopicOptions, topicProps } from './kafka-topic-options';
import { strimzi } from './strimzi';

/** A Kafka cluster of the Strimzi operator. */
export interface StrimziProps {
  /** Name of the operator's Kafka resource. */
  readonly cluster: string;
  /**
   * Namespace of the Kafka resource; its topics and users are declared there, because the Topic and User Operators watch it.
   *
   * @default - the topology's namespace
   */
  readonly namespace?: string;
  /**
   * Name of the internal listener that consumers use: one with TLS and SCRAM-SHA-512 authentication.
   *
   * @default "tls"
   */
  readonly listener?: string;
  /**
   * Port of that listener.
   *
   * @default 9093
   */
  readonly port?: number;
}

/** SASL mechanisms of managed Kafka services that authenticate by user name and password. */
export enum SaslMechanism {
  /** User name and password, or API key and secret. */
  PLAIN = 'PLAIN',
  /** Salted challenge and response with SHA-256. */
  SCRAM_SHA_256 = 'SCRAM-SHA-256',
  /** Salted challenge and response with SHA-512. */
  SCRAM_SHA_512 = 'SCRAM-SHA-512',
}

/** A managed Kafka service, over SASL_SSL. Its topics and ACLs belong to its owner. */
export interface KafkaEndpointProps {
  /** Bootstrap servers, `host:port` each. */
  readonly brokers: string[];
  /** User name and password, as a reference. With a CA in it, the servers' certificates are verified against it. */
  readonly credentials: SecretReference;
  /**
   * How clients authenticate.
   *
   * @default SaslMechanism.PLAIN
   */
  readonly mechanism?: SaslMechanism;
  /**
   * DNS names of the brokers that clients learn from the bootstrap servers; `*.` at the front stands for any name.
   *
   * @default - the bootstrap servers only
   */
  readonly brokerHosts?: string[];
  /**
   * Address ranges (CIDR) that the brokers answer from, for network policies.
   *
   * @default - any address, on the brokers' port
   */
  readonly cidrs?: string[];
}

/** Who provides Kafka. */
export class KafkaProvider {
  /**
   * The Strimzi operator: topics, users and ACLs are declared with it, clients use SASL_SSL with SCRAM-SHA-512.
   *
   * @throws BST801 if a name cannot exist, BST007 if the port does not, BST013 if the namespace is unknown
   */
  public static strimzi(props: StrimziProps): KafkaProvider {
    return new KafkaProvider((scope, id) => {
      const path = pathOf(scope, id);
      return strimzi({
        cluster: props.cluster,
        namespace: props.namespace ?? topologyOf(scope).namespace,
        listener: props.listener ?? 'tls',
        port: assertPort(props.port ?? 9093, path),
      }, path);
    });
  }

  /**
   * A managed Kafka service, over SASL_SSL.
   *
   * @throws BST014 if a broker is no `host:port` or the ports differ, BST801 if a host is no DNS name, BST511 if credentials stand in a broker
   */
  public static endpoint(props: KafkaEndpointProps): KafkaProvider {
    return new KafkaProvider((scope, id) => {
      const path = pathOf(scope, id);
      const { host, port, moreHosts } = parseBroker(props.brokers, props.brokerHosts ?? [], path);
      return {
        endpoint: { origin: EndpointOrigin.EXTERNAL, host, port, moreHosts, cidrs: assertCidrs(props.cidrs, path) },
        provider: 'kafka',
        brokers: props.brokers.join(','),
        mechanism: props.mechanism ?? SaslMechanism.PLAIN,
        credentialsOf: () => props.credentials,
        authorityOf: () => props.credentials.has('ca') ? props.credentials : undefined,
      };
    });
  }

  /** @internal */
  public readonly _locate: (scope: Construct, id: string) => KafkaLocation;

  private constructor(locate: (scope: Construct, id: string) => KafkaLocation) {
    this._locate = locate;
  }
}

/** What a Kafka cluster is. */
export interface KafkaProps {
  /** Who provides it. */
  readonly provider: KafkaProvider;
}

/**
 * A Kafka cluster. Workloads publish to its topics and consume from them; they read `<BINDING>_BROKERS`, `_USERNAME`,
 * `_PASSWORD`, `_SECURITY_PROTOCOL`, `_SASL_MECHANISM`, where there is a CA to trust `_CA_FILE`, and, if they consume with one group, `_GROUP_ID`.
 */
export class Kafka extends BackingService {
  private readonly location: KafkaLocation;

  /**
   * @throws BST801 if the id cannot name a Service
   */
  constructor(scope: Construct, id: string, props: KafkaProps) {
    const location = props.provider._locate(scope, id);
    super(scope, id, {
      bindingType: 'kafka',
      bindingProvider: location.provider,
      shape: ServiceShape.BROKER,
      protocol: Protocol.TLS,
      endpoint: location.endpoint,
      clientRouted: true,
    });
    this.location = location;
  }

  /**
   * Declares a topic on this cluster.
   *
   * @param id name of the topic, and of its KafkaTopic object
   * @throws BST801 if the name cannot be a topic's, BST010 if a number is out of bounds, BST014 if a setting is not one of Kafka's
   */
  public topic(id: string, options: KafkaTopicOptions = {}): Topic {
    return new Topic(this, id, { service: this, ...topicProps(options, pathOf(this, id)) });
  }

  public bind(request: BindingRequest): BindingEntry[] {
    return kafkaEntries(this.location, request);
  }
}
