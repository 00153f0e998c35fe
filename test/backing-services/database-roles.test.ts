import {
  CloudNativePgProps, DataAccess, DatabaseRoleReclaimPolicy, DatabaseRolesOptions, Postgres, PostgresProvider, RolePasswords, SecretMaker,
} from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, vault } from '../support/declare';

const { READ_ONLY, READ_WRITE } = DataAccess;

function declare(databaseRoles: DatabaseRolesOptions = {}, props: Partial<CloudNativePgProps> = {}, shop = newTopology()): Postgres {
  return new Postgres(shop, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'pg', database: 'orders', ...props, databaseRoles }) });
}

const rolesOf = (options?: DatabaseRolesOptions) => declare(options).login!._operatedRoles!;
const consumer = () => newWorkload(newTopology(), 'web');

test('each consumer enters as a role of its own, with a password of its own', () => {
  const { login } = declare();
  const [web, batch] = ['web', 'batch'].map(name => login!.credentialFor(newWorkload(newTopology(), name), READ_WRITE).parts);
  expect([web.username.literal, web.password.secretName, web.password.maker]).toEqual(['shop.web.db', 'shop.web.db.pg', SecretMaker.GENERATOR]);
  expect([batch.username.literal, batch.password.secretName]).toEqual(['shop.batch.db', 'shop.batch.db.pg']);
  expect(Object.keys(web)).toEqual(['ca', 'database', 'password', 'username']);
});

test('who reads and writes has the privileges of the owner of the database; who only reads, those that are said', () => {
  const roles = rolesOf({ readOnlyInRoles: ['orders_readers'] });
  expect([roles.of(consumer(), READ_WRITE).inRoles, roles.of(consumer(), READ_ONLY).inRoles]).toEqual([['orders'], ['orders_readers']]);
});

test('takes every option', () => {
  const all: Required<DatabaseRolesOptions> = {
    passwords: RolePasswords.stored(vault, 'db/{workload}'), readWriteInRoles: ['writers'], readOnlyInRoles: ['pg_read_all_data'], declareDatabase: true,
    databaseRoleReclaimPolicy: DatabaseRoleReclaimPolicy.RETAIN,
  };
  const roles = rolesOf(all);
  expect(roles.of(consumer(), READ_WRITE)).toMatchObject({ name: 'shop.web.db', inRoles: ['writers'], password: { entry: 'db/web' } });
  expect([roles.deletes, roles.declared]).toEqual([false, { name: 'orders', owner: 'orders', object: 'db.pg' }]);
});

test('the smallest one drops roles that nobody has any more, and takes the database as there', () => {
  const { deletes, declared } = rolesOf();
  expect([deletes, declared]).toEqual([true, undefined]);
});

test('consumers read the same variables as of one user for all', () => {
  const shop = newTopology();
  const [web, db] = [newWorkload(shop, 'web'), declare({}, {}, shop)];
  expect(readable(told(db, web))).toMatchObject({
    'URL': 'postgresql://shop.web.db:{shop.web.db.pg password}@pg-rw.shop.svc:5432/orders?sslmode=verify-full&sslrootcert=/bindings/b/ca.crt',
    '(username)': 'shop.web.db', '(database)': 'orders',
  });
});

test('the Secret of the owner stays the operator\'s, though nobody reads it', () => expect(declare()._provision.furtherSecrets).toContain('pg-app'));

test('BST017: refuses roles beside one user for all', () => {
  for (const props of [{ credentials: vault.secret('db') }, { readOnlyCredentials: vault.secret('db') }]) {
    expectRefusal(() => declare({}, props), 'BST017', 'chart/shop/db', 'databaseRoles gives each consumer a user of its own');
  }
});

test('BST017: refuses roles of a database that is not said', () => {
  expectRefusal(() => declare({}, { database: undefined }), 'BST017', 'chart/shop/db', 'it is not said which', 'is "app" unless the Cluster says another');
});

test.each([['orders'], ['writers'], ['shop.batch.db'], ['pg_write_all_data'], ['pg_read_server_files'], ['pg_of_tomorrow']])('BST017: refuses %s for those who only read', role => {
  expectRefusal(() => declare({ readWriteInRoles: ['writers'], readOnlyInRoles: [role] }), 'BST017', 'chart/shop/db', `"${role}" is among readOnlyInRoles`);
});

test.each<DatabaseRolesOptions>([{ readWriteInRoles: ['postgres'] }, { readOnlyInRoles: ['postgres'] }])('BST017: refuses consumers that can do everything: %j', options => {
  expectRefusal(() => declare(options), 'BST017', 'chart/shop/db', 'members of "postgres" can do everything');
});

test('a role that is named twice is said once', () => {
  expect(rolesOf({ readWriteInRoles: ['writers', 'writers'] }).of(consumer(), READ_WRITE).inRoles).toEqual(['writers']);
});

test.each(['postgres', 'template1', 'pg_orders', 'cnpg_orders', 'streaming_replica', 'ümlaut'])('BST801: refuses to declare database %s', database => {
  expectRefusal(() => declare({ declareDatabase: true, readWriteInRoles: ['a'] }, { database }), 'BST801', 'chart/shop/db', `"${database}"`);
});

test.each([[''], ['a'.repeat(64)], ['a\nb']])('BST801: refuses the role %j', role => {
  expectRefusal(() => declare({ readWriteInRoles: [role] }), 'BST801', 'chart/shop/db', 'a role of PostgreSQL');
});

test('survives hostile text', () => survivesHostileText(text => [{ readWriteInRoles: [text] }, { readOnlyInRoles: [text] }].forEach(options => declare(options))));
