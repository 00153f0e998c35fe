import { CloudNativePgDatabases, DataAccess, Platform, Postgres, PostgresProvider, RolePasswords, Secrets } from '../../src';
import { vault } from '../support/declare';
import { emitted } from '../support/emitted';
import { Declaration } from '../support/topology';
import { consumersOf, databaseOf, objectsOf } from './declared-database';

test('a role for each workload and database, however often it says that it uses it', () => {
  const declared = new Declaration();
  const [one, other] = [databaseOf(declared), databaseOf(declared, {}, { id: 'archive', database: 'archive' })];
  const [web, batch] = declared.workloads('web', 'batch');
  web.uses(one);
  web.uses(other);
  batch.uses(one);
  expect(objectsOf(declared).map(({ kind, metadata: { name } }) => `${kind} ${name}`)).toEqual([
    'DatabaseRole shop.batch.db.pg', 'DatabaseRole shop.web.archive.pg', 'DatabaseRole shop.web.db.pg']);
});

test('databases that are entered as one user get no role, nor do those of other operators', () => {
  const declared = new Declaration();
  const web = declared.workload('web');
  web.uses(new Postgres(declared.topology, 'one', { provider: PostgresProvider.cloudNativePg({ cluster: 'pg' }) }));
  web.uses(new Postgres(declared.topology, 'other', { provider: PostgresProvider.crunchy({ cluster: 'pg' }) }));
  expect(objectsOf(declared)).toEqual([]);
});

test('a workload that reads and writes by one of its dependencies may write', () => {
  const declared = new Declaration();
  const [web, db] = [declared.workload('web'), databaseOf(declared, { readOnlyInRoles: ['readers'] })];
  web.uses(db, { access: DataAccess.READ_WRITE });
  expect(objectsOf(declared)[0].spec.inRoles).toEqual(['orders']);
});

test('labels are those of all objects', () => {
  const declared = new Declaration();
  consumersOf(declared, databaseOf(declared, { readOnlyInRoles: ['readers'] }));
  new CloudNativePgDatabases(declared.chart, 'databases', { topology: declared.topology, labels: { team: 'shop' } });
  expect(emitted(declared.chart).map(({ metadata }) => metadata.labels)).toEqual([{ team: 'shop' }, { team: 'shop' }]);
});

test('with a platform, everything that a role needs is there', () => {
  const declared = new Declaration();
  consumersOf(declared, databaseOf(declared, { readOnlyInRoles: ['pg_read_all_data'], passwords: RolePasswords.stored(vault, 'db/{workload}') }, { caSecret: 'their-ca' }));
  new Platform(declared.chart, 'platform', { topology: declared.topology, secrets: Secrets.externalSecrets() });
  expect(declared.topology.findings).toEqual([]);
});
