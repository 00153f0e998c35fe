import { Credential } from '../model/credential';
import { KubernetesSecret } from '../model/kubernetes-secret';
import { Locator } from '../model/locator';
import { Login } from '../model/login';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { Tls, TlsAuthority } from '../model/tls';
import { assertName, NameRule, Names } from '../private/names';
import { ReadOnlyCredentialOptions } from './credential-options';
import { Asked } from './given';
import { operatorNamespace } from './operator-namespace';
import { assertParts, ENTERS_OPENSEARCH } from './required-parts';

/** An OpenSearchCluster of the OpenSearch operator. */
export interface OpenSearchOperatorProps extends ReadOnlyCredentialOptions {
  /** Name of the operator's OpenSearchCluster. */
  readonly cluster: string;
  /**
   * Namespace of the OpenSearchCluster. Its Secrets can be read there only: consumers live there too, or `credentials` are what a store of the Kubernetes
   * provider of External Secrets reads there.
   *
   * @default - the topology's namespace
   */
  readonly namespace?: string;
  /**
   * Name of its Kubernetes Service: `spec.general.serviceName`. The certificates that the operator makes name `<cluster>.<namespace>.svc`, so that clients which
   * verify the server find it by another name only if somebody else made its certificate.
   *
   * @default - the cluster's name
   */
  readonly service?: string;
  /**
   * Port of that Service: `spec.general.httpPort`.
   *
   * @default 9200
   */
  readonly port?: number;
  /**
   * Whom consumers enter as, in place of the administrator: parts `username` and `password`, such as of an OpensearchUser. The server's authority is that of the
   * operator, unless there is a part `ca`.
   *
   * @default - the administrator, who may do everything
   */
  readonly credentials?: Credential;
  /**
   * Secret that holds the authority of the server's certificate, under the key `ca.crt`.
   *
   * @default - `<cluster>-http-cert`, which the operator makes where `spec.security.tls.http.generate` is true
   */
  readonly caSecret?: string;
  /**
   * How the connection is encrypted: `Tls.NONE` where `spec.security.tls.http.enabled` is false; `Tls.byClient(TlsAuthority.NONE)` for the demo certificates of
   * a cluster that says nothing of TLS, which vouch for nobody.
   *
   * @default - clients start TLS and verify the server by that authority
   */
  readonly tls?: Tls;
  /**
   * Labels of the servers' pods. Operators before 3.0 set `opster.io/opensearch-cluster`.
   *
   * @default - `opensearch.org/opensearch-cluster`, with the cluster's name
   */
  readonly podLabels?: Record<string, string>;
}

/** The operator makes the Secret and Service names of it, the longest of a Service with `-dashboards`. */
const CLUSTER: NameRule = {
  ...Names.SERVICE,
  what: 'the name of an OpenSearchCluster',
  longest: 52,
  allowed: 'an RFC 1035 label: lower-case letters, digits and "-", a letter first, at most 52 characters',
};

const SERVICES = ['discovery', 'dashboards'];
const SECRETS = ['ca', 'transport-cert', 'admin-cert', 'dashboards-password', 'security-config-generated'];

/**
 * Where the operator serves a cluster, and what its Secrets hold. Sources: opensearch-project/opensearch-k8s-operator, docs/userguide/main.md,
 * pkg/reconcilers/tls.go (`<cluster>-http-cert`), pkg/helpers/securityconfig_defaults.go (`<cluster>-admin-password`), pkg/helpers/constants.go (labels).
 */
export function openSearchOperator(props: OpenSearchOperatorProps, asked: Asked): Provision {
  const { path } = asked;
  const { port = 9200, tls = Tls.byClient(TlsAuthority.LOGIN) } = props;
  const cluster = assertName(CLUSTER, props.cluster, path);
  const service = assertName(Names.SERVICE, props.service ?? cluster, path);
  return new Provision({
    locator: Locator.ofOperator({
      operator: 'opensearch-operator',
      resource: cluster,
      namespace: operatorNamespace(props.namespace, 'OpenSearchCluster', 'OpenSearchProvider.openSearchOperator', asked),
      podLabels: props.podLabels ?? { 'opensearch.org/opensearch-cluster': cluster },
      addresses: [{ service, port, protocol: Protocol.HTTP, tls }],
    }),
    login: loginOf(props, tls, path),
    furtherServices: SERVICES.map(ending => `${cluster}-${ending}`),
    furtherSecrets: SECRETS.map(ending => `${cluster}-${ending}`),
  });
}

function loginOf(props: OpenSearchOperatorProps, tls: Tls, path: string): Login {
  const { cluster, credentials, readOnlyCredentials } = props;
  const producer = `OpenSearchCluster ${cluster}`;
  const admin = () => {
    const secret = KubernetesSecret.ofOperator(`${cluster}-admin-password`, { producer });
    return Credential.of({ username: secret.key('username'), password: secret.key('password') });
  };
  const complete = (credential: Credential) => {
    assertParts(credential, ENTERS_OPENSEARCH, path);
    return tls.authority !== TlsAuthority.LOGIN || credential.has('ca') ? credential : credential.with('ca', authority(props, producer, path).key('ca.crt'));
  };
  return Login.shared(complete(credentials ?? admin()), readOnlyCredentials && complete(readOnlyCredentials));
}

/** The operator makes an authority where it is not told of one; another one is made by whoever told it. */
function authority({ cluster, caSecret }: OpenSearchOperatorProps, producer: string, path: string): KubernetesSecret {
  if (caSecret === undefined) return KubernetesSecret.ofOperator(`${cluster}-http-cert`, { producer });
  return KubernetesSecret.existing(assertName(Names.SUBDOMAIN, caSecret, path), { reason: `authority that is told to ${producer}` });
}
