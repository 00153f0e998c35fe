import { AddressRole } from '../model/address';
import { Credential } from '../model/credential';
import { CredentialPart } from '../model/credential-part';
import { KubernetesSecret } from '../model/kubernetes-secret';
import { Locator } from '../model/locator';
import { Login } from '../model/login';
import { Provision } from '../model/provision';
import { Tls, TlsAuthority } from '../model/tls';
import { assertNoCredential } from '../private/literal-secret';
import { assertName, NameRule, Names } from '../private/names';
import { TopologyError } from '../private/topology-error';
import { ReadOnlyCredentialOptions } from './credential-options';
import { ENTERS_BY_PASSWORD, ofDatabase } from './database-of-server';
import { MYSQL_DATABASE } from './my-sql-database';
import { assertNamespace } from './operator-namespace';

/** A MariaDB of the MariaDB operator (`k8s.mariadb.com`). */
export interface MariaDbProps extends ReadOnlyCredentialOptions {
  /** Name of the operator's MariaDB resource. */
  readonly cluster: string;
  /**
   * Namespace of the MariaDB resource. Its Secrets can be read there only: consumers live there too, or `credentials` are what a store of the Kubernetes
   * provider of External Secrets reads there.
   *
   * @default - the topology's namespace
   */
  readonly namespace?: string;
  /** Database. */
  readonly database: string;
  /**
   * User that the resource declares as `spec.username`; the operator keeps its password in the Secret `<cluster>-password`. Not with `credentials`.
   *
   * @default - that of the credentials
   */
  readonly username?: string;
  /**
   * Parts `username` and `password` of a user whose password somebody else keeps: in a Secret that `spec.passwordSecretKeyRef` or a User resource names, or in
   * the store that such a Secret is made of. With a part `ca`, clients verify the server by that.
   *
   * @default - the user that `username` says
   */
  readonly credentials?: Credential;
  /**
   * Whether the resource has replicas (`spec.replication` or `spec.galera`): there are Services for the primary server and for the others then, and
   * consumers that only read are sent to the others. Those of a Galera cluster do not refuse writes: declare readers that must not write a user of their own.
   *
   * @default false
   */
  readonly replicated?: boolean;
  /**
   * How the server wants connections encrypted: `Tls.NONE` where the resource says `spec.tls.enabled: false`.
   *
   * @default - clients agree on TLS with the server and verify it by the authorities that the operator keeps in `<cluster>-ca-bundle`
   */
  readonly tls?: Tls;
  /**
   * ServiceAccount that the servers' pods run as: `spec.serviceAccountName` of the resource.
   *
   * @default - the resource's name, under which the operator makes one
   */
  readonly serviceAccountName?: string;
}

/** The longest name that the operator makes of it is a Service's: `<cluster>-secondary`. */
const CLUSTER: NameRule = {
  ...Names.SERVICE,
  what: 'the name of a MariaDB resource',
  longest: 53,
  allowed: 'an RFC 1035 label: lower-case letters, digits and "-", a letter first, at most 53 characters',
};

/** Source: https://mariadb.com/docs/server/reference/sql-structure/sql-language-structure/identifier-names */
const USER: NameRule = {
  what: 'a user of MariaDB',
  pattern: /^[^\p{Cc}\p{Cs}]+$/u,
  longest: 128,
  allowed: '1 to 128 characters, none a control character and none invisible',
};

/**
 * Where the MariaDB operator serves a database, and what its Secrets hold.
 * Sources: mariadb-operator 25.10, docs/high_availability.md (Services), docs/tls.md (authorities), api/v1alpha1/mariadb_keys.go (Secrets),
 * pkg/controller/secret/controller.go (a password has signs in it), pkg/builder/labels (pods).
 */
export function mariaDb(props: MariaDbProps, path: string): Provision {
  const { cluster, serviceAccountName = cluster } = props;
  assertName(CLUSTER, cluster, path);
  const namespace = assertNamespace(props.namespace, 'MariaDB resource', 'MySqlProvider.mariaDb()', path);
  assertName(Names.SUBDOMAIN, serviceAccountName, path);
  return new Provision({
    locator: Locator.ofOperator({
      operator: 'mariadb-operator', resource: cluster, namespace, addresses: addressesOf(props),
      podLabels: { 'app.kubernetes.io/instance': cluster, 'app.kubernetes.io/name': 'mariadb' },
    }),
    login: loginOf(props, path),
    furtherServices: [...props.replicated ? [cluster] : [], `${cluster}-internal`, `${cluster}-metrics`],
    furtherSecrets: ['root', 'ca', 'server-cert', 'client-cert', 'metrics-password', 'metrics-config'].map(ending => `${cluster}-${ending}`),
    serviceAccounts: [serviceAccountName],
  });
}

function addressesOf({ cluster, replicated, tls = Tls.inProtocol(TlsAuthority.LOGIN) }: MariaDbProps) {
  const server = { port: 3306, tls };
  if (!replicated) return [{ ...server, service: cluster }];
  return [{ ...server, service: `${cluster}-primary` }, { ...server, service: `${cluster}-secondary`, role: AddressRole.READ_ONLY }];
}

function loginOf(props: MariaDbProps, path: string): Login {
  const { cluster, database, credentials, readOnlyCredentials } = props;
  const producer = `MariaDB ${cluster}`;
  if (credentials && props.username !== undefined) throw notOne(path, 'a username and credentials both say who enters');
  const bundle = { ca: KubernetesSecret.ofOperator(`${cluster}-ca-bundle`, { producer }).key('ca.crt') };
  const named = ofDatabase(database, { ...MYSQL_DATABASE, enters: ENTERS_BY_PASSWORD }, path);
  const complete = (credential: Credential) => named(Credential.of({ ...bundle, ...credential.parts }));
  return Login.shared(complete(credentials ?? ofUser(props, producer, path)), readOnlyCredentials && complete(readOnlyCredentials));
}

function ofUser({ cluster, username }: MariaDbProps, producer: string, path: string): Credential {
  if (username === undefined) throw notOne(path, 'neither a username nor credentials say who enters');
  const user = CredentialPart._literal(assertName(USER, assertNoCredential(username, path), path));
  return Credential.of({ username: user, password: KubernetesSecret.ofOperator(`${cluster}-password`, { producer }).key('password') });
}

function notOne(path: string, problem: string): TopologyError {
  return new TopologyError({ code: 'BST017', path, problem, fix: 'give username for the user of spec.username, or credentials for another one' });
}
