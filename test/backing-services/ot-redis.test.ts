import { DataAccess, OtClusterProps, OtReplicationProps, OtSentinelProps, Redis, RedisProvider, Tls, TlsAuthority } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, vault } from '../support/declare';

const credentials = vault.secret('rw', { password: 'pw', ca: 'ca' });
const labels = { team: 'shop' };
const declare = (provider: RedisProvider) => new Redis(newTopology(), 'cache', { provider });
const replication = (props: Partial<OtReplicationProps> = {}) => declare(RedisProvider.otReplication({ replication: 'r', ...props }));
const cluster = (props: Partial<OtClusterProps> = {}) => declare(RedisProvider.otCluster({ cluster: 'c', labels, ...props }));
const sentinel = (props: Partial<OtSentinelProps> = {}) => declare(RedisProvider.otSentinel({ sentinel: 's', replication: 'r', labels, masterName: 'myMaster', ...props }));
const read = (redis: Redis, access?: DataAccess) => readable(told(redis, newWorkload(newTopology(), 'orders'), access));
const places = ({ locator }: Redis) => locator.addresses.map(({ role, hostAndPort, headless }) => `${role} ${hostAndPort}${headless ? ' headless' : ''}`);

test('of a replication the master is dialled, and the replicas by who only reads', () => {
  expect(places(replication())).toEqual(['primary r-master.shop.svc:6379', 'read-only r-replica.shop.svc:6379']);
  expect(replication()).toMatchObject({ provider: 'ot-redis-operator', enforcesReadOnly: true, locator: { podLabels: { app: 'r', redis_setup_type: 'replication' } } });
  expect([DataAccess.READ_WRITE, DataAccess.READ_ONLY].map(access => read(replication({ credentials }), access).URL)).toEqual([
    'redis://:{rw pw %}@r-master.shop.svc:6379/0', 'redis://:{rw pw %}@r-replica.shop.svc:6379/0',
  ]);
  expect(replication()._provision.furtherServices).toEqual(['r', 'r-headless', 'r-additional']);
});

test('of a cluster all nodes are dialled, found by the labels of the resource', () => {
  expect(places(cluster())).toEqual([
    'primary c-leader.shop.svc:6379', 'member c-leader-headless.shop.svc:6379 headless', 'member c-follower-headless.shop.svc:6379 headless',
  ]);
  expect(cluster().locator.podLabels).toEqual({ redis_setup_type: 'cluster', team: 'shop' });
  expect(read(cluster())).toMatchObject({ NODES: 'c-leader.shop.svc:6379', URL: 'redis://c-leader.shop.svc:6379' });
  expect(cluster()._provision.furtherServices).toEqual(['c-leader-additional', 'c-follower', 'c-follower-additional', 'c-master']);
});

test('sentinels are dialled, and the servers of the replication that they watch', () => {
  expect(places(sentinel())).toEqual(['primary s-sentinel.shop.svc:26379', 'member r-headless.shop.svc:6379 headless']);
  expect(read(sentinel())).toMatchObject({ SENTINELS: 's-sentinel.shop.svc:26379', SENTINEL_MASTER: 'myMaster' });
  expect(sentinel()._provision.furtherServices).toEqual(['s-sentinel-headless', 's-sentinel-additional', 'r', 'r-additional', 'r-master', 'r-replica']);
});

test('all take the options that they have in common', () => {
  const options = { namespace: 'data', tls: Tls.byClient(TlsAuthority.LOGIN), credentials, readOnlyCredentials: credentials };
  for (const redis of [replication({ ...options, database: 1 }), cluster(options), sentinel({ ...options, database: 1, sentinelCredentials: vault.secret('w') })]) {
    expect(redis.locator).toMatchObject({ namespace: 'data', primary: { tls: options.tls } });
    expect(read(redis).CA_FILE).toBe('/bindings/b/ca.crt');
  }
});

test.each<[string, () => unknown, string]>([
  ['BST801', () => replication({ replication: 'r'.repeat(53) }), 'at most 52 characters'], ['BST801', () => cluster({ cluster: 'c'.repeat(44) }), 'at most 43 characters'],
  ['BST801', () => sentinel({ sentinel: 'S' }), 'the name of a RedisSentinel'], ['BST801', () => sentinel({ replication: 'R' }), 'the name of a RedisReplication'],
  ['BST016', () => sentinel({ labels: {} }), 'no label tells the pods'], ['BST017', () => cluster({ credentials: vault.secret('x', { uri: 'u' }) }), 'due is "password"'],
])('%s: refuses what cannot be', (code, call, words) => expectRefusal(call, code, 'chart/shop/cache', words));

test('survives hostile text', () => survivesHostileText(text => {
  replication({ replication: text });
  cluster({ cluster: text });
  sentinel({ sentinel: text });
}));
