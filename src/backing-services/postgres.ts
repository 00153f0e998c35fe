import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { Provision } from '../model/provision';
import { provisionOf } from '../model/service-provider';
import { pathOf } from '../model/topology-element';
import { acceptArguments, guard } from '../private/boundary';
import { TopologyError } from '../private/topology-error';
import { ConnectionLimitOptions } from './connection-limit-options';
import { postgresEntries } from './postgres-binding';
import { PostgresProvider } from './postgres-provider';
import { assertParts, ENTERS_POSTGRES } from './required-parts';

/** What a PostgreSQL database is. */
export interface PostgresProps extends ConnectionLimitOptions {
  /** Who provides it. */
  readonly provider: PostgresProvider;
}

/**
 * A PostgreSQL database. Its consumers read `<BINDING>_URL`, whoever provides it; user and password in it are percent-encoded. Clients that take no URL are told
 * the same by roles of their own, which `EnvNames.map()` and presets name: `jdbc-url` and `r2dbc-url`, both without credentials, `connection-string` of Npgsql,
 * `dsn` of keywords for libpq, pgx and lib/pq. `ssl` is `true` where clients start TLS, for those that know no `sslmode`.
 *
 * To a mesh it is TCP: clients and server negotiate TLS in the protocol, which a sidecar cannot start for them.
 */
export class Postgres extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service, BST010 if `maxConnections` is no number of connections, BST013 if an operator's namespace is unknown, BST017 if the provider gives no credential
   */
  constructor(scope: Construct, id: string, props: PostgresProps) {
    acceptArguments('new Postgres', [scope, id, props]);
    super(scope, id, { bindingType: 'postgresql', provision: entered(provisionOf(props.provider, scope, id), pathOf(scope, id)), shape: ServiceShape.DATABASE, maxConnections: props.maxConnections });
  }

  /**
   * @throws BST017 if the credential, whoever gives it, lacks a part that a database is entered with
   */
  public bind(request: BindingRequest): BindingEntry[] {
    assertParts(request.credential!, ENTERS_POSTGRES, this.path);
    return postgresEntries(this.locator, request);
  }
}

guard('Postgres', Postgres);

function entered(provision: Provision, path: string): Provision {
  if (provision.login) return provision;
  throw new TopologyError({
    code: 'BST017',
    path,
    problem: 'the provider gives no credential: every user of PostgreSQL has a name',
    fix: 'give the Provision a login, such as Login.shared(credential)',
  });
}
