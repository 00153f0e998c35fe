import { AddressRole } from '../model/address';
import { Credential } from '../model/credential';
import { CredentialPart } from '../model/credential-part';
import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { ServiceProvider } from '../model/service-provider';
import { Tls } from '../model/tls';
import { topologyOf } from '../model/topology-element';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { TopologyError } from '../private/topology-error';
import { CredentialOptions, CredentialProps } from './credential-options';
import { given } from './given';
import { parseServers } from './kafka-broker';
import { InClusterProps, WorkloadPortOptions } from './port-options';
import { authorityOf, byNeighbour, byWorkload, provided } from './provided-by';
import { assertParts } from './required-parts';
import { ExternalServingOptions } from './serving-options';
import { strimzi, StrimziClusterProps } from './strimzi';

/** SASL mechanisms of Kafka that authenticate by user name and password. */
export enum SaslMechanism {
  /** User name and password, or API key and secret. */
  PLAIN = 'PLAIN',
  /** Salted challenge and response with SHA-256. */
  SCRAM_SHA_256 = 'SCRAM-SHA-256',
  /** Salted challenge and response with SHA-512. */
  SCRAM_SHA_512 = 'SCRAM-SHA-512',
}

/** How clients of Kafka authenticate that have a user name and a password. */
export interface SaslOptions {
  /**
   * How clients authenticate by the parts `username` and `password`. Those with parts `client-certificate` and `private-key` authenticate by TLS.
   *
   * @default SaslMechanism.PLAIN
   */
  readonly mechanism?: SaslMechanism;
}

/** How a workload of ours serves Kafka. */
export interface KafkaWorkloadOptions extends WorkloadPortOptions, SaslOptions {}

/** Kafka that somebody else runs in this cluster. */
export interface InClusterKafkaProps extends InClusterProps, SaslOptions {}

/** A managed Kafka service, over TLS. Its topics and ACLs belong to its owner. */
export interface ExternalKafkaProps extends ExternalServingOptions, CredentialProps, SaslOptions {
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
}

const USUAL = { port: 9092, protocol: Protocol.TCP };
const ENTERED_WITH = [['username', 'password'], ['client-certificate', 'private-key']];

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
   * A managed Kafka service, over TLS.
   *
   * @throws BST027 if a server is no `host:port` or the ports differ, BST801 if a host is neither a DNS name nor an IP address, BST032 if one
   * is not outside, BST026 if `cidrs` leave out a host that is an IP address, BST511 if credentials stand in a server, BST017 if the credentials lack a part
   */
  public static external(props: ExternalKafkaProps): KafkaProvider {
    return given(KafkaProvider, ({ path }) => {
      // Those of Java, librdkafka and KafkaJS send the name of the broker that they dial.
      const tls = Tls.byClient(authorityOf(props.credentials)).namingServer();
      const { bootstrap: [first, ...others], brokers } = parseServers(props.bootstrapServers, props.brokerHosts ?? [], path);
      const addresses = [
        { ...first, tls },
        ...others.map(server => ({ ...server, tls, role: AddressRole.ALTERNATE })),
        ...brokers.map(server => ({ ...server, tls, role: AddressRole.MEMBER })),
      ];
      return provided(Locator.external({ cidrs: props.cidrs, addresses }), props, path, sasl(props, path));
    });
  }
}

guard('KafkaProvider', KafkaProvider);

/** A client with a password authenticates by SASL, one without by its certificate. */
function sasl({ mechanism, credentials }: SaslOptions & CredentialOptions, path: string): (credential: Credential) => Credential {
  if (mechanism !== undefined && !credentials) {
    throw new TopologyError({
      code: 'BST017',
      path,
      problem: `the mechanism ${mechanism} says how clients enter with a password, but there are no credentials`,
      fix: 'give the credentials, or leave the mechanism out',
    });
  }
  return credential => {
    assertParts(credential, ENTERED_WITH, path);
    return credential.has('password') ? credential.with('sasl-mechanism', CredentialPart._literal(mechanism ?? SaslMechanism.PLAIN)) : credential;
  };
}
