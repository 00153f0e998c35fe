import { stringify } from 'yaml';
import { Manifest, Manifests } from '../harness/manifests';
import { alterRole, CloudNativePgRoles, createDatabase, createRole, refusalOf } from './cloud-native-pg-roles';
import { StandingSecret } from './standing-secrets';

const role = (spec: object, name = 'web', namespace = 'data') => (
  { apiVersion: 'postgresql.cnpg.io/v1', kind: 'DatabaseRole', metadata: { name, namespace }, spec: { cluster: { name: 'pg' }, name, ...spec } }) as Manifest;
const secret = (data: Record<string, string>, labels: Record<string, string> = {}): StandingSecret => ({ type: 'kubernetes.io/basic-auth', labels, data });
const WITH_PASSWORD = { login: true, passwordSecret: { name: 'web' }, databaseRoleReclaimPolicy: 'delete' };

test('what a role does not say is denied, but for INHERIT', () => {
  expect(createRole(role({}))).toBe('create role "web" nobypassrls nocreatedb nocreaterole inherit nologin noreplication nosuperuser connection limit -1');
});

test('memberships and the password come with it; quotes in names and passwords stay text', () => {
  const said = role({ name: 'a"b', login: true, inRoles: ['one', 'o"ther'] });
  expect(createRole(said, secret({ username: 'a"b', password: "p'w" }))).toMatch(/^create role "a""b" .* login .* in role "one", "o""ther" password 'p''w'$/);
  expect(alterRole(said)).toMatch(/^alter role "a""b" (?!.*in role)/);
  expect(createDatabase({ name: 'orders', owner: 'o' })).toBe('create database "orders" owner "o"');
});

test('a Secret that is missing, or of another name, is refused as the operator does it', () => {
  const asked = role(WITH_PASSWORD);
  expect(refusalOf(asked)).toBe('Secret web not found');
  expect(refusalOf(asked, secret({ username: 'other', password: 'p' }))).toBe('the username in secret web does not match role web');
  expect(refusalOf(asked, secret({ username: 'web' }))).toBe('Secret web has no username or no password');
  expect([refusalOf(asked, secret({ username: 'web', password: 'p' })), refusalOf(role({}))]).toEqual([undefined, undefined]);
});

type Then = (operator: CloudNativePgRoles) => Promise<void>;

/** The statements that the objects lead to, and those of what happens afterwards. */
async function statements(objects: Manifest[], labels: Record<string, string>, then: Then): Promise<string[]> {
  const done: string[] = [];
  const operator = new CloudNativePgRoles({ name: 'pg', namespace: 'data' }, { execute: async statement => void done.push(statement.split(' ').slice(0, 3).join(' ')) });
  await operator.reconcile(new Manifests(objects.map(object => ({ file: 'a', text: stringify(object) }))), { data: { web: secret({ username: 'web', password: 'p' }, labels) } });
  await then(operator);
  return done;
}

test('owners come first, then databases, then who enters; those of other Clusters and namespaces are not its own', async () => {
  const database = { apiVersion: 'postgresql.cnpg.io/v1', kind: 'Database', metadata: { name: 'd', namespace: 'data' }, spec: { cluster: { name: 'pg' }, name: 'd', owner: 'o' } };
  const others = [role({}, 'x', 'elsewhere'), role({ cluster: { name: 'other' } }, 'y')];
  expect(await statements([role(WITH_PASSWORD), database, role({}, 'o'), ...others], {}, async () => undefined)).toEqual(['create role "o"', 'create database "d"', 'create role "web"']);
});

test('a password that changes is taken at once where the Secret is labelled, and not otherwise', async () => {
  const change = (operator: CloudNativePgRoles, labels: Record<string, string>) => operator.secretsChanged({ data: { web: secret({ username: 'web', password: 'q' }, labels) } });
  const labelled = { 'cnpg.io/reload': 'true' };
  expect(await statements([role(WITH_PASSWORD)], labelled, operator => change(operator, labelled))).toEqual(['create role "web"', 'alter role "web"']);
  expect(await statements([role(WITH_PASSWORD)], {}, operator => change(operator, {}))).toEqual(['create role "web"']);
});

test('a role goes with its object unless it is to be retained', async () => {
  const remove = (operator: CloudNativePgRoles) => operator.deleted('web');
  expect(await statements([role(WITH_PASSWORD)], {}, remove)).toEqual(['create role "web"', 'drop role if']);
  expect(await statements([role({ ...WITH_PASSWORD, databaseRoleReclaimPolicy: 'retain' })], {}, remove)).toEqual(['create role "web"']);
});

test('a role that has gone is told no password any more', async () => {
  const removedBeforeChange = async (operator: CloudNativePgRoles) => {
    await operator.deleted('web');
    await operator.secretsChanged({ data: { web: secret({ username: 'web', password: 'q' }, { 'cnpg.io/reload': 'true' }) } });
  };
  expect(await statements([role(WITH_PASSWORD)], {}, removedBeforeChange)).toEqual(['create role "web"', 'drop role if']);
});
