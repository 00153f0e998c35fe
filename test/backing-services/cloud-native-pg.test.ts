import { CloudNativePgProps, Credential, DataAccess, KubernetesSecret, Postgres, PostgresProvider, SecretMaker, ServiceOwner } from '../../src';
import { cloudNativePg } from '../../src/backing-services/cloud-native-pg';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, topologyWithoutNamespace, vault } from '../support/declare';

const declare = (props: Partial<CloudNativePgProps>) =>
  new Postgres(newTopology(), 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders', ...props }) });
const partsOf = (props: CloudNativePgProps) =>
  cloudNativePg(props, { id: 'db', path: 'p' }).login!.credentialFor(newWorkload(newTopology(), 'orders'), DataAccess.READ_WRITE).parts;

test('is served where the operator serves it; those who only read have an address of their own', () => {
  const { locator, provider } = cloudNativePg({ cluster: 'orders', namespace: 'data' }, { id: 'db', path: 'p' });
  expect(provider).toBe('cloudnative-pg');
  expect(locator).toMatchObject({ owner: ServiceOwner.OPERATOR, resource: 'orders', namespace: 'data', podLabels: { 'cnpg.io/cluster': 'orders' } });
  expect(locator.addresses.map(({ role, host, port, tls }) => [role, host, port, tls.start, tls.authority])).toEqual([
    ['primary', 'orders-rw.data.svc', 5432, 'protocol', 'login'],
    ['read-only', 'orders-ro.data.svc', 5432, 'protocol', 'login'],
  ]);
});

test('reads the Secrets that the operator writes', () => {
  const { ca, ...parts } = partsOf({ cluster: 'orders', namespace: 'data' });
  expect(ca).toMatchObject({ secretName: 'orders-ca', key: 'ca.crt', maker: SecretMaker.OPERATOR, producer: 'CloudNativePG Cluster orders' });
  expect(Object.entries(parts).map(([name, { secretName, key, isUrlSafe }]) => [name, secretName, key, isUrlSafe])).toEqual([
    ['database', 'orders-app', 'dbname', true],
    ['password', 'orders-app', 'password', true],
    ['uri', 'orders-app', 'uri', false],
    ['username', 'orders-app', 'username', true],
  ]);
});

test('names what the operator makes besides', () => {
  const { furtherServices, furtherSecrets, serviceAccounts } = declare({ cluster: 'orders' })._provision;
  expect([furtherServices, furtherSecrets, serviceAccounts]).toEqual([['orders-r'], ['orders-server', 'orders-replication', 'orders-superuser'], ['orders']]);
});

test('takes every option', () => {
  const all: Required<Omit<CloudNativePgProps, 'databaseRoles'>> = {
    cluster: 'orders', namespace: 'data', caSecret: 'my-ca', serviceAccountName: 'pg', database: 'billing', credentials: vault.secret('billing'),
    readOnlyCredentials: vault.secret('reader'), pooler: 'orders-pool',
  };
  expect(declare(all).locator).toMatchObject({ resource: 'orders', namespace: 'data' });
  expect(partsOf(all).ca.secretName).toBe('my-ca');
  expect(declare(all)._provision.serviceAccounts).toEqual(['pg', 'orders-pool']);
});

test('lives in the namespace of the topology unless told', () => expect(declare({}).locator.namespace).toBe('shop'));

test('BST013: refuses to live in no namespace', () => {
  const provider = PostgresProvider.cloudNativePg({ cluster: 'orders' });
  const words = ['the namespace of the CloudNativePG Cluster is unknown', 'PostgresProvider.cloudNativePg()'];
  expectRefusal(() => new Postgres(topologyWithoutNamespace(), 'db', { provider }), 'BST013', 'chart/shop/db', ...words);
});

test.each([{ cluster: 'Orders' }, { cluster: 'a.b' }, { cluster: 'a'.repeat(51) }, { namespace: 'My Data' }, { caSecret: 'my ca' }, { serviceAccountName: 'my account' }])('BST801: refuses %j', props =>
  expectRefusal(() => declare(props), 'BST801', 'chart/shop/db', `"${Object.values(props)[0]}"`, 'allowed is an RFC 1', 'choose such a name'));

test('accepts a cluster name of 50 characters', () => expect(declare({ cluster: 'a'.repeat(50) }).locator.primary.host).toMatch(/^a{50}-rw\.shop\.svc$/));

test('survives hostile text', () => survivesHostileText(text => [{ cluster: text }, { namespace: text }, { caSecret: text }, { serviceAccountName: text }, { pooler: text }, { database: text }].forEach(props => declare(props))));

const read = (props: Partial<CloudNativePgProps>, access?: DataAccess) => readable(told(declare(props), newWorkload(newTopology(), 'orders'), access));
const user = KubernetesSecret.existing('billing-user', { reason: 'the data team declares the role' });

test('another database has a URL that is composed: the one of the operator leads to the bootstrap database', () => {
  expect(read({ database: 'Bill & co' }).URL).toBe('postgresql://{orders-app username}:{orders-app password}@orders-rw.shop.svc:5432/Bill%20%26%20co?sslmode=verify-full&sslrootcert=/bindings/b/ca.crt');
  expect(partsOf({ cluster: 'orders', namespace: 'data', database: 'billing' })).not.toHaveProperty('uri');
});

test('another user enters the bootstrap database, or the one that is said or that its credentials name', () => {
  const credentials = user.credential();
  const databases = [{ credentials }, { credentials, database: 'billing' }, { credentials: credentials.with('database', user.key('db')) }].map(props => read(props)['(database)']);
  expect(databases).toEqual(['{orders-app dbname}', 'billing', '{billing-user db}']);
  expect(read({ credentials, database: 'billing' })).toMatchObject({ '(username)': '{billing-user username}', '(ca.crt)': '{orders-ca ca.crt}' });
});

test('an authority that comes with another user is the one that clients verify by', () =>
  expect(read({ credentials: user.credential({ username: 'u', password: 'p', ca: 'ca' }) })['(ca.crt)']).toBe('{billing-user ca}'));

test('one who only reads may have a user of its own, of the same database', () => {
  const props = { database: 'billing', readOnlyCredentials: vault.secret('reader') };
  expect(read(props, DataAccess.READ_ONLY).URL).toContain('{reader username %}:{reader password %}@orders-ro.shop.svc:5432/billing');
  expect(read(props, DataAccess.READ_WRITE).URL).toContain('@orders-rw.shop.svc:5432/billing');
});

test('everybody is sent to a pooler, whose pods, names and account are its own', () => {
  const { locator, furtherServices, furtherSecrets, serviceAccounts } = cloudNativePg({ cluster: 'orders', namespace: 'data', pooler: 'orders-pool' }, { id: 'db', path: 'p' });
  expect(locator.podLabels).toEqual({ 'cnpg.io/poolerName': 'orders-pool' });
  expect(locator.addresses.map(({ role, host, port, tls }) => [role, host, port, tls.start])).toEqual([['primary', 'orders-pool.data.svc', 5432, 'protocol']]);
  expect([furtherServices, furtherSecrets.at(-1), serviceAccounts]).toEqual([['orders-rw', 'orders-ro', 'orders-r'], 'orders-pool', ['orders', 'orders-pool']]);
});

test('the URL by a pooler is composed: the one of the operator leads past it', () => {
  for (const access of [DataAccess.READ_WRITE, DataAccess.READ_ONLY]) {
    expect(read({ pooler: 'orders-pool' }, access).URL).toBe('postgresql://{orders-app username}:{orders-app password}@orders-pool.shop.svc:5432/{orders-app dbname}?sslmode=verify-full&sslrootcert=/bindings/b/ca.crt');
  }
});

test.each(['orders', 'orders-rw', 'orders-ro', 'orders-r'])('BST801: a Pooler is not called %s, like the Cluster or a Service of it', pooler =>
  expectRefusal(() => declare({ pooler }), 'BST801', 'chart/shop/db', `"${pooler}"`, 'Pooler'));

test('BST017: another user has a name and a password, or a certificate, which a pooler does not take', () => {
  const certificate = Credential.of({ 'username': user.key('u'), 'client-certificate': user.key('c'), 'private-key': user.key('k') });
  expectRefusal(() => declare({ credentials: vault.secret('x', { username: 'u' }) }), 'BST017', 'chart/shop/db', 'due is "username" and "password"');
  expect(() => declare({ credentials: certificate })).not.toThrow();
  expectRefusal(() => declare({ credentials: certificate, pooler: 'orders-pool' }), 'BST017', 'chart/shop/db', 'due is "username" and "password", or "uri"');
});

test('BST801, BST511: a database is named as everywhere', () => {
  expectRefusal(() => declare({ database: '' }), 'BST801', 'chart/shop/db', '1 to 63 characters');
  expectRefusal(() => declare({ database: 'postgres://u:CANARY@h/d' }), 'BST511', 'chart/shop/db', 'name alone');
});
