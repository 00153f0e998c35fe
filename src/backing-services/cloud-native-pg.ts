import { AddressRole } from '../model/address';
import { Credential } from '../model/credential';
import { KubernetesSecret } from '../model/kubernetes-secret';
import { Locator } from '../model/locator';
import { Login } from '../model/login';
import { Provision } from '../model/provision';
import { Tls, TlsAuthority } from '../model/tls';
import { assertName, NameRule, Names } from '../private/names';
import { TopologyError } from '../private/topology-error';

/** A cluster of the CloudNativePG operator. */
export interface CloudNativePgProps {
  /** Name of the operator's Cluster. */
  readonly cluster: string;
  /**
   * Namespace of the Cluster. Its Secrets can be read there only, so consumers must live there too.
   *
   * @default - the topology's namespace
   */
  readonly namespace?: string;
  /**
   * Secret that holds the authority of the servers' certificate, under the key `ca.crt`.
   *
   * @default - `<cluster>-ca`, which the operator makes
   */
  readonly caSecret?: string;
  /**
   * ServiceAccount that the Cluster's pods run as: `spec.serviceAccountName` of the Cluster.
   *
   * @default - the Cluster's name, under which the operator makes one
   */
  readonly serviceAccountName?: string;
}

/** `validateName` of the operator's webhook. */
const CLUSTER: NameRule = {
  ...Names.SERVICE,
  what: 'the name of a CloudNativePG Cluster',
  longest: 50,
  allowed: 'an RFC 1035 label: lower-case letters, digits and "-", a letter first, at most 50 characters',
};

/**
 * Where CloudNativePG serves a cluster's bootstrap database, and what its Secrets hold.
 * Sources: cloudnative-pg v1.30.0, pkg/specs/secrets.go (keys; `uri` is percent-encoded and carries no sslmode), pkg/specs/services.go, pkg/specs/serviceaccount.go.
 */
export function cloudNativePg({ cluster, namespace, caSecret, serviceAccountName = cluster }: CloudNativePgProps, path: string): Provision {
  assertName(CLUSTER, cluster, path);
  if (namespace === undefined) {
    throw new TopologyError({
      code: 'BST013',
      path,
      problem: 'the namespace of the CloudNativePG Cluster is unknown',
      fix: 'give it to PostgresProvider.cloudNativePg(), the Topology or the Chart',
    });
  }
  if (caSecret !== undefined) assertName(Names.SUBDOMAIN, caSecret, path);
  assertName(Names.SUBDOMAIN, serviceAccountName, path);
  const server = { port: 5432, tls: Tls.inProtocol(TlsAuthority.LOGIN) };
  return new Provision({
    locator: Locator.ofOperator({
      operator: 'cloudnative-pg',
      resource: cluster,
      namespace,
      podLabels: { 'cnpg.io/cluster': cluster },
      addresses: [{ ...server, service: `${cluster}-rw` }, { ...server, service: `${cluster}-ro`, role: AddressRole.READ_ONLY }],
    }),
    login: Login.shared(credentialOf(cluster, caSecret)),
    furtherServices: [`${cluster}-r`],
    furtherSecrets: ['server', 'replication', 'superuser'].map(ending => `${cluster}-${ending}`),
    serviceAccounts: [serviceAccountName],
  });
}

/** User name and password are letters and digits: the operator generates them so. */
function credentialOf(cluster: string, caSecret?: string): Credential {
  const producer = `CloudNativePG Cluster ${cluster}`;
  const app = KubernetesSecret.ofOperator(`${cluster}-app`, { producer });
  return Credential.of({
    username: app.key('username').urlSafe(),
    password: app.key('password').urlSafe(),
    database: app.key('dbname').urlSafe(),
    uri: app.key('uri'),
    ca: authority(producer, `${cluster}-ca`, caSecret).key('ca.crt'),
  });
}

/** The operator makes an authority where it is not told of one; another one is made by whoever told it. */
function authority(producer: string, its: string, given?: string): KubernetesSecret {
  return given === undefined ? KubernetesSecret.ofOperator(its, { producer }) : KubernetesSecret.existing(given, { reason: `authority that is told to ${producer}` });
}
