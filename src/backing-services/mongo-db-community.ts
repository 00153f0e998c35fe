import { Credential } from '../model/credential';
import { KubernetesSecret } from '../model/kubernetes-secret';
import { Locator } from '../model/locator';
import { Login } from '../model/login';
import { Provision } from '../model/provision';
import { Tls, TlsAuthority } from '../model/tls';
import { assertWhole } from '../private/bounds';
import { assertHost } from '../private/host';
import { assertNoUrl } from '../private/literal-secret';
import { assertName, NameRule, Names } from '../private/names';
import { ReadOnlyCredentialOptions } from './credential-options';
import { ENTERS_MONGODB } from './mongo-db-binding';
import { mongoDbDatabase } from './mongo-db-database';
import { assertNamespace } from './operator-namespace';
import { assertParts } from './required-parts';

/** A user of a MongoDBCommunity resource. */
export interface MongoDbCommunityProps extends ReadOnlyCredentialOptions {
  /** Name of the MongoDBCommunity resource, and of its replica set. */
  readonly resource: string;
  /** Name of the user: `spec.users[].name` of the resource. */
  readonly user: string;
  /**
   * Namespace of the resource. Its Secrets can be read there only: consumers live there too, or `credentials` are what a store of the Kubernetes
   * provider of External Secrets reads there.
   *
   * @default - the topology's namespace
   */
  readonly namespace?: string;
  /**
   * Database that keeps the user: `spec.users[].db`.
   *
   * @default "admin"
   */
  readonly userDatabase?: string;
  /**
   * Database that consumers use. The URL in the operator's Secret is that of the user's database, so that for another one it is composed: of `credentials`
   * that a store keeps or that are `urlSafe()`, because nothing encodes what is in the operator's Secret.
   *
   * @default - the user's database
   */
  readonly database?: string;
  /**
   * How many members the replica set has: `spec.members`. Clients begin at these, and learn of further ones.
   *
   * @default 3
   */
  readonly members?: number;
  /**
   * Secret that the operator keeps the user's connection strings in: `spec.users[].connectionStringSecretName`.
   *
   * @default - `<resource>-<userDatabase>-<user>`, as the operator makes an object's name of that
   */
  readonly connectionStringSecret?: string;
  /**
   * Secret that holds the authority of the members' certificates, under the key `ca.crt`: that of `spec.security.tls`. Clients start TLS then, and need the pods' names
   * (`*.<resource>-svc.<namespace>.svc.<clusterDomain>`) in the certificates.
   *
   * @default - the resource has no TLS
   */
  readonly caSecret?: string;
  /**
   * Port of the members: `net.port` of `spec.additionalMongodConfig`.
   *
   * @default 27017
   */
  readonly port?: number;
  /**
   * Domain of the cluster, with which the members give out their hosts: `spec.clusterDomain`.
   *
   * @default "cluster.local"
   */
  readonly clusterDomain?: string;
  /**
   * ServiceAccount that the members' pods run as.
   *
   * @default "mongodb-kubernetes-appdb"; the MongoDB Community Operator had "mongodb-database"
   */
  readonly serviceAccountName?: string;
  /**
   * The user as a store keeps it, from which its password came to the resource. The operator writes a space in a password as `+`, which few drivers read back: such a
   * password comes from here.
   *
   * @default - what the operator keeps in its Secret
   */
  readonly credentials?: Credential;
}

/** The operator makes the Service `<resource>-svc` of it, whose name ends at 63 characters. */
const RESOURCE: NameRule = {
  ...Names.SERVICE,
  what: 'the name of a MongoDBCommunity resource',
  longest: 59,
  allowed: 'an RFC 1035 label: lower-case letters, digits and "-", a letter first, at most 59 characters',
};
const USER: NameRule = { what: 'a user of MongoDB', pattern: /^[^\p{Cc}\p{Cs}]+$/u, longest: 128, allowed: '1 to 128 characters, none a control character' };
/** Members that a replica set has at most. Source: https://www.mongodb.com/docs/manual/reference/limits/#replica-sets */
const MOST_MEMBERS = 50;

/**
 * Where the operator serves a replica set, and what its Secrets hold.
 * Sources: mongodb-kubernetes, mongodb-community-operator/api/v1/mongodbcommunity_types.go (names), controllers/mongodb_users.go (keys; the URL has a query and names no
 * file), controllers/construct/mongodbstatefulset.go (labels, ServiceAccount), controllers/replica_set_controller.go (Service).
 */
export function mongoDbCommunity(props: MongoDbCommunityProps, path: string): Provision {
  const { resource, members = 3, caSecret, port = 27017, clusterDomain = 'cluster.local', serviceAccountName = 'mongodb-kubernetes-appdb' } = props;
  assertName(RESOURCE, resource, path);
  const namespace = assertNamespace(props.namespace, 'MongoDBCommunity resource', 'MongoDbProvider.community()', path);
  assertWhole('members', members, [1, MOST_MEMBERS], path);
  assertHost(clusterDomain, path);
  assertName(Names.SUBDOMAIN, serviceAccountName, path);
  const service = `${resource}-svc`;
  const userDatabase = mongoDbDatabase(props.userDatabase ?? 'admin', path);
  const hosts = Array.from({ length: members }, (_, nth) => `${resource}-${nth}.${service}.${namespace}.svc.${clusterDomain}:${port}`);
  return new Provision({
    locator: Locator.ofOperator({
      operator: 'mongodb-community', resource, namespace, podLabels: { app: service },
      addresses: [{ service, headless: true, port, tls: caSecret === undefined ? Tls.NONE : Tls.byClient(TlsAuthority.LOGIN) }],
    }),
    login: loginOf(props, userDatabase, path),
    database: mongoDbDatabase(props.database ?? userDatabase, path),
    settings: { 'auth-source': userDatabase, 'hosts': hosts.join(','), 'replica-set': resource },
    furtherSecrets: ['config', 'agent-password', 'keyfile', 'server-certificate-key', 'ca-certificate'].map(ending => `${resource}-${ending}`),
    serviceAccounts: [serviceAccountName],
  });
}

function loginOf(props: MongoDbCommunityProps, userDatabase: string, path: string): Login {
  const { resource, user, database, connectionStringSecret, caSecret, credentials, readOnlyCredentials } = props;
  const producer = `MongoDBCommunity ${resource}`;
  assertName(USER, assertNoUrl(user, path), path);
  const verifying = (credential: Credential) => {
    assertParts(credential, ENTERS_MONGODB, path);
    if (caSecret === undefined || credential.has('ca')) return credential;
    return credential.with('ca', KubernetesSecret.existing(caSecret, { reason: `authority that is told to ${producer}` }).key('ca.crt'));
  };
  const readOnly = readOnlyCredentials && verifying(readOnlyCredentials);
  if (credentials) return Login.shared(verifying(credentials), readOnly);
  const kept = KubernetesSecret.ofOperator(connectionStringSecret ?? objectName(`${resource}-${userDatabase}-${user}`), { producer });
  const own = kept.credential();
  const isOfUser = database === undefined || database === userDatabase;
  return Login.shared(verifying(isOfUser ? own.with('uri', kept.key('connectionString.standard')) : own), readOnly);
}

/** As `normalizeName` of the operator makes one of any text. */
function objectName(text: string): string {
  const { pattern, longest } = Names.SUBDOMAIN;
  if (text.length <= longest && pattern.test(text)) return text;
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, longest);
}

