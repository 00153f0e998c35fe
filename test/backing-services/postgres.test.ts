import {
  DataAccess, ExternalPostgresProps, Locator, Login, Postgres, PostgresProvider, PostgresWorkloadOptions, Protocol, Provision, ServiceShape, Topology,
} from '../../src';
import { given } from '../../src/backing-services/given';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, variablesOf, vault } from '../support/declare';

const credentials = vault.secret('shop/db');
const external = (props: Partial<ExternalPostgresProps> = {}, shop: Topology = newTopology()) =>
  new Postgres(shop, 'database', { provider: PostgresProvider.external({ host: 'db.example', database: 'orders', credentials, ...props }) });
const inWorkload = (options: Partial<PostgresWorkloadOptions> = {}, shop: Topology = newTopology()) =>
  new Postgres(shop, 'database', { provider: PostgresProvider.workload(newWorkload(shop, 'pg'), { database: 'orders', credentials, ...options }) });
const inCluster = (shop: Topology) =>
  new Postgres(shop, 'database', { provider: PostgresProvider.inCluster({ service: 'pg', namespace: 'data', database: 'orders', credentials }) });
const operated = (shop: Topology = newTopology()) => new Postgres(shop, 'database', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders' }) });
const urlOf = (postgres: Postgres, access?: DataAccess) => readable(told(postgres, newWorkload(newTopology(), 'orders'), access)).URL;

test.each([[external(), undefined, false], [inWorkload(), undefined, false], [operated(), 'cloudnative-pg', true]])('is a database over TCP', (postgres, provider, enforcesReadOnly) =>
  expect(postgres).toMatchObject({ bindingType: 'postgresql', provider, shape: ServiceShape.DATABASE, protocol: Protocol.TCP, enforcesReadOnly, clientRouted: false }));

test('a server without a CA is verified by the authorities of the client', () =>
  expect(urlOf(external())).toBe('postgresql://{shop/db username %}:{shop/db password %}@db.example:5432/orders?sslmode=verify-full'));

test('of a workload the mesh encrypts', () =>
  expect(urlOf(inWorkload())).toBe('postgresql://{shop/db username %}:{shop/db password %}@database.shop.svc:5432/orders?sslmode=disable'));

test.each([DataAccess.READ_WRITE, DataAccess.READ_ONLY])('BST017: a provider of somebody else cannot give a credential that enters nothing, for %s either', access => {
  const nameAlone = vault.secret('x', { username: 'u' });
  const login = access === DataAccess.READ_ONLY ? Login.shared(credentials, nameAlone) : Login.shared(nameAlone, credentials);
  const provision = new Provision({ locator: Locator.external({ addresses: [{ host: 'db.example', port: 5432 }] }), login });
  const database = new Postgres(newTopology(), 'database', { provider: given(PostgresProvider, () => provision) });
  expectRefusal(() => urlOf(database, access), 'BST017', 'chart/shop/database', 'due is "username" and "password", or');
});

test('one who only reads gets the credentials that may only read if there are any, else the others', () => {
  const reader = external({ credentials: vault.secret('rw', { username: 'u', password: 'p', ca: 'ca' }), readOnlyCredentials: vault.secret('ro') });
  expect(urlOf(reader, DataAccess.READ_ONLY))
    .toBe('postgresql://{ro username %}:{ro password %}@db.example:5432/orders?sslmode=verify-full&sslrootcert=/bindings/b/ca.crt');
  expect(reader.enforcesReadOnly).toBe(true);
  expect(urlOf(external(), DataAccess.READ_ONLY)).toBe(urlOf(external()));
});

test('swapping the provider leaves the variables that a consumer reads', () => {
  for (const declare of [operated, (shop: Topology) => external({}, shop), (shop: Topology) => inWorkload({}, shop), inCluster]) {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.uses(declare(shop));
    expect(shop.read().bindingsOf(orders).flatMap(variablesOf)).toEqual(['DATABASE_URL']);
  }
});

test('BST017: refuses a provider that gives no credential', () => {
  const provider = given(PostgresProvider, () => new Provision({ locator: Locator.external({ addresses: [{ host: 'db.example', port: 5432 }] }) }));
  expectRefusal(() => new Postgres(newTopology(), 'database', { provider }), 'BST017', 'chart/shop/database', 'gives no credential', 'Login.shared(credential)');
});

test.each<[string, Partial<ExternalPostgresProps>, string]>([
  ['BST801', { host: 'DB' }, '"DB"'], ['BST801', { host: 'postgresql://db' }, 'without scheme'], ['BST007', { port: 0 }, '1..65535'], ['BST026', { cidrs: ['x'] }, '"x"'],
])('%s: refuses %j', (code, props, words) => expectRefusal(() => external(props), code, 'chart/shop/database', words));

test('BST511: refuses a URL with credentials as host and does not repeat them', () => {
  const declare = () => external({ host: 'postgresql://app:CANARY@db.example/orders' });
  expectRefusal(declare, 'BST511', 'chart/shop/database', 'not repeated here', 'give host and port');
  expect(declare).not.toThrow('CANARY');
});

test('survives hostile text, and binds what it accepts', () => {
  survivesHostileText(host => urlOf(external({ host })));
  survivesHostileText(database => {
    const url = urlOf(external({ database }));
    expect(decodeURIComponent(/5432\/([^?]*)\?/.exec(url)![1])).toBe(database);
  });
});
