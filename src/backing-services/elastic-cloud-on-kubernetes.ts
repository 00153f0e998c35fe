import { Credential } from '../model/credential';
import { CredentialPart } from '../model/credential-part';
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
import { assertParts, ENTERS_ELASTICSEARCH } from './required-parts';

/** An Elasticsearch resource of Elastic Cloud on Kubernetes. */
export interface ElasticCloudOnKubernetesProps extends ReadOnlyCredentialOptions {
  /** Name of the operator's Elasticsearch resource. */
  readonly cluster: string;
  /**
   * Namespace of the Elasticsearch resource. Its Secrets can be read there only: consumers live there too, or `credentials` are what a store of the Kubernetes
   * provider of External Secrets reads there.
   *
   * @default - the topology's namespace
   */
  readonly namespace?: string;
  /**
   * Whom consumers enter as, in place of the user `elastic`: parts `username` and `password` of the file realm, `api-key`, or `token`. The server's authority is
   * that of the operator, unless there is a part `ca`.
   *
   * @default - the user `elastic`, who may do everything
   */
  readonly credentials?: Credential;
  /**
   * How the connection is encrypted: `Tls.NONE` where `spec.http.tls.selfSignedCertificate.disabled` is true, as in a mesh; `Tls.byClient()` where the
   * certificate is one that clients trust by themselves.
   *
   * @default - clients start TLS and verify the server by the operator's authority
   */
  readonly tls?: Tls;
}

/** `MaxResourceNameLength` of the operator. */
const CLUSTER: NameRule = {
  ...Names.SERVICE,
  what: 'the name of an Elasticsearch resource',
  longest: 36,
  allowed: 'an RFC 1035 label: lower-case letters, digits and "-", a letter first, at most 36 characters',
};

const SERVICES = ['transport', 'internal-http', 'remote-cluster'];
const SECRETS = [
  'http-certs-internal', 'http-ca-internal', 'transport-certs-public', 'transport-ca-internal', 'internal-users', 'xpack-file-realm', 'remote-ca', 'secure-settings',
  'file-settings',
];

/**
 * Where the operator serves a cluster, and what its Secrets hold. Sources: elastic/cloud-on-k8s v3, pkg/apis/elasticsearch/v1/name.go and labels.go,
 * pkg/controller/common/certificates; pkg/controller/common/password/password.go, whose passwords have signs such as "/" and "%".
 */
export function elasticCloudOnKubernetes(props: ElasticCloudOnKubernetesProps, asked: Asked): Provision {
  const { tls = Tls.byClient(TlsAuthority.LOGIN) } = props;
  const cluster = assertName(CLUSTER, props.cluster, asked.path);
  const made = (ending: string) => `${cluster}-es-${ending}`;
  return new Provision({
    locator: Locator.ofOperator({
      operator: 'eck',
      resource: cluster,
      namespace: operatorNamespace(props.namespace, 'Elasticsearch', 'ElasticsearchProvider.elasticCloudOnKubernetes', asked),
      podLabels: { 'common.k8s.elastic.co/type': 'elasticsearch', 'elasticsearch.k8s.elastic.co/cluster-name': cluster },
      addresses: [{ service: made('http'), port: 9200, protocol: Protocol.HTTP, tls }],
    }),
    login: loginOf(props, tls, asked.path),
    furtherServices: SERVICES.map(made),
    furtherSecrets: SECRETS.map(made),
  });
}

function loginOf({ cluster, credentials, readOnlyCredentials }: ElasticCloudOnKubernetesProps, tls: Tls, path: string): Login {
  const secret = (ending: string) => KubernetesSecret.ofOperator(`${cluster}-es-${ending}`, { producer: `Elasticsearch ${cluster}` });
  const elastic = () => Credential.of({ username: CredentialPart._literal('elastic'), password: secret('elastic-user').key('elastic') });
  const verifying = (credential: Credential) => tls.authority !== TlsAuthority.LOGIN || credential.has('ca') ? credential
    : credential.with('ca', secret('http-certs-public').key('ca.crt'));
  const complete = (credential: Credential) => verifying(assertParts(credential, ENTERS_ELASTICSEARCH, path));
  return Login.shared(complete(credentials ?? elastic()), readOnlyCredentials && complete(readOnlyCredentials));
}
