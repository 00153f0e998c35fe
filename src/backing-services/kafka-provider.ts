import { AddressRole } from '../model/address';
import { Credential } from '../model/credential';
import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { ServiceProvider } from '../model/service-provider';
import { Tls } from '../model/tls';
import { topologyOf } from '../model/topology-element';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { AmazonMskProps, amazonMsk } from './amazon-msk';
import { AzureEventHubsProps, azureEventHubs } from './azure-event-hubs';
import { ConfluentCloudProps, confluentCloud } from './confluent-cloud';
import { CredentialOptions } from './credential-options';
import { given } from './given';
import { parseServers } from './kafka-broker';
import { sasl, SaslOptions } from './kafka-sasl';
import { InClusterProps, WorkloadPortOptions } from './port-options';
import { authorityOf, byNeighbour, byWorkload, provided } from './provided-by';
import { ExternalServingOptions } from './serving-options';
import { strimzi, StrimziClusterProps } from './strimzi';
import { assertUsableInTheClear } from './usable-in-the-clear';

/** How a workload of ours serves Kafka. */
export interface KafkaWorkloadOptions extends WorkloadPortOptions, SaslOptions {}

/** Kafka that somebody else runs in this cluster. */
export interface InClusterKafkaProps extends InClusterProps, SaslOptions {}

/**
 * A Kafka cluster of a third party, or any other outside of the cluster. Its topics and ACLs belong to its owner. It is entered with parts `username` and
 * `password`; with `client-certificate` and `private-key`; or, in a network that lets nobody else in, without credentials.
 */
export interface ExternalKafkaProps extends ExternalServingOptions, CredentialOptions, SaslOptions {
  /**
   * Bootstrap servers, `host:port` each: by DNS name, or by IP address (`203.0.113.7:9092`, `[2001:db8::7]:9092`), which few certificates name. Brokers that
   * tell clients their addresses are bootstrap servers or `brokerHosts` by these.
   */
  readonly bootstrapServers: string[];
  /**
   * DNS names or IP addresses of the brokers that clients learn from the bootstrap servers; `*.` before a domain of two parts or more stands for any name in it.
   *
   * @default - the bootstrap servers only
   */
  readonly brokerHosts?: string[];
  /**
   * How the connection to each broker is encrypted. With `Tls.NONE` clients are told `SASL_PLAINTEXT`, or `PLAINTEXT` where they enter without a password.
   *
   * @default - clients start TLS (`SASL_SSL`, or `SSL` without a password) and verify the brokers by the part `ca` of the credentials, or, without one, by
   * the authorities they trust
   */
  readonly tls?: Tls;
}

const USUAL = { port: 9092, protocol: Protocol.TCP };

/**
 * Who provides Kafka. What extends it gives the brokers that clients learn of as addresses with `AddressRole.MEMBER`, and a login of parts
 * `username`, `password` and `sasl-mechanism`, or `client-certificate` and `private-key`.
 */
export abstract class KafkaProvider extends ServiceProvider {
  /** A workload of ours, whose brokers are reached by one Kubernetes Service; the mesh encrypts. Usual port: 9092. */
  public static workload(workload: IWorkload, options: KafkaWorkloadOptions = {}): KafkaProvider {
    return given(KafkaProvider, ({ id, path }) => provided(byWorkload(workload, id, options, USUAL), options, path, sasl(options, path)));
  }

  /**
   * The Strimzi operator: topics, users and ACLs are declared with it, clients use SASL_SSL with SCRAM-SHA-512.
   *
   * @throws BST801 if a name cannot exist, BST007 if the port does not, BST013 if the namespace is unknown
   */
  public static strimzi(props: StrimziClusterProps): KafkaProvider {
    return given(KafkaProvider, ({ scope, path }) => strimzi({ ...props, namespace: props.namespace ?? topologyOf(scope).namespace }, path));
  }

  /** Somebody else in this cluster, whose topics and ACLs are its owner's: another team, another program. Usual port: 9092. */
  public static inCluster(props: InClusterKafkaProps): KafkaProvider {
    return given(KafkaProvider, ({ path }) => provided(byNeighbour(props, USUAL), props, path, sasl(props, path)));
  }

  /**
   * A third party, such as a managed service; over TLS unless told otherwise.
   *
   * @throws BST027 if a server is no `host:port` or the ports differ, BST801 if a host is neither a DNS name nor an IP address, BST032 if one
   * is not outside, BST026 if `cidrs` leave out a host that is an IP address, BST511 if credentials stand in a server, BST017 if the credentials lack a part
   * or have one that only a client can use which starts TLS, or if there are none for the mechanism, BST016 if the mesh is to start TLS to several
   */
  public static external(props: ExternalKafkaProps): KafkaProvider {
    return given(KafkaProvider, ({ path }) => {
      // Those of Java, librdkafka and KafkaJS send the name of the broker that they dial.
      const tls = (props.tls ?? Tls.byClient(authorityOf(props.credentials))).namingServer();
      const { bootstrap: [first, ...others], brokers } = parseServers(props.bootstrapServers, props.brokerHosts ?? [], path);
      const addresses = [
        { ...first, tls },
        ...others.map(server => ({ ...server, tls, role: AddressRole.ALTERNATE })),
        ...brokers.map(server => ({ ...server, tls, role: AddressRole.MEMBER })),
      ];
      return provided(Locator.external({ cidrs: props.cidrs, addresses }), props, path, atBroker(tls, sasl(props, path), path));
    });
  }

  /**
   * Confluent Cloud: PLAIN with an API key, over TLS by a public authority; brokers have hosts beside that of the bootstrap server. Its topics and ACLs are declared there.
   * Source: https://docs.confluent.io/cloud/current/client-apps/config-client.html
   *
   * @throws BST027 if the server is no `host:port`, BST801 if it is none of Confluent Cloud, BST511 if credentials stand in it, BST017 if the credentials lack a part, BST026 if an
   * address range is none
   */
  public static confluentCloud(props: ConfluentCloudProps): KafkaProvider {
    return given(KafkaProvider, ({ path }) => confluentCloud(props, path));
  }

  /**
   * Amazon MSK: SCRAM-SHA-512, client certificates or nothing, as the port of the brokers says; Amazon's public authorities. IAM is not covered: its clients sign, and are told no
   * password. Source: https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html
   *
   * @throws BST027 if a server is no `host:port`, the ports differ, or the port is none of MSK or that of IAM, BST801 if a host is none of MSK, BST511 if credentials stand in it, BST017
   * if the credentials are not what the port asks for, BST026 if an address range is none
   */
  public static amazonMsk(props: AmazonMskProps): KafkaProvider {
    return given(KafkaProvider, ({ path }) => amazonMsk(props, path));
  }

  /**
   * Azure Event Hubs, whose namespace speaks Kafka at port 9093: PLAIN with the user name `$ConnectionString` and a connection string as the password.
   * Source: https://learn.microsoft.com/azure/event-hubs/azure-event-hubs-apache-kafka-overview
   *
   * @throws BST801 if the host is none of Event Hubs, BST511 if credentials stand in it, BST017 if the credentials lack a part, BST026 if an address range is none
   */
  public static azureEventHubs(props: AzureEventHubsProps): KafkaProvider {
    return given(KafkaProvider, ({ path }) => azureEventHubs(props, path));
  }
}

guard('KafkaProvider', KafkaProvider);

/** Outside, where no sidecar of the server's makes the handshake that a certificate is for. */
function atBroker({ isOfClient }: Tls, complete: (credential: Credential) => Credential, path: string): (credential: Credential) => Credential {
  return credential => complete(isOfClient ? credential : assertUsableInTheClear(credential, path, 'let clients start TLS, by Tls.byClient()'));
}
