import { AddressRole } from '../model/address';
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
import { databaseRoles } from './database-roles';
import { DatabaseRolesOptions } from './database-roles-options';
import { Asked } from './given';
import { operatedAuthority } from './operated-authority';
import { assertNamespace } from './operator-namespace';
import { databasePart } from './postgres-database';
import { assertParts, ENTERS_POSTGRES } from './required-parts';

/** A cluster of the CloudNativePG operator. */
export interface CloudNativePgProps extends ReadOnlyCredentialOptions {
  /** Name of the operator's Cluster. */
  readonly cluster: string;
  /**
   * Namespace of the Cluster. Its Secrets can be read there only: consumers live there too, or `credentials` are what a store of the Kubernetes
   * provider of External Secrets reads there.
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
  /**
   * Database of the Cluster. The URL in the operator's Secret is that of the bootstrap database, so that for another one it is composed.
   *
   * @default - the part `database` of the credentials, or the bootstrap database
   */
  readonly database?: string;
  /**
   * Another user than the owner of the bootstrap database, as the Cluster's `managed.roles` or a DatabaseRole declares one. The operator keeps no URL of it: its parts are
   * kept in a store, are `urlSafe()` in a Secret, or are told each in a variable of its own. Those of a store need `database` beside them.
   *
   * @default - those of the Secret `<cluster>-app`
   */
  readonly credentials?: Credential;
  /**
   * A role of PostgreSQL for each consumer, with the privileges of what it declares and a password of its own, in place of one user for all: a DatabaseRole beside the Cluster, which
   * CloudNativePG has since 1.30. `database` has to be said with it. Source: https://cloudnative-pg.io/docs/current/declarative_role_management/
   *
   * @default - all enter as one user, the owner of the bootstrap database or that of `credentials`
   */
  readonly databaseRoles?: DatabaseRolesOptions;
  /**
   * Name of a Pooler of the Cluster, and of its Service, in the Cluster's namespace. All consumers are sent to it, those who only read too: a Pooler of another type is
   * another service. It shows the Cluster's certificate, so that clients which verify it need the Pooler's names (`<pooler>.<namespace>.svc`) in `spec.certificates.serverAltDNSNames` of the
   * Cluster. It takes passwords alone. Source: https://cloudnative-pg.io/documentation/current/connection_pooling/
   *
   * @default - none: the servers themselves, those of the replicas for who only reads
   */
  readonly pooler?: string;
}

/** `validateName` of the operator's webhook. */
const CLUSTER: NameRule = {
  ...Names.SERVICE,
  what: 'the name of a CloudNativePG Cluster',
  longest: 50,
  allowed: 'an RFC 1035 label: lower-case letters, digits and "-", a letter first, at most 50 characters',
};

/**
 * Where CloudNativePG serves the databases of a cluster, and what its Secrets hold.
 * Sources: cloudnative-pg v1.30.0, pkg/specs/secrets.go (keys; `uri` is percent-encoded and carries no sslmode), pkg/specs/services.go, pkg/specs/serviceaccount.go.
 */
export function cloudNativePg(props: CloudNativePgProps, { id, path }: Pick<Asked, 'id' | 'path'>): Provision {
  const { cluster, caSecret, serviceAccountName = cluster, pooler } = props;
  assertName(CLUSTER, cluster, path);
  const namespace = assertNamespace(props.namespace, 'CloudNativePG Cluster', 'PostgresProvider.cloudNativePg()', path);
  if (caSecret !== undefined) assertName(Names.SUBDOMAIN, caSecret, path);
  assertName(Names.SUBDOMAIN, serviceAccountName, path);
  if (pooler !== undefined) assertPooler(pooler, cluster, path);
  const servers = pooler === undefined ? ofServers(cluster) : ofPooler(pooler, cluster);
  return new Provision({
    locator: Locator.ofOperator({ operator: 'cloudnative-pg', resource: cluster, namespace, podLabels: servers.podLabels, addresses: servers.addresses }),
    login: props.databaseRoles === undefined ? loginOf(props, path) : rolesOf(props, props.databaseRoles, id, path),
    furtherServices: servers.furtherServices,
    furtherSecrets: [...[...props.databaseRoles ? ['app'] : [], 'server', 'replication', 'superuser'].map(ending => `${cluster}-${ending}`), ...pooler === undefined ? [] : [pooler]],
    serviceAccounts: [serviceAccountName, ...pooler === undefined ? [] : [pooler]],
  });
}

const SERVER = { port: 5432, tls: Tls.inProtocol(TlsAuthority.LOGIN) };

function ofServers(cluster: string) {
  return {
    podLabels: { 'cnpg.io/cluster': cluster },
    addresses: [{ ...SERVER, service: `${cluster}-rw` }, { ...SERVER, service: `${cluster}-ro`, role: AddressRole.READ_ONLY }],
    furtherServices: [`${cluster}-r`],
  };
}

/** Its pods are not those of the servers. Sources: cloudnative-pg v1.30.0, pkg/specs/pgbouncer/deployments.go, pkg/specs/pgbouncer/services.go. */
function ofPooler(pooler: string, cluster: string) {
  return {
    podLabels: { 'cnpg.io/poolerName': pooler },
    addresses: [{ ...SERVER, service: pooler }],
    furtherServices: SERVICES.map(ending => `${cluster}-${ending}`),
  };
}

const SERVICES = ['rw', 'ro', 'r'];

/** The operator names the Pooler's Deployment, Service and Secret like the Pooler, and those of a Cluster like the Cluster. */
function assertPooler(pooler: string, cluster: string, path: string): void {
  assertName(Names.SERVICE, pooler, path);
  if (pooler !== cluster && !SERVICES.some(ending => pooler === `${cluster}-${ending}`)) return;
  throw new TopologyError({
    code: 'BST801',
    path,
    problem: `${quote(pooler)} cannot be the name of a Pooler: it is that of the Cluster, or of a Service of it`,
    fix: 'name the Pooler resource, whose Service has its name, or leave pooler out',
  });
}

/** PgBouncer asks its clients for passwords. */
const ENTERS_POOLER = [['username', 'password'], ['uri']];

function loginOf({ cluster, caSecret, database, credentials, readOnlyCredentials, pooler }: CloudNativePgProps, path: string): Login {
  const app = KubernetesSecret.ofOperator(`${cluster}-app`, { producer: producerOf(cluster) });
  const known = { database: database === undefined ? app.key('dbname').urlSafe() : databasePart(database, path), ca: authorityOf(cluster, caSecret) };
  const complete = (credential: Credential) => {
    assertParts(credential, pooler === undefined ? ENTERS_POSTGRES : ENTERS_POOLER, path);
    const parts = { ...known, ...credential.parts };
    return Credential.of(database === undefined ? parts : { ...parts, database: known.database });
  };
  const readOnly = readOnlyCredentials && complete(readOnlyCredentials);
  if (credentials) return Login.shared(complete(credentials), readOnly);
  const isBootstrap = database === undefined && pooler === undefined;
  return Login.shared(complete(ownerOf(app, isBootstrap)), readOnly);
}

/** User name and password are letters and digits: the operator generates them so. The URL is that of the bootstrap database, at its servers. */
function ownerOf(app: KubernetesSecret, isBootstrap: boolean): Credential {
  const owner = Credential.of({ username: app.key('username').urlSafe(), password: app.key('password').urlSafe() });
  return isBootstrap ? owner.with('uri', app.key('uri')) : owner;
}

function producerOf(cluster: string): string {
  return `CloudNativePG Cluster ${cluster}`;
}

function authorityOf(cluster: string, caSecret?: string): CredentialPart {
  return operatedAuthority(producerOf(cluster), `${cluster}-ca`, caSecret).key('ca.crt');
}

/** Throws BST017 if something else is said of who enters, or not which database is entered. */
function rolesOf(props: CloudNativePgProps, options: DatabaseRolesOptions, service: string, path: string): Login {
  const { cluster, caSecret, database, credentials, readOnlyCredentials } = props;
  const unsound = (problem: string, fix: string) => new TopologyError({ code: 'BST017', path, problem, fix });
  if (credentials ?? readOnlyCredentials) throw unsound('databaseRoles gives each consumer a user of its own, and credentials are those of one user for all', 'leave credentials and readOnlyCredentials out, or databaseRoles');
  if (database === undefined) throw unsound('databaseRoles makes roles for one database, and it is not said which', 'give database its name: that of the bootstrap database is "app" unless the Cluster says another');
  return databaseRoles({ service, cluster, database, ca: authorityOf(cluster, caSecret) }, options, path);
}
