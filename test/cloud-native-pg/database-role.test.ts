import { DatabaseRoleReclaimPolicy, DatabaseRolesOptions, RolePasswords } from '../../src';
import { RELEASES, UpstreamSchemas } from '../support/crd-schemas';
import { vault } from '../support/declare';
import { Emitted, yaml } from '../support/emitted';
import { Declaration } from '../support/topology';
import { consumersOf, databaseOf, objectsOf } from './declared-database';

const READERS: DatabaseRolesOptions = { readOnlyInRoles: ['readers'] };

function rolesOf(options = READERS): Emitted[] {
  const declared = new Declaration();
  consumersOf(declared, databaseOf(declared, options));
  return objectsOf(declared, 'DatabaseRole');
}

const EVERY_OPTION: Required<DatabaseRolesOptions> = {
  passwords: RolePasswords.stored(vault, 'db/{workload}'), readWriteInRoles: ['writers', 'auditors'], readOnlyInRoles: ['pg_read_all_data'], declareDatabase: true,
  databaseRoleReclaimPolicy: DatabaseRoleReclaimPolicy.RETAIN,
};

test('the smallest roles: who writes is a member of the owner, and who only reads of what is said', () => expect(yaml(rolesOf())).toMatchSnapshot());

test('roles with every option, and the owner of the database that is declared', () => expect(yaml(rolesOf(EVERY_OPTION))).toMatchSnapshot());

test('the operator\'s CRD knows every field', () => {
  const schemas = new UpstreamSchemas(RELEASES.filter(({ name }) => name.startsWith('CloudNativePG')));
  for (const role of rolesOf(EVERY_OPTION)) expect(schemas.judge(role).map(({ problems }) => problems)).toEqual([[]]);
});

test('it stands where the operator looks for it and for its Secret, which has its name', () => {
  const [{ metadata, spec }] = rolesOf();
  expect(metadata).toEqual({ name: 'shop.reports.db.pg', namespace: 'data' });
  expect([spec.cluster.name, spec.passwordSecret.name]).toEqual(['pg', 'shop.reports.db.pg']);
});

test('no role may make roles or databases, or is told to be a superuser', () => {
  const fields = rolesOf(EVERY_OPTION).flatMap(({ spec }) => Object.keys(spec));
  for (const field of ['superuser', 'createdb', 'createrole', 'replication', 'bypassrls']) expect(fields).not.toContain(field);
});

test('nobody enters as the owner of a database, and it outlives its object', () => {
  const owner = rolesOf(EVERY_OPTION).find(({ spec }) => spec.name === 'orders')!;
  expect(owner.spec).toMatchObject({ login: false, databaseRoleReclaimPolicy: 'retain' });
  expect(owner.spec.passwordSecret).toBeUndefined();
});
