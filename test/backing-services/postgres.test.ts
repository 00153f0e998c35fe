import { EndpointOrigin, Postgres, PostgresEndpointProps, PostgresProvider, PostgresWorkloadOptions, Protocol, ServiceShape, Topology } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, requestFrom, survivesHostileText, variablesOf, vault } from '../support/declare';

const credentials = vault.secret('shop/db');
const endpoint = (props: Partial<PostgresEndpointProps> = {}, shop: Topology = newTopology()) =>
  new Postgres(shop, 'database', { provider: PostgresProvider.endpoint({ host: 'db.example', database: 'orders', credentials, ...props }) });
const inWorkload = (options: Partial<PostgresWorkloadOptions> = {}, shop: Topology = newTopology()) =>
  new Postgres(shop, 'database', { provider: PostgresProvider.workload(newWorkload(shop, 'pg'), { database: 'orders', credentials, ...options }) });
const operated = (shop: Topology = newTopology()) => new Postgres(shop, 'database', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders' }) });
const urlOf = (postgres: Postgres) => readable(postgres.bind(requestFrom(newWorkload(newTopology(), 'orders')))).URL;

test.each([[endpoint(), 'postgresql', false], [inWorkload(), 'postgresql', false], [operated(), 'cloudnative-pg', true]])('is a database over TCP', (postgres, bindingProvider, readOnlyEnforced) =>
  expect(postgres).toMatchObject({ bindingType: 'postgresql', bindingProvider, shape: ServiceShape.DATABASE, protocol: Protocol.TCP, readOnlyEnforced, clientRouted: false }));

test('a server takes every option', () => {
  const all: Required<PostgresEndpointProps> = {
    host: 'db.example', port: 6432, database: 'billing', credentials: vault.secret('db', { caProperty: 'ca' }), readOnlyCredentials: vault.secret('ro'), cidrs: ['10.0.0.0/8'],
  };
  const postgres = endpoint(all);
  expect(postgres.endpoint).toEqual({ origin: EndpointOrigin.EXTERNAL, host: 'db.example', port: 6432, cidrs: ['10.0.0.0/8'] });
  expect(postgres.readOnlyEnforced).toBe(true);
  expect(urlOf(postgres)).toBe('postgresql://{db username %}:{db password %}@db.example:6432/billing?sslmode=verify-full&sslrootcert=/bindings/b/ca.crt');
});

test('a server without a CA is reached with TLS all the same, at the usual port', () =>
  expect(urlOf(endpoint())).toBe('postgresql://{shop/db username %}:{shop/db password %}@db.example:5432/orders?sslmode=require'));

test('a workload takes every option; the mesh encrypts', () => {
  const all: Required<PostgresWorkloadOptions> = { database: 'billing', credentials, port: 5433, targetPort: 5434, headless: true };
  expect(inWorkload(all).endpoint).toMatchObject({ port: 5433, targetPort: 5434, headless: true });
  expect(urlOf(inWorkload(all))).toBe('postgresql://{shop/db username %}:{shop/db password %}@database.shop.svc:5433/billing?sslmode=disable');
  expect(inWorkload().endpoint.port).toBe(5432);
});

test('swapping the provider leaves the variables that a consumer reads', () => {
  for (const declare of [operated, (shop: Topology) => endpoint({}, shop), (shop: Topology) => inWorkload({}, shop)]) {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.uses(declare(shop));
    expect(shop.read().bindingsOf(orders).flatMap(variablesOf)).toEqual(['DATABASE_URL']);
  }
});

test.each<[string, Partial<PostgresEndpointProps>, string]>([
  ['BST801', { host: 'DB' }, '"DB"'], ['BST801', { host: 'postgresql://db' }, 'without scheme'], ['BST007', { port: 0 }, '1..65535'], ['BST014', { cidrs: ['x'] }, '"x"'],
  ['BST801', { database: '' }, 'cannot be a database'], ['BST801', { database: 'a\0b' }, '1 to 63 characters, none a control'], ['BST801', { database: '\ud800' }, 'cannot be a database'],
  ['BST801', { database: 'a'.repeat(64) }, '1 to 63 characters'],
])('%s: refuses %j', (code, props, words) => expectRefusal(() => endpoint(props), code, 'chart/shop/database', words));

test.each([{ database: '' }, { database: 'a\nb' }])('BST801: refuses %j in a workload', props =>
  expectRefusal(() => inWorkload(props), 'BST801', 'chart/shop/database', 'cannot be a database', '1 to 63 characters'));

test('BST511: refuses a URL with credentials as host and does not repeat them', () => {
  const declare = () => endpoint({ host: 'postgresql://app:CANARY@db.example/orders' });
  expectRefusal(declare, 'BST511', 'chart/shop/database', 'not repeated here', 'give host and port');
  expect(declare).not.toThrow('CANARY');
});

test('survives hostile text, and binds what it accepts', () => {
  survivesHostileText(host => urlOf(endpoint({ host })));
  survivesHostileText(database => {
    const url = urlOf(endpoint({ database }));
    expect(decodeURIComponent(/5432\/([^?]*)\?/.exec(url)![1])).toBe(database);
  });
});
