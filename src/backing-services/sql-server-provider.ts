import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { ServiceProvider } from '../model/service-provider';
import { Tls } from '../model/tls';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { CredentialProps } from './credential-options';
import { DatabaseOptions, databaseOfServer } from './database-of-server';
import { given } from './given';
import { AmazonRdsProps, managedDatabase, ManagedDatabaseProps } from './managed-database';
import { amazonRdsAt, AZURE_SQL } from './managed-servers';
import { authorityOf, byNeighbour, byWorkload } from './provided-by';
import { EndpointsOptions, InClusterServingProps, WorkloadServingOptions } from './serving-options';
import { SQL_SERVER_DATABASE } from './sql-server-database';

/** A database of a Microsoft SQL Server. It is entered with parts `username` and `password`, or with a whole `uri`. */
export interface SqlServerDatabaseProps extends CredentialProps {
  /** Database. */
  readonly database: string;
  /**
   * Port of the server.
   *
   * @default 1433
   */
  readonly port?: number;
}

/** A SQL Server of a third party, or any other outside of the cluster. */
export interface ExternalSqlServerProps extends SqlServerDatabaseProps, EndpointsOptions {
  /**
   * DNS name of the server, or its IP address: consumers are told it as it is, network policies open that one address, and a mesh knows the server by it. With TLS, few
   * certificates name an address, and a client that verifies the name refuses the others.
   */
  readonly host: string;
  /**
   * How the connection is encrypted, and who vouches for the server. `Tls.inProtocol(TlsAuthority.NONE)` says that nobody does, as for a server that made its
   * certificate itself: whoever answers under the host's name is sent the password.
   *
   * @default - clients agree on TLS with the server and verify it by the part `ca` of the credentials, or, without one, by the authorities they trust
   */
  readonly tls?: Tls;
}

/** A SQL Server in a workload of ours. */
export interface SqlServerWorkloadOptions extends SqlServerDatabaseProps, WorkloadServingOptions {}

/** A SQL Server that somebody else runs in this cluster. */
export interface InClusterSqlServerProps extends SqlServerDatabaseProps, InClusterServingProps {}

const USUAL = { port: 1433, protocol: Protocol.TCP };

/**
 * Who provides a database of Microsoft SQL Server. What extends it gives a login of parts `username`, `password` and `database`, or of a whole `uri`; a part `ca`
 * where the address names it as the authority; and an address with `AddressRole.READ_ONLY` if there is one that refuses writes.
 */
export abstract class SqlServerProvider extends ServiceProvider {
  /**
   * A workload of ours; the mesh encrypts. Usual port: 1433. The official image makes the user `sa` alone, whose password it reads from MSSQL_SA_PASSWORD.
   *
   * @throws BST801 if the database cannot have its name, BST511 if a URL stands in its place, BST017 if the credentials lack a part
   */
  public static workload(workload: IWorkload, options: SqlServerWorkloadOptions): SqlServerProvider {
    return given(SqlServerProvider, ({ id, path }) => database(byWorkload(workload, id, options, USUAL), options, path));
  }

  /**
   * Somebody else in this cluster: another team, another program. Usual port: 1433.
   *
   * @throws BST801 if the database cannot have its name, BST511 if a URL stands in its place, BST017 if the credentials lack a part
   */
  public static inCluster(props: InClusterSqlServerProps): SqlServerProvider {
    return given(SqlServerProvider, ({ path }) => database(byNeighbour(props, USUAL), props, path));
  }

  /**
   * A third party. All forms say that the connection is encrypted and that the server is verified, so that no client falls back. A `ca` is read by Go's driver, whose URL
   * names its file; .NET trusts it on Linux where SSL_CERT_FILE names `{ca:file}`; Java's drivers find it in a trust store, into which it has to be imported, and
   * which a text names: `{jdbc-url};trustStore=/etc/trust/shop.p12`.
   *
   * @throws BST801 if the host is neither a DNS name nor an IP address or the database cannot have its name, BST032 if the host is not outside, BST007 if the
   * port does not exist, BST026 if `cidrs` leave out a host that is an IP address or an endpoint, BST017 if the credentials lack a part, BST511 if credentials stand in the host, or a
   * URL in place of the database's name
   */
  public static external(props: ExternalSqlServerProps): SqlServerProvider {
    const { host, port = USUAL.port, cidrs, endpoints, tls = Tls.inProtocol(authorityOf(props.credentials)) } = props;
    return given(SqlServerProvider, ({ path }) => database(Locator.external({ cidrs, endpoints, addresses: [{ host, port, tls }] }), props, path));
  }

  /**
   * Amazon RDS for SQL Server. Usual port: 1433. Clients verify the server by the bundle that Amazon publishes, which no system has: it is due as the part `ca`.
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/SQLServer.Concepts.General.SSL.Using.html
   *
   * @throws BST801 if a host is no endpoint of an instance or the database cannot have its name, BST017 if the credentials lack a part, BST007 if the port does not
   * exist, BST026 if an address range is none, BST511 if credentials stand in a host, or a URL in place of the database's name
   */
  public static amazonRds(props: AmazonRdsProps): SqlServerProvider {
    return given(SqlServerProvider, ({ path }) => managedDatabase(amazonRdsAt(props.port ?? USUAL.port), props, SQL_SERVER_DATABASE, path));
  }

  /**
   * Azure SQL Database. Port: 1433. It refuses connections without TLS, and shows a certificate of authorities that systems trust. Clients within Azure are sent on
   * to ports 11000 to 11999 of other servers, which network policies keep closed: give the server the connection policy Proxy. A failover group has a name for
   * readers, `<group>.secondary.database.windows.net`. Source: https://learn.microsoft.com/azure/azure-sql/database/connectivity-architecture
   *
   * @throws BST801 if a host is no server's name or the database cannot have its name, BST017 if the credentials lack a part, BST026 if an address range is none,
   * BST511 if credentials stand in a host, or a URL in place of the database's name
   */
  public static azureSql(props: ManagedDatabaseProps): SqlServerProvider {
    return given(SqlServerProvider, ({ path }) => managedDatabase(AZURE_SQL, props, SQL_SERVER_DATABASE, path));
  }
}

guard('SqlServerProvider', SqlServerProvider);

function database(locator: Locator, options: DatabaseOptions, path: string): Provision {
  return databaseOfServer(locator, options, SQL_SERVER_DATABASE, path);
}
