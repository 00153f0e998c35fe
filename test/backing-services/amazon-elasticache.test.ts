import { AmazonElastiCacheProps, DataAccess, Redis, RedisProvider, Tls } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, told, vault } from '../support/declare';

const END = 'euc1.cache.amazonaws.com';
const credentials = vault.secret('rw', { password: 'token' });
const declare = (props: Partial<AmazonElastiCacheProps> = {}) =>
  new Redis(newTopology(), 'cache', { provider: RedisProvider.amazonElastiCache({ endpoint: `master.shop.abc123.${END}`, ...props }) });
const read = (redis: Redis, access?: DataAccess) => readable(told(redis, newWorkload(newTopology(), 'orders'), access));
const places = ({ locator }: Redis) => locator.addresses.map(({ role, hostAndPort, tls }) => `${role} ${hostAndPort} ${tls.start}`);

test('of a replication group who only reads is sent to the reader endpoint', () => {
  const redis = declare({ credentials, readerEndpoint: `replica.shop.abc123.${END}`, database: 2, port: 6380, cidrs: ['10.0.0.0/8'] });
  expect([DataAccess.READ_WRITE, DataAccess.READ_ONLY].map(access => read(redis, access).URL)).toEqual([
    `rediss://:{rw token %}@master.shop.abc123.${END}:6380/2`, `rediss://:{rw token %}@replica.shop.abc123.${END}:6380/2`,
  ]);
  expect(redis.locator).toMatchObject({ cidrs: ['10.0.0.0/8'], primary: { tls: Tls.byClient() } });
});

test('servers without encryption are known by their endpoint', () => {
  expect(places(declare({ endpoint: `shop.abc123.ng.0001.${END}`, readerEndpoint: `shop-ro.abc123.ng.0001.${END}` }))).toEqual([
    `primary shop.abc123.ng.0001.${END}:6379 none`, `read-only shop-ro.abc123.ng.0001.${END}:6379 none`,
  ]);
});

test('a configuration endpoint is that of a cluster, and so is a serverless one, with replicas at another port', () => {
  const [cluster, serverless] = [`clustercfg.shop.abc123.${END}`, `shop-abc123.serverless.${END}`].map(endpoint => declare({ endpoint, credentials }));
  expect(places(cluster)).toEqual([`primary clustercfg.shop.abc123.${END}:6379 client`, `member *.shop.abc123.${END}:6379 client`]);
  expect(places(serverless)).toEqual([`primary shop-abc123.serverless.${END}:6379 client`, `member shop-abc123.serverless.${END}:6380 client`]);
  expect([read(cluster).NODES, serverless.clientRouted]).toEqual([`clustercfg.shop.abc123.${END}:6379`, true]);
});

test.each<[string, Partial<AmazonElastiCacheProps>, string]>([
  ['BST801', { endpoint: 'cache.example.com' }, 'cannot be an endpoint of ElastiCache'], ['BST801', { readerEndpoint: `master.shop.abc123.${END}` }, 'the reader endpoint'],
  ['BST017', { endpoint: `shop.abc123.ng.0001.${END}`, credentials }, 'without encryption in transit'], ['BST017', { credentials: vault.secret('x', { uri: 'u' }) }, 'due is "password"'],
  ['BST016', { readerEndpoint: `shop-ro.abc123.ng.0001.${END}` }, 'one is of servers that encrypt'],
  ['BST016', { endpoint: `clustercfg.shop.abc123.${END}`, readerEndpoint: `replica.shop.abc123.${END}` }, 'read from its nodes'],
  ['BST010', { endpoint: `clustercfg.shop.abc123.${END}`, database: 1 }, '0..0'], ['BST010', { database: -1 }, '0..1000000'],
])('%s: refuses %j', (code, props, words) => expectRefusal(() => declare(props), code, 'chart/shop/cache', words));
