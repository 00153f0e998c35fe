import { CloudNativePgDatabases, CloudNativePgProps, DataAccess, DatabaseRolesOptions, Postgres, PostgresProvider } from '../../src';
import { Emitted, emitted } from '../support/emitted';
import { Declaration } from '../support/topology';

/** What is told of a database of Cluster `pg` beside its roles. */
type More = Partial<CloudNativePgProps>;

/** A database `db` of Cluster `pg`, whose consumers have roles. */
export function databaseOf({ topology }: Declaration, databaseRoles: DatabaseRolesOptions = {}, { id = 'db', ...more }: More & { readonly id?: string } = {}): Postgres {
  return new Postgres(topology, id, { provider: PostgresProvider.cloudNativePg({ cluster: 'pg', namespace: 'data', database: 'orders', ...more, databaseRoles }) });
}

/** A writer and a reader of it. */
export function consumersOf(declared: Declaration, database: Postgres): void {
  const [web, reports] = declared.workloads('web', 'reports');
  web.uses(database, { access: DataAccess.READ_WRITE });
  reports.uses(database, { access: DataAccess.READ_ONLY });
}

/** Has it read by the output, so that the output's rules hold. */
export function read({ chart, topology }: Declaration): void {
  new CloudNativePgDatabases(chart, 'databases', { topology });
}

/** What the output emits, and nothing besides. */
export function objectsOf(declared: Declaration, kind?: string): Emitted[] {
  read(declared);
  return emitted(declared.chart, kind);
}
