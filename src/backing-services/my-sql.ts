import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { provisionOf } from '../model/service-provider';
import { pathOf } from '../model/topology-element';
import { acceptArguments, guard } from '../private/boundary';
import { ConnectionLimitOptions } from './connection-limit-options';
import { assertEntered, ENTERS_BY_PASSWORD_OR_URL } from './database-of-server';
import { mySqlEntries } from './my-sql-binding';
import { MySqlProvider } from './my-sql-provider';
import { assertParts } from './required-parts';

/** What a database of MySQL or MariaDB is. */
export interface MySqlProps extends ConnectionLimitOptions {
  /** Who provides it. */
  readonly provider: MySqlProvider;
}

/**
 * A database of MySQL, or of MariaDB, which speaks the same protocol. Its consumers read `<BINDING>_URL`; user and password in it are percent-encoded, which
 * all clients that take a URL read, but PyMySQL through SQLAlchemy only where the password is ASCII.
 *
 * Other clients find their form by `EnvNames.map`: `{bare-url}` is the URL without a word about TLS, to which a text adds another client's words;
 * `{jdbc-url}` (MySQL Connector/J), `{mariadb-jdbc-url}` (MariaDB Connector/J, where the database's name needs no encoding) and `{r2dbc-url}` (r2dbc-mysql)
 * hold no credentials, which are settings of their own there; `{connection-string}` is for .NET's MySqlConnector, `{dsn}` for Go's driver, where every password
 * can stand as it is, and no user with a colon can: where the user's name is known to have one, there is no `{dsn}`. SQLAlchemy reads
 * `mysql+mysqldb://{username:percent}:{password:percent}@{host}:{port}/{database:percent}`.
 *
 * To a mesh it is TCP: clients and server negotiate TLS in the protocol, which a sidecar cannot start for them.
 *
 * Where the server is said to speak in the clear, `ssl-mode` is PREFERRED, which promises nothing: MySQL makes itself a certificate at its first start, and its
 * usual way of proving a password asks for TLS or for the server's key.
 */
export class MySql extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service, BST010 if `maxConnections` is no number of connections, BST013 if an operator's namespace is unknown, BST017 if the provider gives no credential
   */
  constructor(scope: Construct, id: string, props: MySqlProps) {
    acceptArguments('new MySql', [scope, id, props]);
    const provision = assertEntered(provisionOf(props.provider, scope, id), 'MySQL', pathOf(scope, id));
    super(scope, id, { bindingType: 'mysql', provision, shape: ServiceShape.DATABASE, maxConnections: props.maxConnections });
  }

  /**
   * @throws BST017 if the credential, whoever gives it, lacks a part that a database is entered with
   */
  public bind(request: BindingRequest): BindingEntry[] {
    assertParts(request.credential!, ENTERS_BY_PASSWORD_OR_URL, this.path);
    return mySqlEntries(this.locator, request);
  }
}

guard('MySql', MySql);
