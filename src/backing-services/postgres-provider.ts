import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { ServiceProvider } from '../model/service-provider';
import { Tls } from '../model/tls';
import { topologyOf } from '../model/topology-element';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { amazonRds } from './amazon-rds';
import { azureDatabase } from './azure-database';
import { CloudNativePgProps, cloudNativePg } from './cloud-native-pg';
import { CredentialProps } from './credential-options';
import { CrunchyProps, crunchy } from './crunchy-pgo';
import { atEachHost } from './further-hosts';
import { given } from './given';
import { googleCloudSql } from './google-cloud-sql';
import { ManagedPostgresProps } from './managed-postgres';
import { databasePart } from './postgres-database';
import { authorityOf, byNeighbour, byWorkload, provided } from './provided-by';
import { assertParts, ENTERS_POSTGRES } from './required-parts';
import { FurtherHostsOptions, InClusterServingProps, WorkloadServingOptions } from './serving-options';
import { ZalandoProps, zalando } from './zalando-postgres';

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
   * same Cluster, or a role of its own for each consumer. Readers are sent to the replicas; by a pooler, everybody to it. Source: https://cloudnative-pg.io/documentation/current/applications/
   *
   * @throws BST801 if a name cannot exist, BST013 if the namespace is unknown, BST017 if the credentials lack a part or roles for each consumer contradict what is said beside them,
   * BST511 if a URL stands in place of the database's name
   */
  public static cloudNativePg(props: CloudNativePgProps): PostgresProvider {
    return given(PostgresProvider, asked => cloudNativePg({ ...props, namespace: props.namespace ?? topologyOf(asked.scope).namespace }, asked));
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
   * does not exist, BST026 if `cidrs` leave out a host that is an IP address or an endpoint, BST017 if the credentials lack a part, BST511 if credentials stand in the host, or a URL in place of the database's name
   */
  public static external(props: ExternalPostgresProps): PostgresProvider {
    const { host, port = 5432, cidrs, endpoints, furtherHosts, tls = Tls.inProtocol(authorityOf(props.credentials)) } = props;
    const addresses = atEachHost({ host, port, tls }, furtherHosts);
    return given(PostgresProvider, ({ path }) => database(Locator.external({ cidrs, endpoints, addresses }), props, path));
  }

  /**
   * Crunchy Data's operator, PGO: the URL of the first database that a user lists, as the operator keeps it, with the authority of the cluster. Replicas and other databases are told where
   * the user's password is of letters and digits. Source: https://access.crunchydata.com/documentation/postgres-operator/latest/
   *
   * @throws BST801 if a name cannot exist, BST013 if the namespace is unknown, BST017 if the URL of another database could not be composed or the credentials lack a part, BST511
   * if a URL stands in place of the database's name
   */
  public static crunchy(props: CrunchyProps): PostgresProvider {
    return given(PostgresProvider, asked => crunchy(props, asked));
  }

  /**
   * Zalando's Postgres Operator: the URL is composed of the role's name and its password, which is of letters and digits. Readers are sent to the replicas; by a pooler, everybody to it.
   * Without an authority in `spec.tls` clients encrypt and verify nobody. Source: https://postgres-operator.readthedocs.io/
   *
   * @throws BST801 if a name cannot exist, BST013 if the namespace is unknown, BST017 if the credentials lack a part, BST511 if a URL stands in place of the database's name
   */
  public static zalando(props: ZalandoProps): PostgresProvider {
    return given(PostgresProvider, asked => zalando(props, asked));
  }

  /**
   * Amazon RDS or Aurora. Its certificates are of Amazon's own authorities, which clients do not trust by themselves: the part `ca` of the credentials holds `global-bundle.pem`, unless
   * the host is that of an RDS Proxy, whose authority is public. Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
   *
   * @throws BST801 if a host is none of RDS or the database has no name, BST511 if credentials stand in a host, or a URL in place of the database's name, BST017 if the credentials lack a
   * part, BST007 if the port does not exist, BST026 if an address range is none
   */
  public static amazonRds(props: ManagedPostgresProps): PostgresProvider {
    return given(PostgresProvider, ({ path }) => amazonRds(props, path));
  }

  /**
   * Azure Database for PostgreSQL, flexible server; port 6432 is its PgBouncer. Its authorities are public, as `PostgresProvider.external()` says of clients that trust none by
   * themselves. Source: https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-networking-ssl-tls
   *
   * @throws BST801 if a host is none of Azure's or the database has no name, BST511 if credentials stand in a host, or a URL in place of the database's name, BST017 if the credentials lack
   * a part, BST007 if the port does not exist, BST026 if an address range is none
   */
  public static azureDatabase(props: ManagedPostgresProps): PostgresProvider {
    return given(PostgresProvider, ({ path }) => azureDatabase(props, path));
  }

  /**
   * Cloud SQL for PostgreSQL of Google Cloud, by the DNS name of an instance whose authority is shared or the customer's. One that has an authority of its own shows a certificate
   * without a host's name, which no client can verify by it: let its Auth Proxy connect there. The part `ca` of the credentials holds the instance's server CA.
   * Source: https://cloud.google.com/sql/docs/postgres/authorize-ssl
   *
   * @throws BST801 if a host is no DNS name of Cloud SQL or the database has no name, BST511 if credentials stand in a host, or a URL in place of the database's name, BST017 if the
   * credentials lack a part, BST007 if the port does not exist, BST026 if an address range is none
   */
  public static googleCloudSql(props: ManagedPostgresProps): PostgresProvider {
    return given(PostgresProvider, ({ path }) => googleCloudSql(props, path));
  }
}

guard('PostgresProvider', PostgresProvider);

/** A database with its users; its name is a part of what they enter with. */
function database(locator: Locator, props: DatabaseProps, path: string): Provision {
  const name = databasePart(props.database, path);
  return provided(locator, { ...props, database: undefined }, path, credential => assertParts(credential, ENTERS_POSTGRES, path).with('database', name));
}
