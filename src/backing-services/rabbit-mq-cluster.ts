import { Credential } from '../model/credential';
import { KubernetesSecret } from '../model/kubernetes-secret';
import { Locator } from '../model/locator';
import { Provision } from '../model/provision';
import { Tls, TlsAuthority } from '../model/tls';
import { assertName, NameRule, Names } from '../private/names';
import { ReadOnlyCredentialOptions } from './credential-options';
import { assertNamespace } from './operator-namespace';
import { rabbitMq } from './rabbit-mq-login';
import { RabbitMqVirtualHostOptions } from './rabbit-mq-virtual-host';

/** A cluster of the RabbitMQ Cluster Operator. */
export interface RabbitMqClusterProps extends ReadOnlyCredentialOptions, RabbitMqVirtualHostOptions {
  /** Name of the operator's RabbitmqCluster. */
  readonly cluster: string;
  /**
   * Namespace of the RabbitmqCluster. Its Secrets can be read there only, so consumers that enter as its default user must live there too.
   *
   * @default - the topology's namespace
   */
  readonly namespace?: string;
  /**
   * Another user than the default one: the Secret `<user>-user-credentials` that the Messaging Topology Operator makes of a User, or a user that a store keeps. Parts of a
   * Secret are `urlSafe()` where that operator generates them, as it generates what it is not told.
   * Source: https://www.rabbitmq.com/kubernetes/operator/using-topology-operator
   *
   * @default - those of the Secret `<cluster>-default-user`
   */
  readonly credentials?: Credential;
  /**
   * How clients connect: in the clear at port 5672, or by TLS, which they start, at port 5671, if `spec.tls.secretName` of the RabbitmqCluster names a certificate.
   *
   * @default - clients start TLS if there is a `caSecret` or a part `ca` of the credentials, by which they verify the server; else Tls.NONE
   */
  readonly tls?: Tls;
  /**
   * Secret in the namespace of the consumers that holds the authority of the servers' certificate, under the key `ca.crt`, as cert-manager writes it beside the
   * certificate. The operator makes none.
   *
   * @default - the part `ca` of the credentials
   */
  readonly caSecret?: string;
}

/** The operator makes the Service `<cluster>-nodes` of it, whose name ends at 63 characters. */
const CLUSTER: NameRule = {
  ...Names.SERVICE,
  what: 'the name of a RabbitmqCluster',
  longest: 57,
  allowed: 'an RFC 1035 label: lower-case letters, digits and "-", a letter first, at most 57 characters',
};

/**
 * Where the operator serves a cluster, and what its Secrets hold. Name and password of the default user are base64url of 24 bytes, without padding, so that
 * they can stand in a URL. The operator's `connection_string` is not told: it ends in "/", which is a virtual host without a name.
 * Sources: rabbitmq/cluster-operator v2.22.3, internal/resource/default_user_secret.go, erlang_cookie.go, service.go, headless_service.go, service_account.go,
 * internal/metadata/label.go.
 */
export function rabbitMqCluster(props: RabbitMqClusterProps, path: string): Provision {
  const { cluster, caSecret } = props;
  assertName(CLUSTER, cluster, path);
  const namespace = assertNamespace(props.namespace, 'RabbitmqCluster', 'RabbitMqProvider.clusterOperator()', path);
  const credentials = verifying(props.credentials ?? defaultUserOf(cluster), caSecret, path);
  const tls = props.tls ?? (credentials.has('ca') ? Tls.byClient(TlsAuthority.LOGIN) : Tls.NONE);
  const locator = Locator.ofOperator({
    operator: 'rabbitmq-cluster-operator', resource: cluster, namespace, podLabels: { 'app.kubernetes.io/name': cluster },
    addresses: [{ service: cluster, port: tls.isOfClient ? 5671 : 5672, tls }],
  });
  const { login, database } = rabbitMq(locator, { ...props, credentials }, path);
  return new Provision({
    locator, login, database, furtherServices: [`${cluster}-nodes`], serviceAccounts: [`${cluster}-server`],
    furtherSecrets: [`${cluster}-erlang-cookie`, ...props.credentials ? [defaultSecret(cluster)] : []],
  });
}

function defaultSecret(cluster: string): string {
  return `${cluster}-default-user`;
}

function defaultUserOf(cluster: string): Credential {
  const secret = KubernetesSecret.ofOperator(defaultSecret(cluster), { producer: `RabbitmqCluster ${cluster}` });
  return Credential.of({ username: secret.key('username').urlSafe(), password: secret.key('password').urlSafe() });
}

/** With the authority that is said. */
function verifying(credentials: Credential, caSecret: string | undefined, path: string): Credential {
  if (caSecret === undefined) return credentials;
  const reason = 'authority of the certificate that the RabbitmqCluster is told of';
  return credentials.with('ca', KubernetesSecret.existing(assertName(Names.SUBDOMAIN, caSecret, path), { reason }).key('ca.crt'));
}
