import {
  DataAccess, ExternalRedisProps, KubernetesSecret, Locator, Login, Protocol, Provision, Redis, RedisProvider, RedisWorkloadOptions, ServiceShape,
  Tls, Topology,
} from '../../src';
import { given as answering } from '../../src/backing-services/given';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, variablesOf, vault } from '../support/declare';

const credentials = vault.secret('rw');
const external = (props: Partial<ExternalRedisProps> = {}, shop: Topology = newTopology()) =>
  new Redis(shop, 'cache', { provider: RedisProvider.external({ host: 'cache.example', credentials, ...props }) });
const inWorkload = (options?: RedisWorkloadOptions, shop: Topology = newTopology()) =>
  new Redis(shop, 'cache', { provider: RedisProvider.workload(newWorkload(shop, 'redis'), options) });
const read = (redis: Redis, access?: DataAccess) => readable(told(redis, newWorkload(newTopology(), 'orders'), access));

test('is a cache over TCP; clients start TLS unless told, and are told every part', () => {
  const url = 'rediss://{rw username %}:{rw password %}@cache.example:6379/0';
  expect(external()).toMatchObject({ protocol: Protocol.TCP, bindingType: 'redis', shape: ServiceShape.CACHE, enforcesReadOnly: false });
  expect(read(external())).toEqual({
    'URL': url, '(uri)': url, '(host)': 'cache.example', '(port)': '6379', '(database)': '0', '(ssl)': 'true', '(username)': '{rw username}', '(password)': '{rw password}',
  });
});

test.each([['203.0.113.7', '@203.0.113.7:6379/0'], ['2001:db8::7', '@[2001:db8::7]:6379/0']])('the URL of a server at %s ends in %s', (host, end) => {
  const entries = read(external({ host }));
  expect([entries.URL.endsWith(end), entries['(host)']]).toEqual([true, host]);
});

test('without a user name the URL is the default user\'s', () => {
  const entries = read(external({ credentials: vault.secret('rw', { password: 'p' }), database: 3 }));
  expect(entries.URL).toBe('rediss://:{rw p %}@cache.example:6379/3');
  expect([entries['(database)'], entries['(username)']]).toEqual(['3', undefined]);
});

test('the authority of the server is told as a file, and where that is; without TLS nobody asks for it', () => {
  const known = vault.secret('rw', { username: 'username', password: 'password', ca: 'ca' });
  expect(read(external({ credentials: known }))).toMatchObject({ 'CA_FILE': '/bindings/b/ca.crt', '(ca.crt)': '{rw ca}' });
  expect(read(external({ credentials: known, tls: Tls.NONE }))).not.toHaveProperty('CA_FILE');
});

test('a client certificate is told, whether or not an authority is', () => {
  const credential = (ca: object) => vault.secret('rw', { 'password': 'p', 'client-certificate': 'c', 'private-key': 'k', ...ca });
  for (const given of [credential({}), credential({ ca: 'ca' })]) {
    expect(read(external({ credentials: given }))).toMatchObject({ CLIENT_CERTIFICATE_FILE: '/bindings/b/client.crt', PRIVATE_KEY_FILE: '/bindings/b/client.key' });
  }
});

test('one who only reads gets the credentials that may only read if there are any, else the others', () => {
  expect(read(external({ readOnlyCredentials: vault.secret('ro') }), DataAccess.READ_ONLY).URL).toContain('{ro username %}:{ro password %}@');
  expect(read(external(), DataAccess.READ_ONLY)).toEqual(read(external()));
  expect(external({ readOnlyCredentials: vault.secret('ro') }).enforcesReadOnly).toBe(true);
});

test('one who only reads has a credential in its URL too where it is accepted that it may write', () => {
  const shop = newTopology();
  const orders = newWorkload(shop, 'orders');
  shop.acknowledge('BST521', orders.uses(external({}, shop), { access: DataAccess.READ_ONLY }), 'the reader gets its user next week');
  expect(readable(shop.read().bindingsOf(orders)[0].entries).URL).toContain('{rw username %}:{rw password %}@');
  expect(shop.findings.map(({ code }) => code)).not.toContain('BST521');
});

test.each([DataAccess.READ_WRITE, DataAccess.READ_ONLY])('BST017: a provider of somebody else cannot give a credential that enters nothing, for %s either', access => {
  const nameAlone = vault.secret('x', { username: 'u' });
  const login = access === DataAccess.READ_ONLY ? Login.shared(credentials, nameAlone) : Login.shared(nameAlone, credentials);
  const provision = new Provision({ locator: Locator.external({ addresses: [{ host: 'cache.example', port: 6379 }] }), login });
  const cache = new Redis(newTopology(), 'cache', { provider: answering(RedisProvider, () => provision) });
  expectRefusal(() => read(cache, access), 'BST017', 'chart/shop/cache', 'due is "password", or "uri"');
});

test('a URL that somebody else keeps is told as it is', () => {
  const existing = KubernetesSecret.existing('redis', { reason: 'made by the data team' }).credential({ uri: 'url' });
  expect(read(external({ credentials: existing })).URL).toBe('{redis url}');
});

test('without a credential a consumer is told of the database all the same, whoever provides it', () => {
  const inCluster = new Redis(newTopology(), 'cache', { provider: RedisProvider.inCluster({ service: 's', namespace: 'n', database: 2 }) });
  expect([inWorkload({ database: 2 }), inCluster, external({ credentials: undefined, database: 2 })].map(redis => read(redis).URL)).toEqual([
    'redis://cache.shop.svc:6379/2', 'redis://s.n.svc:6379/2', 'rediss://cache.example:6379/2',
  ]);
  expect(read(external({ credentials: undefined }))).not.toHaveProperty('(password)');
});

test('the database is that which is said, else that of the credentials, else 0', () => {
  const numbered = vault.secret('rw', { password: 'p', database: 'db' });
  expect([external({ credentials: numbered, database: 4 }), external({ credentials: numbered }), external()].map(redis => read(redis)['(database)'])).toEqual(['4', '{rw db}', '0']);
  expect(read(external({ credentials: numbered })).URL).toBe('rediss://:{rw p %}@cache.example:6379/{rw db}');
});

test('a workload needs no credentials; the mesh guards it', () => {
  const url = 'redis://cache.shop.svc:6379/0';
  expect(read(inWorkload())).toEqual({ 'URL': url, '(uri)': url, '(host)': 'cache.shop.svc', '(port)': '6379', '(database)': '0', '(ssl)': 'false' });
  expect(read(inWorkload({ credentials, tls: Tls.byClient() })).URL).toBe('rediss://{rw username %}:{rw password %}@cache.shop.svc:6379/0');
});

test('swapping the provider leaves the variables that a consumer reads', () => {
  const inCluster = (shop: Topology) => new Redis(shop, 'cache', { provider: RedisProvider.inCluster({ service: 's', namespace: 'n', credentials }) });
  for (const declare of [(shop: Topology) => external({}, shop), (shop: Topology) => inWorkload({}, shop), inCluster]) {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.uses(declare(shop));
    expect(shop.read().bindingsOf(orders).flatMap(variablesOf)).toEqual(['CACHE_URL']);
  }
});

test.each<[string, Partial<ExternalRedisProps>, string]>([
  ['BST801', { host: 'a b' }, '"a b"'], ['BST007', { port: 65536 }, '1..65535'], ['BST026', { cidrs: ['x'] }, '"x"'], ['BST511', { host: 'redis://u:CANARY@h' }, 'not repeated here'],
])('%s: refuses %j', (code, props, words) => {
  expectRefusal(() => external(props), code, 'chart/shop/cache', words);
  expect(() => external(props)).not.toThrow('CANARY');
});

test('survives hostile text', () => survivesHostileText(host => external({ host })));
