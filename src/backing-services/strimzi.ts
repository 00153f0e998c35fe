import { AddressRole } from '../model/address';
import { Credential } from '../model/credential';
import { CredentialPart } from '../model/credential-part';
import { KubernetesSecret } from '../model/kubernetes-secret';
import { Locator } from '../model/locator';
import { Login } from '../model/login';
import { Provision } from '../model/provision';
import { Tls, TlsAuthority } from '../model/tls';
import { IWorkload } from '../model/workload-interface';
import { kafkaAccessName, kafkaUserName } from '../private/kafka-user-name';
import { assertName, NameRule, Names } from '../private/names';
import { assertNamespace } from './operator-namespace';

/** A Kafka cluster of the Strimzi operator. */
export interface StrimziClusterProps {
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

/** The operator makes the Service `<cluster>-kafka-bootstrap` of it, whose name ends at 63 characters. */
const CLUSTER: NameRule = {
  ...Names.SERVICE,
  what: 'the name of a Strimzi Kafka cluster',
  longest: 47,
  allowed: 'an RFC 1035 label: lower-case letters, digits and "-", a letter first, at most 47 characters',
};

/** Pattern in the CRD of Kafka; the reference text says 25 characters. */
const LISTENER: NameRule = {
  what: 'a listener name',
  pattern: /^[a-z0-9]+$/,
  longest: 11,
  allowed: 'lower-case letters and digits, at most 11 characters',
};

/**
 * Where Strimzi serves a cluster.
 * Source: strimzi-kafka-operator 1.2.0, KafkaResources.
 */
export function strimzi(props: StrimziClusterProps, path: string): Provision {
  const { cluster, listener = 'tls', port = 9093 } = props;
  assertName(CLUSTER, cluster, path);
  assertName(LISTENER, listener, path);
  const namespace = assertNamespace(props.namespace, 'Kafka resource', 'KafkaProvider.strimzi()', path);
  const broker = { port, tls: Tls.byClient(TlsAuthority.LOGIN) };
  return new Provision({
    locator: Locator.ofOperator({
      operator: 'strimzi',
      resource: cluster,
      listener,
      namespace,
      podLabels: { 'strimzi.io/cluster': cluster, 'strimzi.io/kind': 'Kafka', 'strimzi.io/name': `${cluster}-kafka` },
      addresses: [
        { ...broker, service: `${cluster}-kafka-bootstrap` },
        { ...broker, service: `${cluster}-kafka-brokers`, headless: true, role: AddressRole.MEMBER },
      ],
    }),
    login: new KafkaUserLogin({ resource: cluster, namespace }),
    furtherSecrets: ['cluster-ca', 'cluster-ca-cert', 'clients-ca', 'clients-ca-cert'].map(ending => `${cluster}-${ending}`),
    serviceAccounts: ['kafka', 'entity-operator', 'kafka-exporter', 'cruise-control'].map(ending => `${cluster}-${ending}`),
  });
}

/**
 * Each workload is a KafkaUser of its own. One beside the cluster reads the User Operator's Secret and the cluster CA's; one in another namespace
 * reads what the Access Operator puts beside it, because Secrets do not cross namespaces.
 * The password is of letters and digits: the User Operator generates it so. The user has the name of the KafkaUser, which is that of an object.
 * Sources: strimzi-kafka-operator 1.2.0, KafkaUserModel, PasswordGenerator; kafka-access-operator 0.3.0, KafkaAccessParser.
 */
class KafkaUserLogin extends Login {
  public readonly enforcesReadOnly = false;

  constructor(private readonly cluster: { readonly resource: string; readonly namespace: string }) {
    super();
  }

  public credentialFor(consumer: IWorkload): Credential {
    const parts = consumer.namespace === this.cluster.namespace ? this.beside(consumer) : this.elsewhere(consumer);
    return Credential.of({ ...parts, 'sasl-mechanism': CredentialPart._literal('SCRAM-SHA-512') });
  }

  private beside(consumer: IWorkload): Record<string, CredentialPart> {
    const user = kafkaUserName(consumer, this.cluster);
    return {
      username: CredentialPart._literal(user),
      password: KubernetesSecret.ofOperator(user, { producer: `KafkaUser ${user}`, emittedKind: 'KafkaUser.kafka.strimzi.io' }).key('password').urlSafe(),
      ca: KubernetesSecret.ofOperator(`${this.cluster.resource}-cluster-ca-cert`, { producer: `Kafka ${this.cluster.resource}` }).key('ca.crt'),
    };
  }

  private elsewhere(consumer: IWorkload): Record<string, CredentialPart> {
    const access = KubernetesSecret.ofOperator(kafkaAccessName(consumer, this.cluster), {
      producer: `KafkaAccess of ${consumer.name}`, emittedKind: 'KafkaAccess.access.strimzi.io',
    });
    return { username: access.key('username').urlSafe(), password: access.key('password').urlSafe(), ca: access.key('ssl.truststore.crt') };
  }
}
