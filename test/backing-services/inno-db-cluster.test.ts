import { DataAccess, InnoDbClusterProps, SecretMaker, ServiceOwner, TlsAuthority } from '../../src';
import { innoDbCluster } from '../../src/backing-services/inno-db-cluster';
import { expectRefusal, newTopology, newWorkload, survivesHostileText, vault } from '../support/declare';

const credentials = vault.secret('rw');
const declare = (props: Partial<InnoDbClusterProps> = {}) => innoDbCluster({ cluster: 'orders', namespace: 'data', database: 'shop', credentials, ...props }, 'p');
const partsOf = (props: Partial<InnoDbClusterProps>, access = DataAccess.READ_WRITE) =>
  declare(props).login!.credentialFor(newWorkload(newTopology(), 'web'), access).parts;

test('is served by the routers: those who only read have a port of their own', () => {
  const { locator, provider } = declare();
  expect(provider).toBe('mysql-operator');
  expect(locator).toMatchObject({
    owner: ServiceOwner.OPERATOR, resource: 'orders', namespace: 'data', podLabels: { 'component': 'mysqlrouter', 'mysql.oracle.com/cluster': 'orders', 'tier': 'mysql' },
  });
  expect(locator.addresses.map(({ role, host, port, targetPort }) => [role, host, port, targetPort])).toEqual([
    ['primary', 'orders.data.svc', 3306, 6446], ['read-only', 'orders.data.svc', 6447, 6447],
  ]);
});

test('names what the operator makes besides', () => {
  const { furtherServices, furtherSecrets, serviceAccounts } = declare();
  expect([furtherServices, furtherSecrets, serviceAccounts]).toEqual([['orders-instances'], ['orders-backup', 'orders-privsecrets', 'orders-router'], ['orders-sidecar-sa']]);
  expect(declare({ serviceAccountName: 'mysql' }).serviceAccounts).toEqual(['mysql']);
});

test.each<[Partial<InnoDbClusterProps>, TlsAuthority, object | undefined]>([
  [{}, TlsAuthority.NONE, undefined],
  [{ credentials: vault.secret('rw', { username: 'u', password: 'p', ca: 'c' }) }, TlsAuthority.LOGIN, { entry: 'rw', property: 'c' }],
  [{ caSecret: 'orders-ca' }, TlsAuthority.LOGIN, { secretName: 'orders-ca', key: 'ca.pem', maker: SecretMaker.SOMEBODY }],
  [{ caSecret: 'orders-ca', caKey: 'ca.crt' }, TlsAuthority.LOGIN, { secretName: 'orders-ca', key: 'ca.crt' }],
])('is encrypted, and verified by the authority that is given: %#', (props, authority, ca) => {
  expect(declare(props).locator.addresses.map(({ tls }) => [tls.start, tls.authority])).toEqual([['protocol', authority], ['protocol', authority]]);
  for (const access of [DataAccess.READ_WRITE, DataAccess.READ_ONLY]) {
    const parts = partsOf({ ...props, readOnlyCredentials: vault.secret('ro') }, access);
    if (ca) expect(parts.ca).toMatchObject(ca);
    else expect(parts).not.toHaveProperty('ca');
  }
});

test('each enters as the user that is given, the database with them', () =>
  expect([DataAccess.READ_WRITE, DataAccess.READ_ONLY].map(access => partsOf({ readOnlyCredentials: vault.secret('ro') }, access))).toMatchObject([
    { username: { entry: 'rw' }, database: { literal: 'shop' } }, { username: { entry: 'ro' }, database: { literal: 'shop' } },
  ]));

test.each<[string, Partial<InnoDbClusterProps>, string]>([
  ['BST801', { cluster: 'a'.repeat(29) }, 'at most 28 characters'], ['BST801', { cluster: 'Orders' }, 'the name of an InnoDBCluster'], ['BST801', { caSecret: 'A' }, '"A"'],
  ['BST801', { serviceAccountName: 'A' }, '"A"'], ['BST801', { caSecret: 'a', caKey: 'a/b' }, 'a Secret key'], ['BST801', { database: '' }, 'a database of MySQL'],
])('%s: refuses %j', (code, props, words) => expectRefusal(() => declare(props), code, props.caKey ? 'KubernetesSecret(a)' : 'p', words));

test.each<[string, Partial<InnoDbClusterProps>]>([['users have a password', { credentials: vault.secret('x', { uri: 'u' }) }], ['so have readers', { readOnlyCredentials: vault.secret('x', { username: 'u' }) }]])(
  'BST017: %s', (_, props) => expectRefusal(() => declare(props), 'BST017', 'p', 'due is "username" and "password"'));

test('survives hostile text', () => survivesHostileText(cluster => declare({ cluster })));
