import { ExternalRedisClusterProps, KubernetesSecret, Redis, RedisProvider, Tls } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, vault } from '../support/declare';

const credentials = vault.secret('rw');
const nodes = ['n-0.example:6380', 'n-1.example:6380'];
const declare = (provider: RedisProvider) => new Redis(newTopology(), 'cache', { provider });
const external = (props: Partial<ExternalRedisClusterProps> = {}) => declare(RedisProvider.cluster({ nodes, credentials, ...props }));
const read = (redis: Redis) => readable(told(redis, newWorkload(newTopology(), 'orders')));

test('clients begin at some nodes, and are let through to all', () => {
  const { locator, clientRouted } = external({ furtherNodes: ['*.nodes.example:6381', 'n-1.example:6381'], cidrs: ['203.0.113.0/24'] });
  expect(locator.addresses.map(({ role, hostAndPort }) => `${role} ${hostAndPort}`)).toEqual([
    'primary n-0.example:6380', 'alternate n-1.example:6380', 'member *.nodes.example:6381',
  ]);
  expect([locator.cidrs, locator.primary.tls, clientRouted]).toEqual([['203.0.113.0/24'], Tls.byClient(), true]);
});

test('a consumer is told the nodes, and the first of them as a URL without a database', () => {
  const url = 'rediss://{rw username %}:{rw password %}@n-0.example:6380';
  expect(read(external())).toEqual({
    'URL': url, '(uri)': url, 'NODES': nodes.join(','), '(cluster.nodes)': nodes.join(','), '(host)': 'n-0.example', '(port)': '6380', '(ssl)': 'true',
    '(username)': '{rw username}', '(password)': '{rw password}',
  });
});

test('a URL that somebody keeps whole is told as it is', () => {
  const existing = KubernetesSecret.existing('redis', { reason: 'made by the data team' }).credential({ uri: 'url' });
  expect(read(external({ credentials: existing })).URL).toBe('{redis url}');
});

test('.NET is told all nodes, where the password has no comma', () => {
  const safe = credentials.with('password', credentials.part('password').urlSafe()).with('username', credentials.part('username').urlSafe());
  const entries = told(external({ credentials: safe, tls: Tls.NONE }), newWorkload(newTopology(), 'orders'));
  expect(entries.find(({ role }) => role === 'connection-string')!.value.parts[0].literal).toBe('n-0.example:6380,n-1.example:6380,user=');
});

test('in the cluster its Service is headless, and takes every option', () => {
  const plain = declare(RedisProvider.clusterInCluster({ service: 'redis', namespace: 'data' })).locator;
  expect(plain.primary).toMatchObject({ host: 'redis.data.svc', port: 6379, headless: true, tls: Tls.NONE });
  const all = { service: 'redis', namespace: 'data', port: 1, targetPort: 2, headless: false, tls: Tls.byClient(), podLabels: { a: 'b' }, credentials, readOnlyCredentials: credentials };
  const redis = declare(RedisProvider.clusterInCluster(all));
  expect(redis.locator).toMatchObject({ podLabels: { a: 'b' }, primary: { port: 1, targetPort: 2, headless: false, tls: all.tls } });
  expect(redis.enforcesReadOnly).toBe(true);
});

test.each<[string, Partial<ExternalRedisClusterProps>, string]>([
  ['BST027', { nodes: ['a.example:1', 'b.example:2'] }, 'the nodes have different ports'], ['BST027', { furtherNodes: ['a.example'] }, 'furtherNodes[0]'],
  ['BST801', { nodes: ['*.example.com:1'] }, 'cannot be a host'], ['BST017', { credentials: vault.secret('x', { username: 'u' }) }, 'due is "password", or "uri"'],
])('%s: refuses %j', (code, props, words) => expectRefusal(() => external(props), code, 'chart/shop/cache', words));

test('survives hostile text', () => survivesHostileText(text => external({ nodes: [text], furtherNodes: [`${text}:1`] })));
