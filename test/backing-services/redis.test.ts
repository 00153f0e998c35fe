import { DataAccess, EndpointOrigin, Protocol, Redis, RedisEndpointProps, RedisProvider, RedisWorkloadOptions, SecretReference, ServiceShape, Topology } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, requestFrom, survivesHostileText, variablesOf, vault } from '../support/declare';

const credentials = vault.secret('rw');
const endpoint = (props: Partial<RedisEndpointProps> = {}, shop: Topology = newTopology()) =>
  new Redis(shop, 'cache', { provider: RedisProvider.endpoint({ host: 'cache.example', credentials, ...props }) });
const inWorkload = (options?: RedisWorkloadOptions, shop: Topology = newTopology()) =>
  new Redis(shop, 'cache', { provider: RedisProvider.workload(newWorkload(shop, 'redis'), options) });
const told = (redis: Redis, access?: DataAccess) => readable(redis.bind(requestFrom(newWorkload(newTopology(), 'orders'), access)));

test('a server takes every option', () => {
  const all: Required<RedisEndpointProps> = {
    host: 'cache.example', port: 6380, credentials, readOnlyCredentials: vault.secret('ro'), tls: false, database: 3, cidrs: ['10.0.0.0/8'],
  };
  const redis = endpoint(all);
  expect(redis.endpoint).toEqual({ origin: EndpointOrigin.EXTERNAL, host: 'cache.example', port: 6380, cidrs: ['10.0.0.0/8'] });
  expect(redis).toMatchObject({ protocol: Protocol.TCP, readOnlyEnforced: true, bindingType: 'redis', shape: ServiceShape.CACHE });
  expect(told(redis).URL).toBe('redis://{rw username %}:{rw password %}@cache.example:6380/3');
  expect(told(redis, DataAccess.READ_ONLY).URL).toBe('redis://{ro username %}:{ro password %}@cache.example:6380/3');
});

test('clients start TLS unless told, and are told every part', () => {
  const url = 'rediss://{rw username %}:{rw password %}@cache.example:6379/0';
  expect(endpoint()).toMatchObject({ protocol: Protocol.TLS, readOnlyEnforced: false });
  expect(told(endpoint())).toEqual({
    'URL': url, '(uri)': url, '(host)': 'cache.example', '(port)': '6379', '(database)': '0', '(ssl)': 'true', '(username)': '{rw username}', '(password)': '{rw password}',
  });
});

test('the authority of the server is told as a file, and where that is; without TLS nobody asks for it', () => {
  const known = vault.secret('rw', { caProperty: 'ca' });
  expect(told(endpoint({ credentials: known }))).toMatchObject({ 'CA_FILE': '/bindings/b/ca.crt', '(ca.crt)': '{rw ca}' });
  expect(told(endpoint({ credentials: known, tls: false }))).not.toHaveProperty('CA_FILE');
});

test('one who only reads never gets the credentials that write', () =>
  expect(JSON.stringify(told(endpoint(), DataAccess.READ_ONLY))).not.toContain('rw'));

test('a URL that somebody else keeps is told as it is', () => {
  const existing = SecretReference.existing('redis', { reason: 'made by the data team', uriKey: 'url' });
  expect(told(endpoint({ credentials: existing })).URL).toBe('{redis url}');
});

test('a workload takes every option', () => {
  const all: Required<RedisWorkloadOptions> = { port: 6380, targetPort: 6381, headless: true, credentials };
  expect(inWorkload(all).endpoint).toMatchObject({ port: 6380, targetPort: 6381, headless: true });
  expect(told(inWorkload(all)).URL).toBe('redis://{rw username %}:{rw password %}@cache.shop.svc:6380/0');
});

test('a workload needs no credentials; the mesh guards it', () =>
  expect(told(inWorkload())).toEqual({
    'URL': 'redis://cache.shop.svc:6379/0', '(uri)': 'redis://cache.shop.svc:6379/0', '(host)': 'cache.shop.svc', '(port)': '6379', '(database)': '0', '(ssl)': 'false',
  }));

test('swapping the provider leaves the variables that a consumer reads', () => {
  for (const declare of [(shop: Topology) => endpoint({}, shop), (shop: Topology) => inWorkload({}, shop)]) {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.uses(declare(shop));
    expect(shop.read().bindingsOf(orders).flatMap(variablesOf)).toEqual(['CACHE_URL']);
  }
});

test.each<[string, Partial<RedisEndpointProps>, string]>([
  ['BST801', { host: 'a b' }, '"a b"'], ['BST007', { port: 65536 }, '1..65535'], ['BST010', { database: -1 }, '0..1000000'], ['BST010', { database: 0.5 }, '0..1000000'],
  ['BST014', { cidrs: ['x'] }, '"x"'], ['BST511', { host: 'redis://u:p@h' }, 'not repeated here'],
])('%s: refuses %j', (code, props, words) => expectRefusal(() => endpoint(props), code, 'chart/shop/cache', words));

test('survives hostile text', () => survivesHostileText(host => endpoint({ host })));
