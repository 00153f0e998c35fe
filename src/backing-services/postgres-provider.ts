import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { ServiceProvider } from '../model/service-provider';
import { Tls } from '../model/tls';
import { topologyOf } from '../model/topology-element';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { CloudNativePgProps, cloudNativePg } from './cloud-native-pg';
import { CredentialProps } from './credential-options';
import { atEachHost } from './further-hosts';
import { given } from './given';
import { databasePart } from './postgres-database';
import { authorityOf, byNeighbour, byWorkload, provided } from './provided-by';
import { assertParts, ENTERS_POSTGRES } from './required-parts';
import { FurtherHostsOptions, InClusterServingProps, WorkloadServingOptions } from './serving-options';

/**
 * A database of a PostgreSQL server. It is entered with parts `username` and `password`; with `username`, `client-certificate` and
 * `private-key`; or with a whole `uri`.
 */
export interface DatabaseProps extends CredentialProps {
  /** Database. */
  readonly database: string;
  /**
   * Port of the server.
   *
   * @default 5432
   */
  readonly port?: number;
}

/** A PostgreSQL server of a third party: a managed database, or any other outside of the cluster. */
export interface ExternalPostgresProps extends DatabaseProps, FurtherHostsOptions {
  /**
   * DNS name of the server, or its IP address: consumers are told it as it is, network policies open that one address, and a mesh knows the server by it. With TLS, few
   * certificates name an address, and a client that verifies the name refuses the others.
   */
  readonly host: string;
  /**
   * How the connection is encrypted, and who vouches for the server. `Tls.inProtocol(TlsAuthority.NONE)` says that nobody does: whoever answers under the
   * host's name is sent the password.
   *
   * @default - clients agree on TLS with the server and verify it by the part `ca` of the credentials, or, without one, by the authorities they trust;
   * psycopg, asyncpg, Ruby and PHP trust none by themselves, so without a `ca` they have to be told, as `PostgresProvider.external()` says
   */
  readonly tls?: Tls;
}

/** A PostgreSQL server in a workload of ours. */
export interface PostgresWorkloadOptions extends DatabaseProps, WorkloadServingOptions {}

/** A PostgreSQL server that somebody else runs in this cluster. */
export interface InClusterPostgresProps extends DatabaseProps, InClusterServingProps {}

const USUAL = { port: 5432, protocol: Protocol.TCP };

/**
 * Who provides a PostgreSQL database. What extends it gives a login of parts `username`, `password` and `database`, or of a whole `uri`; a part
 * `ca` where the address names it as the authority; and an address with `AddressRole.READ_ONLY` if there is one that refuses writes.
 */
export abstract class PostgresProvider extends ServiceProvider {
  /** A workload of ours; the mesh encrypts. Usual port: 5432. */
  public static workload(workload: IWorkload, options: PostgresWorkloadOptions): PostgresProvider {
    return given(PostgresProvider, ({ id, path }) => database(byWorkload(workload, id, options, USUAL), options, path));
  }

  /**
   * The CloudNativePG operator: the bootstrap database, with the credentials and the authority that the operator keeps, or another database and user of the
   * same Cluster. Readers are sent to the replicas; by a pooler, everybody to it. Source: https://cloudnative-pg.io/documentation/current/applications/
   *
   * @throws BST801 if a name cannot exist, BST013 if the namespace is unknown, BST017 if the credentials lack a part, BST511 if a URL stands in place of the
   * database's name
   */
  public static cloudNativePg(props: CloudNativePgProps): PostgresProvider {
    return given(PostgresProvider, ({ scope, path }) => cloudNativePg({ ...props, namespace: props.namespace ?? topologyOf(scope).namespace }, path));
  }

  /** Somebody else in this cluster: another team, another program. Usual port: 5432. */
  public static inCluster(props: InClusterPostgresProps): PostgresProvider {
    return given(PostgresProvider, ({ path }) => database(byNeighbour(props, USUAL), props, path));
  }

  /**
   * A third party. Clients verify the server by the part `ca` of the credentials or, without one, by the authorities that they trust themselves:
   * `sslmode=verify-full`. Without a `ca`, that is all for pgx, lib/pq and Node's pg. Clients that are made of libpq (psycopg, Ruby's pg, PHP) trust none
   * until they are told so, and refuse to connect: name their variables by `EnvNames.map({ DATABASE_URL: '{url}&sslrootcert={sslrootcert}' })`. Those of
   * libpq before 16, and asyncpg, cannot be told so: give a `ca`.
   *
   * @throws BST801 if a host is neither a DNS name nor an IP address or the database has no name, BST032 if a host is not outside, BST007 if the port
   * does not exist, BST026 if `cidrs` leave out a host that is an IP address, BST017 if the credentials lack a part, BST511 if credentials stand in the host, or a URL in place of the database's name
   */
  public static external(props: ExternalPostgresProps): PostgresProvider {
    const { host, port = 5432, cidrs, furtherHosts, tls = Tls.inProtocol(authorityOf(props.credentials)) } = props;
    return given(PostgresProvider, ({ path }) => database(Locator.external({ cidrs, addresses: atEachHost({ host, port, tls }, furtherHosts) }), props, path));
  }
}

guard('PostgresProvider', PostgresProvider);

/** A database with its users; its name is a part of what they enter with. */
function database(locator: Locator, props: DatabaseProps, path: string): Provision {
  const name = databasePart(props.database, path);
  return provided(locator, { ...props, database: undefined }, path, credential => assertParts(credential, ENTERS_POSTGRES, path).with('database', name));
}
