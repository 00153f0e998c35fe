import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { ServiceProvider } from '../model/service-provider';
import { Tls } from '../model/tls';
import { topologyOf } from '../model/topology-element';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { CredentialProps } from './credential-options';
import { DatabaseOptions, databaseOfServer } from './database-of-server';
import { given } from './given';
import { innoDbCluster, InnoDbClusterProps } from './inno-db-cluster';
import { AmazonRdsProps, managedDatabase, ManagedDatabaseProps } from './managed-database';
import { amazonRdsAt, AZURE_MYSQL, GOOGLE_MYSQL } from './managed-servers';
import { mariaDb, MariaDbProps } from './maria-db';
import { MYSQL_DATABASE } from './my-sql-database';
import { authorityOf, byNeighbour, byWorkload } from './provided-by';
import { EndpointsOptions, InClusterServingProps, WorkloadServingOptions } from './serving-options';

/** A database of a MySQL or MariaDB server. It is entered with parts `username` and `password`, or with a whole `uri`. */
export interface MySqlDatabaseProps extends CredentialProps {
  /** Database. */
  readonly database: string;
  /**
   * Port of the server.
   *
   * @default 3306
   */
  readonly port?: number;
}

/** A MySQL or MariaDB server of a third party, or any other outside of the cluster. */
export interface ExternalMySqlProps extends MySqlDatabaseProps, EndpointsOptions {
  /**
   * DNS name of the server, or its IP address: consumers are told it as it is, network policies open that one address, and a mesh knows the server by it. With TLS, few
   * certificates name an address, and a client that verifies the name refuses the others.
   */
  readonly host: string;
  /**
   * How the connection is encrypted, and who vouches for the server. `Tls.inProtocol(TlsAuthority.NONE)` says that nobody does: whoever answers under the
   * host's name is sent the password.
   *
   * @default - clients agree on TLS with the server and verify it by the part `ca` of the credentials, or, without one, by the authorities they trust; those
   * that are made of libmysqlclient trust none by themselves, and refuse to connect without a `ca`
   */
  readonly tls?: Tls;
}

/** A MySQL or MariaDB server in a workload of ours. */
export interface MySqlWorkloadOptions extends MySqlDatabaseProps, WorkloadServingOptions {}

/** A MySQL or MariaDB server that somebody else runs in this cluster. */
export interface InClusterMySqlProps extends MySqlDatabaseProps, InClusterServingProps {}

const USUAL = { port: 3306, protocol: Protocol.TCP };

/**
 * Who provides a database of MySQL or MariaDB. What extends it gives a login of parts `username`, `password` and `database`, or of a whole `uri`; a part `ca`
 * where the address names it as the authority; and an address with `AddressRole.READ_ONLY` if there is one that refuses writes.
 */
export abstract class MySqlProvider extends ServiceProvider {
  /**
   * A workload of ours; the mesh encrypts. Usual port: 3306.
   *
   * @throws BST801 if the database cannot have its name, BST511 if a URL stands in its place, BST017 if the credentials lack a part
   */
  public static workload(workload: IWorkload, options: MySqlWorkloadOptions): MySqlProvider {
    return given(MySqlProvider, ({ id, path }) => database(byWorkload(workload, id, options, USUAL), options, path));
  }

  /**
   * Somebody else in this cluster: another team, another program. Usual port: 3306.
   *
   * @throws BST801 if the database cannot have its name, BST511 if a URL stands in its place, BST017 if the credentials lack a part
   */
  public static inCluster(props: InClusterMySqlProps): MySqlProvider {
    return given(MySqlProvider, ({ path }) => database(byNeighbour(props, USUAL), props, path));
  }

  /**
   * A third party. With TLS the URL says `ssl-mode=VERIFY_IDENTITY`, and `ssl-ca` where there is a `ca`, as MySQL's own URI-like strings do: MySQL Shell and sqlx
   * read that, and Python's clients fail on what they do not know. Others pass over it, and would not verify; each is told in its own words after `{bare-url}`:
   * Node's mysql2 by `{bare-url}?ssl=%7B%22verifyIdentity%22%3Atrue%7D`, with `{ca:file}` in NODE_EXTRA_CA_CERTS; Prisma by `{bare-url}?sslaccept=strict`; Ruby
   * on Rails, from 7.2 and with mysql2 from 0.5.4, by `{bare-url}?ssl_mode=verify_identity&sslca={ca:file}`: an older Rails wants `mysql2://`, and an older mysql2
   * verifies nobody where it is made of MariaDB's library. SQLAlchemy wants `ssl_ca={ca:file}&ssl_mode=VERIFY_IDENTITY` behind `mysql+mysqldb://`, and
   * `ssl_ca={ca:file}&ssl_verify_cert=true&ssl_verify_identity=true` behind `mysql+mysqlconnector://`. Of the other dialects, `{dsn}` verifies by the authorities
   * that Go trusts, which are those of `{ca:file}` where SSL_CERT_FILE names it; `{jdbc-url}` by the trust store of the JVM, into which a `ca` has to be imported;
   * `{mariadb-jdbc-url}`, `{r2dbc-url}` and `{connection-string}` by the `ca` itself.
   *
   * @throws BST801 if the host is neither a DNS name nor an IP address or the database cannot have its name, BST032 if the host is not outside, BST007 if the
   * port does not exist, BST026 if `cidrs` leave out a host that is an IP address or an endpoint, BST017 if the credentials lack a part, BST511 if credentials stand in the host, or a
   * URL in place of the database's name
   */
  public static external(props: ExternalMySqlProps): MySqlProvider {
    const { host, port = USUAL.port, cidrs, endpoints, tls = Tls.inProtocol(authorityOf(props.credentials)) } = props;
    return given(MySqlProvider, ({ path }) => database(Locator.external({ cidrs, endpoints, addresses: [{ host, port, tls }] }), props, path));
  }

  /**
   * Oracle's MySQL operator: its routers send those who write to the primary server, and readers to the others. The operator keeps the password of root alone, so a
   * user of each database has to be made, and its credentials are due. Source: https://dev.mysql.com/doc/mysql-operator/en/mysql-operator-connecting.html
   *
   * @throws BST801 if a name cannot exist, BST013 if the namespace is unknown, BST017 if the credentials lack a part, BST511 if a URL stands in place of the
   * database's name
   */
  public static innoDbCluster(props: InnoDbClusterProps): MySqlProvider {
    return given(MySqlProvider, ({ scope, path }) => innoDbCluster({ ...props, namespace: props.namespace ?? topologyOf(scope).namespace }, path));
  }

  /**
   * The MariaDB operator: a user and a database that its resource declares, or others of the same server. A password that the operator makes has signs in it that a
   * URL would have to encode, and nothing encodes a part of a Secret: name variables by the parts, or by `{dsn}`, in which it can stand as it is, or keep the password in a
   * store that the Secret is made of. Source: https://mariadb.com/docs/tools/mariadb-enterprise-operator/connections
   *
   * @throws BST801 if a name cannot exist, BST013 if the namespace is unknown, BST017 unless either a username or credentials say who enters, or if those lack a
   * part, BST510 if the username looks like a credential, BST511 if a URL stands in place of the database's name
   */
  public static mariaDb(props: MariaDbProps): MySqlProvider {
    return given(MySqlProvider, ({ scope, path }) => mariaDb({ ...props, namespace: props.namespace ?? topologyOf(scope).namespace }, path));
  }

  /**
   * Amazon RDS or Aurora, for MySQL or MariaDB. Usual port: 3306. Clients verify the server by the bundle that Amazon publishes, which no system has: it is due as
   * the part `ca`. Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
   *
   * @throws BST801 if a host is no endpoint of an instance or a cluster or the database cannot have its name, BST017 if the credentials lack a part, BST007 if the
   * port does not exist, BST026 if an address range is none, BST511 if credentials stand in a host, or a URL in place of the database's name
   */
  public static amazonRds(props: AmazonRdsProps): MySqlProvider {
    return given(MySqlProvider, ({ path }) => managedDatabase(amazonRdsAt(props.port ?? USUAL.port), props, MYSQL_DATABASE, path));
  }

  /**
   * Azure Database for MySQL. Port: 3306. It refuses connections without TLS, and shows a certificate of authorities that systems trust.
   * Source: https://learn.microsoft.com/azure/mysql/flexible-server/security-tls
   *
   * @throws BST801 if a host is no server's name or the database cannot have its name, BST017 if the credentials lack a part, BST026 if an address range is none,
   * BST511 if credentials stand in a host, or a URL in place of the database's name
   */
  public static azureDatabase(props: ManagedDatabaseProps): MySqlProvider {
    return given(MySqlProvider, ({ path }) => managedDatabase(AZURE_MYSQL, props, MYSQL_DATABASE, path));
  }

  /**
   * Google Cloud SQL for MySQL, by the DNS name of the instance. Port: 3306. The instance tells the authority that signed its certificate, which is due as the part
   * `ca`; the certificate carries the name if that authority is a shared one or the customer's (`serverCaMode`), and one of its own signs no name, so that clients
   * refuse it. Source: https://cloud.google.com/sql/docs/mysql/authorize-ssl
   *
   * @throws BST801 if a host is no DNS name of an instance or the database cannot have its name, BST017 if the credentials lack a part, BST026 if an address range is
   * none, BST511 if credentials stand in a host, or a URL in place of the database's name
   */
  public static googleCloudSql(props: ManagedDatabaseProps): MySqlProvider {
    return given(MySqlProvider, ({ path }) => managedDatabase(GOOGLE_MYSQL, props, MYSQL_DATABASE, path));
  }
}

guard('MySqlProvider', MySqlProvider);

function database(locator: Locator, options: DatabaseOptions, path: string): Provision {
  return databaseOfServer(locator, options, MYSQL_DATABASE, path);
}
