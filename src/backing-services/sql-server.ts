import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { provisionOf } from '../model/service-provider';
import { pathOf } from '../model/topology-element';
import { acceptArguments, guard } from '../private/boundary';
import { ConnectionLimitOptions } from './connection-limit-options';
import { assertEntered, ENTERS_BY_PASSWORD_OR_URL } from './database-of-server';
import { assertParts } from './required-parts';
import { sqlServerEntries } from './sql-server-binding';
import { SqlServerProvider } from './sql-server-provider';

/** What a database of Microsoft SQL Server is. */
export interface SqlServerProps extends ConnectionLimitOptions {
  /** Who provides it. */
  readonly provider: SqlServerProvider;
}

/**
 * A database of Microsoft SQL Server. Its consumers read `<BINDING>_URL`, of the form `sqlserver://user:password@host:port?database=…`, which Go's driver reads;
 * user and password in it are percent-encoded.
 *
 * Other clients find their form by `EnvNames.map`: `{connection-string}` is for .NET, and for Go's driver too; `{jdbc-url}` and `{r2dbc-url}` hold no
 * credentials, which are settings of their own there. SQLAlchemy reads `mssql+pymssql://{username:percent}:{password:percent}@{host}:{port}/{database:percent}`;
 * ODBC writes values in braces, which nothing does with a secret, so its programs are told the parts.
 *
 * To a mesh it is TCP: clients and server negotiate TLS in the protocol, which a sidecar cannot start for them. Where the server is said to speak in the clear,
 * clients encrypt the login alone, by whatever certificate the server shows.
 */
export class SqlServer extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service, BST010 if `maxConnections` is no number of connections, BST017 if the provider gives no credential
   */
  constructor(scope: Construct, id: string, props: SqlServerProps) {
    acceptArguments('new SqlServer', [scope, id, props]);
    const provision = assertEntered(provisionOf(props.provider, scope, id), 'SQL Server', pathOf(scope, id));
    super(scope, id, { bindingType: 'sqlserver', provision, shape: ServiceShape.DATABASE, maxConnections: props.maxConnections });
  }

  /**
   * @throws BST017 if the credential, whoever gives it, lacks a part that a database is entered with
   */
  public bind(request: BindingRequest): BindingEntry[] {
    assertParts(request.credential!, ENTERS_BY_PASSWORD_OR_URL, this.path);
    return sqlServerEntries(this.locator, request);
  }
}

guard('SqlServer', SqlServer);
