import { DataAccess, MariaDbProps, SecretMaker, Tls, TlsAuthority } from '../../src';
import { mariaDb } from '../../src/backing-services/maria-db';
import { expectRefusal, newTopology, newWorkload, survivesHostileText, vault } from '../support/declare';

const declare = (props: Partial<MariaDbProps> = {}) => mariaDb({ cluster: 'orders', namespace: 'data', database: 'shop', username: 'app', ...props }, 'p');
const entered = (props: Partial<MariaDbProps> = {}) => declare({ username: undefined, credentials: vault.secret('rw'), ...props });
const partsOf = ({ login }: ReturnType<typeof declare>, access = DataAccess.READ_WRITE) => login!.credentialFor(newWorkload(newTopology(), 'web'), access).parts;

test('is served at its own Service, or at those of the primary server and the others where it has replicas', () => {
  const at = (props: Partial<MariaDbProps>) => declare(props).locator.addresses.map(({ role, host, port }) => [role, host, port]);
  expect(at({})).toEqual([['primary', 'orders.data.svc', 3306]]);
  expect(at({ replicated: true })).toEqual([['primary', 'orders-primary.data.svc', 3306], ['read-only', 'orders-secondary.data.svc', 3306]]);
  expect(declare()).toMatchObject({ provider: 'mariadb-operator', locator: {
    resource: 'orders', namespace: 'data', podLabels: { 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/name': 'mariadb' },
  } });
});

test('names what the operator makes besides', () => {
  expect([declare().furtherServices, declare({ replicated: true }).furtherServices]).toEqual([['orders-internal', 'orders-metrics'], ['orders', 'orders-internal', 'orders-metrics']]);
  expect(declare().furtherSecrets).toEqual(['root', 'ca', 'server-cert', 'client-cert', 'metrics-password', 'metrics-config'].map(ending => `orders-${ending}`));
  expect([declare().serviceAccounts, declare({ serviceAccountName: 'db' }).serviceAccounts]).toEqual([['orders'], ['db']]);
});

test('its user enters with the password that the operator keeps, which is not safe in a URL', () => {
  const { username, password, database } = partsOf(declare());
  expect([username.literal, database.literal]).toEqual(['app', 'shop']);
  expect(password).toMatchObject({ secretName: 'orders-password', key: 'password', maker: SecretMaker.OPERATOR, producer: 'MariaDB orders', isUrlSafe: false });
});

test('another user enters with the credentials that are given, and so do readers', () => {
  const provision = entered({ readOnlyCredentials: vault.secret('ro') });
  expect([partsOf(provision), partsOf(provision, DataAccess.READ_ONLY)]).toMatchObject([{ password: { entry: 'rw' } }, { password: { entry: 'ro' }, database: { literal: 'shop' } }]);
});

test('the server is verified by the authorities that the operator keeps, unless others are given or it speaks in the clear', () => {
  expect(declare({ replicated: true }).locator.addresses.map(({ tls }) => tls)).toEqual(Array(2).fill(Tls.inProtocol(TlsAuthority.LOGIN)));
  expect(partsOf(declare()).ca).toMatchObject({ secretName: 'orders-ca-bundle', key: 'ca.crt', maker: SecretMaker.OPERATOR });
  expect(partsOf(entered({ credentials: vault.secret('rw', { username: 'u', password: 'p', ca: 'c' }) })).ca).toMatchObject({ entry: 'rw', property: 'c' });
  expect(declare({ tls: Tls.NONE }).locator.primary.tls).toBe(Tls.NONE);
});

test.each<[string, Partial<MariaDbProps>, string]>([
  ['BST801', { cluster: 'a'.repeat(54) }, 'at most 53 characters'], ['BST801', { cluster: 'Orders' }, 'the name of a MariaDB resource'], ['BST801', { serviceAccountName: 'A' }, '"A"'],
  ['BST801', { username: '' }, 'a user of MariaDB'], ['BST801', { database: '' }, 'a database of MySQL'], ['BST510', { username: 'ghp_CANARYCANARYCANARY' }, 'not repeated here'],
  ['BST017', { username: undefined }, 'neither a username nor credentials'], ['BST017', { credentials: vault.secret('rw') }, 'a username and credentials both'],
  ['BST017', { username: undefined, credentials: vault.secret('x', { uri: 'u' }) }, 'due is "username" and "password"'],
])('%s: refuses %j', (code, props, words) => {
  expectRefusal(() => declare(props), code, 'p', words);
  expect(() => declare(props)).not.toThrow('CANARY');
});

test('survives hostile text', () => {
  survivesHostileText(cluster => declare({ cluster }), 80);
  survivesHostileText(username => declare({ username }), 80);
});
