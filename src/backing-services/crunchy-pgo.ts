import { AddressRole, ServiceAddressProps } from '../model/address';
import { Credential } from '../model/credential';
import { CredentialPart } from '../model/credential-part';
import { KubernetesSecret } from '../model/kubernetes-secret';
import { Locator } from '../model/locator';
import { Login } from '../model/login';
import { Provision } from '../model/provision';
import { Tls, TlsAuthority } from '../model/tls';
import { assertName, NameRule, Names } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';
import { ReadOnlyCredentialOptions } from './credential-options';
import { Asked } from './given';
import { operatedAuthority } from './operated-authority';
import { operatorNamespace } from './operator-namespace';
import { databasePart } from './postgres-database';
import { assertParts, ENTERS_POSTGRES } from './required-parts';

/** A PostgresCluster of Crunchy Data's operator, PGO. */
export interface CrunchyProps extends ReadOnlyCredentialOptions {
  /** Name of the operator's PostgresCluster. */
  readonly cluster: string;
  /**
   * Namespace of the PostgresCluster. Its Secrets can be read there only: consumers live there too, or `credentials` are what a store of the Kubernetes
   * provider of External Secrets reads there.
   *
   * @default - the topology's namespace
   */
  readonly namespace?: string;
  /**
   * User of the cluster, whose Secret is `<cluster>-pguser-<user>`: a name in its `spec.users`.
   *
   * @default - the cluster's name, under which the operator makes one
   */
  readonly user?: string;
  /**
   * Database of the user. The operator keeps a URL of the first that the user lists, at the primary alone. With this, URLs are composed, also of another database, and those who only read are sent
   * to the replicas; `alphanumericPassword` is due then.
   *
   * @default - the first that the user lists, which its Secret names, for all at the primary
   */
  readonly database?: string;
  /**
   * Whether the user's `password.type` is `AlphaNumeric`, so that its password can stand in a URL as it is. Without that, only a URL of the operator's own can be told.
   *
   * @default false
   */
  readonly alphanumericPassword?: boolean;
  /**
   * Whether consumers are sent to PgBouncer, which the PostgresCluster has as `spec.proxy.pgBouncer`: all of them, those who only read too.
   *
   * @default false
   */
  readonly pgBouncer?: boolean;
  /**
   * Port of the servers, or of PgBouncer: `spec.port` or `spec.proxy.pgBouncer.port`.
   *
   * @default 5432
   */
  readonly port?: number;
  /**
   * Secret that holds the authority of the servers' certificate, under the key `ca.crt`: that of `spec.customTLSSecret`.
   *
   * @default - `<cluster>-cluster-cert`, which the operator makes
   */
  readonly caSecret?: string;
}

/** The operator makes the Service `<cluster>-ha-config`, and the Secret `<cluster>-replication-cert`. */
const CLUSTER: NameRule = {
  ...Names.SERVICE,
  what: 'the name of a PostgresCluster',
  longest: 53,
  allowed: 'an RFC 1035 label: lower-case letters, digits and "-", a letter first, at most 53 characters',
};
/** Pattern of `spec.users[].name` in the CRD. */
const USER: NameRule = { ...Names.LABEL, what: 'a user of a PostgresCluster' };

const OF_PGO = 'postgres-operator.crunchydata.com';

/**
 * Where PGO serves a cluster, and what its Secrets hold. The certificate names the Services of primary and replicas.
 * Sources: postgres-operator v6.0.3, internal/controller/postgrescluster/postgres.go (keys; `uri` is percent-encoded and carries no sslmode), pki.go, internal/naming/names.go.
 */
export function crunchy(props: CrunchyProps, { scope, path }: Asked): Provision {
  const { cluster, user = cluster, caSecret, port = 5432, pgBouncer = false } = props;
  assertName(CLUSTER, cluster, path);
  assertName(USER, user, path);
  if (caSecret !== undefined) assertName(Names.SUBDOMAIN, caSecret, path);
  const namespace = operatorNamespace(props.namespace, 'PostgresCluster', 'PostgresProvider.crunchy', { scope, path });
  const server = { port, tls: Tls.inProtocol(TlsAuthority.LOGIN) };
  const addresses: ServiceAddressProps[] = pgBouncer ? [{ ...server, service: `${cluster}-pgbouncer` }] : [
    { ...server, service: `${cluster}-primary`, headless: true },
    ...canRead(props) ? [{ ...server, service: `${cluster}-replicas`, role: AddressRole.READ_ONLY }] : [],
  ];
  const dialled = addresses.map(({ service }) => service);
  return new Provision({
    locator: Locator.ofOperator({
      operator: 'crunchy-postgres-operator', resource: cluster, namespace, addresses,
      podLabels: { [`${OF_PGO}/cluster`]: cluster, ...pgBouncer ? { [`${OF_PGO}/role`]: 'pgbouncer' } : { [`${OF_PGO}/data`]: 'postgres' } },
    }),
    login: loginOf(props, path),
    furtherServices: ['primary', 'replicas', 'ha', 'ha-config', 'pods'].map(ending => `${cluster}-${ending}`).filter(name => !dialled.includes(name)),
    furtherSecrets: [...['replication-cert', 'pgbackrest', 'monitoring'].map(ending => `${cluster}-${ending}`), 'pgo-root-cacert', ...pgBouncer ? [`${cluster}-pgbouncer`] : []],
    serviceAccounts: [`${cluster}-instance`, `${cluster}-pgbackrest`],
  });
}

/** The operator has no URL of the replicas, and nothing encodes the name of a database that stands in its Secret. */
function canRead({ database, readOnlyCredentials }: CrunchyProps): boolean {
  return database !== undefined || readOnlyCredentials?.has('database') === true;
}

function loginOf(props: CrunchyProps, path: string): Login {
  const { cluster, user = cluster, caSecret, readOnlyCredentials, database } = props;
  const producer = `PostgresCluster ${cluster}`;
  const secret = KubernetesSecret.ofOperator(`${cluster}-pguser-${user}`, { producer });
  const known = {
    database: database === undefined ? secret.key('dbname') : databasePart(database, path),
    ca: operatedAuthority(producer, `${cluster}-cluster-cert`, caSecret).key('ca.crt'),
  };
  const complete = (credential: Credential) => Credential.of({ ...known, ...assertParts(credential, ENTERS_POSTGRES, path).parts });
  const owner = complete(Credential.of({ username: CredentialPart._literal(user), ...ownParts(props, secret, path) }));
  const readers = readOnlyCredentials && complete(readOnlyCredentials);
  const isNamed = database !== undefined || ['database', 'uri'].some(part => readOnlyCredentials?.has(part));
  if (readOnlyCredentials && !isNamed) throw composed('a user that only reads', secret, path);
  return Login.shared(owner, readers);
}

/** The password, and the URL where the operator has the one that is due. */
function ownParts(props: CrunchyProps, secret: KubernetesSecret, path: string): Record<string, CredentialPart> {
  const { alphanumericPassword, database, pgBouncer } = props;
  const password = alphanumericPassword ? secret.key('password').urlSafe() : secret.key('password');
  if (database === undefined) return { password, uri: secret.key(pgBouncer ? 'pgbouncer-uri' : 'uri') };
  if (alphanumericPassword) return { password };
  throw composed(`the database ${quote(database)}`, secret, path);
}

function composed(what: string, { name }: KubernetesSecret, path: string): TopologyError {
  return new TopologyError({
    code: 'BST017',
    path,
    problem: `the URL of ${what} is composed, and nothing encodes a password or a name that stands in the Secret ${quote(name)}`,
    fix: 'set password.type of the user to AlphaNumeric, say alphanumericPassword, and name the database; or leave both out',
  });
}
