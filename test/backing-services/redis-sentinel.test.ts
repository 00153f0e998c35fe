import { Credential, DataAccess, ExternalSentinelProps, InClusterSentinelProps, KubernetesSecret, Redis, RedisProvider, Tls, TlsAuthority } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, textOf, told, vault } from '../support/declare';

const credentials = vault.secret('rw');
const sentinelCredentials = vault.secret('watch', { password: 'pw' });
const outside: ExternalSentinelProps = { sentinels: ['s-0.example:26379', '[2001:db8::7]:26379'], servers: ['*.redis.example:6379'], masterName: 'my.Master-1' };
const inside: InClusterSentinelProps = { service: 'redis', serversService: 'redis-all', namespace: 'data', masterName: 'mymaster' };
const declare = (provider: RedisProvider) => new Redis(newTopology(), 'cache', { provider });
const external = (props: Partial<ExternalSentinelProps> = {}) => declare(RedisProvider.sentinel({ ...outside, ...props }));
const inCluster = (props: Partial<InClusterSentinelProps> = {}) => declare(RedisProvider.sentinelInCluster({ ...inside, ...props }));
const entriesOf = (redis: Redis, access?: DataAccess) => told(redis, newWorkload(newTopology(), 'orders'), access);
const read = (redis: Redis, access?: DataAccess) => readable(entriesOf(redis, access));
const urlOf = (redis: Redis) => textOf(entriesOf(redis).find(({ role }) => role === 'sentinel-url')!.value);
const places = (redis: Redis) => redis.locator.addresses.map(({ role, hostAndPort, tls, headless }) => [role, hostAndPort, tls.start, headless]);

test('clients begin at the sentinels, and are let through to the servers that these name', () => {
  expect(places(external())).toEqual([
    ['primary', 's-0.example:26379', 'client', false], ['alternate', '[2001:db8::7]:26379', 'client', false], ['member', '*.redis.example:6379', 'client', false],
  ]);
  expect(places(inCluster())).toEqual([['primary', 'redis.data.svc:26379', 'none', false], ['member', 'redis-all.data.svc:6379', 'none', true]]);
  expect([external().clientRouted, inCluster().clientRouted]).toEqual([true, true]);
});

test('a consumer is told the sentinels, the master\'s name and how each is entered, and no URL that most clients would misread', () => {
  expect(read(external({ credentials, sentinelCredentials, database: 3 }))).toEqual({
    'SENTINELS': 's-0.example:26379,[2001:db8::7]:26379', 'SENTINEL_MASTER': 'my.Master-1', 'DATABASE': '3', 'SSL': 'true', 'USERNAME': '{rw username}',
    'PASSWORD': '{rw password}', 'SENTINEL_PASSWORD': '{watch pw}', '(sentinel.nodes)': 's-0.example:26379,[2001:db8::7]:26379', '(sentinel.master)': 'my.Master-1',
    '(database)': '3', '(ssl)': 'true', '(username)': '{rw username}', '(password)': '{rw password}', '(sentinel-password)': '{watch pw}',
  });
});

test('Lettuce reads a URL, which has the password of the servers alone', () => {
  expect(urlOf(external({ credentials, sentinelCredentials, database: 3 }))).toBe('rediss-sentinel://{rw username %}:{rw password %}@s-0.example:26379,[2001:db8::7]:26379/3?sentinelMasterId=my.Master-1');
  expect(urlOf(inCluster({ sentinelCredentials }))).toBe('redis-sentinel://redis.data.svc:26379/0?sentinelMasterId=mymaster');
});

test('sentinels may be entered where the servers are not, and by who only reads as by the others', () => {
  expect(read(inCluster({ sentinelCredentials: vault.secret('watch') }))).toMatchObject({ SENTINEL_USERNAME: '{watch username}', SENTINEL_PASSWORD: '{watch password}' });
  const both = inCluster({ credentials, readOnlyCredentials: vault.secret('ro'), sentinelCredentials });
  expect(read(both, DataAccess.READ_ONLY)).toMatchObject({ PASSWORD: '{ro password}', SENTINEL_PASSWORD: '{watch pw}' });
});

test('an authority is told as a file, and a Secret of somebody else needs no URL in it', () => {
  const existing = KubernetesSecret.existing('redis', { reason: 'made by the data team' }).credential({ password: 'pw', ca: 'ca.crt' });
  const redis = external({ credentials: existing });
  expect(redis.locator.primary.tls).toBe(Tls.byClient(TlsAuthority.LOGIN));
  expect(read(redis)).toMatchObject({ CA_FILE: '/bindings/b/ca.crt', PASSWORD: '{redis pw}' });
});

test('takes every option', () => {
  const all: Required<InClusterSentinelProps> = {
    ...inside, port: 1, targetPort: 2, headless: true, tls: Tls.byClient(), podLabels: { a: 'b' }, serversPort: 3, credentials, readOnlyCredentials: credentials,
    sentinelCredentials, database: 4,
  };
  const { locator } = inCluster(all);
  expect(locator).toMatchObject({ podLabels: { a: 'b' }, primary: { port: 1, targetPort: 2, headless: true, tls: all.tls } });
  expect(locator.addresses[1]).toMatchObject({ port: 3, headless: true, tls: all.tls });
  expect(external({ tls: Tls.NONE, cidrs: ['203.0.113.0/24', '2001:db8::/32'] }).locator).toMatchObject({ cidrs: ['203.0.113.0/24', '2001:db8::/32'], primary: { tls: Tls.NONE } });
});

test.each<[string, Partial<ExternalSentinelProps>, string]>([
  ['BST027', { sentinels: [] }, 'there is no sentinel'], ['BST027', { servers: ['redis.example'] }, 'is no server'], ['BST801', { masterName: 'my master' }, '"my master"'],
  ['BST511', { sentinels: ['u:CANARY@s.example:1'] }, 'not repeated here'], ['BST010', { database: -1 }, '0..1000000'], ['BST026', { cidrs: ['x'] }, '"x"'],
  ['BST017', { credentials: vault.secret('x', { username: 'u' }) }, 'due is "password"'], ['BST017', { sentinelCredentials: vault.secret('x', { username: 'u' }) }, 'due is "password"'],
  ['BST017', { sentinelCredentials: vault.secret('x', { password: 'p', ca: 'ca' }) }, 'has the part "ca"'],
])('%s: refuses %j', (code, props, words) => {
  expectRefusal(() => external(props), code, 'chart/shop/cache', words);
  expect(() => external(props)).not.toThrow('CANARY');
});

test('BST017: a login of somebody else is held to the same', () => {
  const name = Credential.of({ username: credentials.part('username') });
  expectRefusal(() => inCluster({ credentials: name, sentinelCredentials: undefined }), 'BST017', 'chart/shop/cache', 'due is "password", or "sentinel-password"');
});

test('survives hostile text', () => survivesHostileText(text => [{ masterName: text }, { sentinels: [text] }, { servers: [`${text}:1`] }].forEach(props => external(props))));
