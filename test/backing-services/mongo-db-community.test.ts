import { AddressRole, DataAccess, MongoDb, MongoDbCommunityProps, MongoDbProvider, Tls, TlsAuthority } from '../../src';
import { mongoDbCommunity } from '../../src/backing-services/mongo-db-community';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, topologyWithoutNamespace, vault } from '../support/declare';

const given = { resource: 'orders', user: 'app' };
const declare = (props: Partial<MongoDbCommunityProps> = {}, shop = newTopology()) => new MongoDb(shop, 'db', { provider: MongoDbProvider.community({ ...given, ...props }) });
const read = (props: Partial<MongoDbCommunityProps> = {}, access = DataAccess.READ_WRITE) => readable(told(declare(props), newWorkload(newTopology(), 'w'), access));
const made = (props: Partial<MongoDbCommunityProps> = {}) => mongoDbCommunity({ ...given, namespace: 'data', ...props }, 'p');
const secretOf = (props: Partial<MongoDbCommunityProps>) => read(props)['(password)'];

test('serves by the headless Service of the replica set, whose names and accounts are taken', () => {
  const { locator, furtherSecrets, serviceAccounts } = made();
  expect(locator).toMatchObject({ operator: 'mongodb-community', resource: 'orders', namespace: 'data', podLabels: { app: 'orders-svc' } });
  expect(locator.addresses.map(({ role, host, port, headless, tls }) => [role, host, port, headless, tls])).toEqual([[AddressRole.PRIMARY, 'orders-svc.data.svc', 27017, true, Tls.NONE]]);
  expect(furtherSecrets).toEqual(['orders-config', 'orders-agent-password', 'orders-keyfile', 'orders-server-certificate-key', 'orders-ca-certificate']);
  expect([serviceAccounts, made({ serviceAccountName: 'mongodb-database' }).serviceAccounts]).toEqual([['mongodb-kubernetes-appdb'], ['mongodb-database']]);
});

test('a consumer is told what the operator keeps, and the hosts that the members give out', () => {
  expect(read()).toMatchObject({
    'URL': '{orders-admin-app connectionString.standard}', '(uri)': '{orders-admin-app connectionString.standard}', '(username)': '{orders-admin-app username}', '(password)': '{orders-admin-app password}',
    '(database)': 'admin', '(authentication-database)': 'admin', '(replica-set)': 'orders',
    '(hosts)': [0, 1, 2].map(nth => `orders-${nth}.orders-svc.shop.svc.cluster.local:27017`).join(),
  });
});

test('as many members as are said, in the domain and at the port that are', () =>
  expect(read({ members: 1, clusterDomain: 'k8s.example', port: 27018 })['(hosts)']).toBe('orders-0.orders-svc.shop.svc.k8s.example:27018'));

test('with the authority of the members, clients start TLS and are told where that is', () => {
  expect(made({ caSecret: 'own-ca' }).locator.primary.tls).toEqual(Tls.byClient(TlsAuthority.LOGIN));
  expect(read({ caSecret: 'own-ca' })).toMatchObject({ 'URL': '{orders-admin-app connectionString.standard}&tlsCAFile=/bindings/b/ca.crt', '(ca.crt)': '{own-ca ca.crt}' });
});

test.each([
  [{}, 'orders-admin-app'], [{ userDatabase: 'shop', user: 'App_User' }, 'orders-shop-app-user'], [{ user: '_A  b--c!_' }, 'orders-admin-a-b-c'], [{ user: 'ünï' }, 'orders-admin-n'],
  [{ user: 'a.b' }, 'orders-admin-a.b'], [{ connectionStringSecret: 'told' }, 'told'],
])('the Secret of %j is called %s', (props, name) => expect(secretOf(props)).toBe(`{${name} password}`));

test('of another database the URL is composed, of what a store keeps', () => {
  const credentials = vault.secret('orders/mongo');
  expect(read({ database: 'orders', credentials, members: 1 }).URL).toBe(
    'mongodb://{orders/mongo username %}:{orders/mongo password %}@orders-0.orders-svc.shop.svc.cluster.local:27017/orders?replicaSet=orders&authSource=admin');
  expect(read({ database: 'orders' }).URL).toContain('{orders-admin-app password %}');
  expect(read({ database: 'shop', userDatabase: 'shop' }).URL).toBe('{orders-shop-app connectionString.standard}');
});

test('who only reads may have a user of its own, and asks secondaries', () => {
  const url = read({ readOnlyCredentials: vault.secret('reader'), caSecret: 'own-ca' }, DataAccess.READ_ONLY).URL;
  expect(url).toMatch(/^mongodb:\/\/\{reader username %\}:\{reader password %\}@.*readPreference=secondaryPreferred&tls=true&tlsCAFile=/);
  expect(read({}, DataAccess.READ_ONLY).URL).toBe('{orders-admin-app connectionString.standard}&readPreference=secondaryPreferred');
});

test('an authority that comes with a user is the one that clients verify by', () =>
  expect(read({ caSecret: 'own-ca', credentials: vault.secret('u', { username: 'u', password: 'p', ca: 'ca' }) })['(ca.crt)']).toBe('{u ca}'));

test.each<[string, Partial<MongoDbCommunityProps>, string]>([
  ['BST801', { resource: 'a'.repeat(60) }, 'at most 59 characters'], ['BST801', { user: '' }, 'a user of MongoDB'], ['BST801', { userDatabase: 'a b' }, 'a database of MongoDB'],
  ['BST801', { connectionStringSecret: 'a b' }, 'an object name'], ['BST801', { caSecret: 'A' }, 'an object name'], ['BST801', { serviceAccountName: 'A' }, 'an object name'],
  ['BST801', { clusterDomain: 'a b' }, 'a host'], ['BST010', { members: 0 }, '1..50'], ['BST010', { members: 51 }, '1..50'], ['BST007', { port: 0 }, '1..65535'],
  ['BST017', { credentials: vault.secret('x', { username: 'u' }) }, 'due is'], ['BST017', { readOnlyCredentials: vault.secret('x', { username: 'u' }) }, 'due is'],
])('%s: refuses %j', (code, props, words) => {
  try {
    declare(props);
  } catch (error) {
    expect(String(error)).toContain(words);
    return expect((error as { code: string }).code).toBe(code);
  }
  throw new Error('nothing was refused');
});

test('BST013: the namespace of the resource is known', () =>
  expectRefusal(() => declare({}, topologyWithoutNamespace()), 'BST013', 'chart/shop/db', 'MongoDBCommunity', 'MongoDbProvider.community()'));

test('survives hostile text', () => survivesHostileText(user => declare({ user })));
