import { AzureCacheProps, Redis, RedisProvider, Tls } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, told, vault } from '../support/declare';

const credentials = vault.secret('rw', { password: 'key' });
const declare = (props: Partial<AzureCacheProps> = {}) =>
  new Redis(newTopology(), 'cache', { provider: RedisProvider.azureCache({ host: 'shop.redis.cache.windows.net', credentials, ...props }) });
const urlOf = (redis: Redis) => readable(told(redis, newWorkload(newTopology(), 'orders'))).URL;

test('the host tells the port; clients start TLS', () => {
  expect(urlOf(declare())).toBe('rediss://:{rw key %}@shop.redis.cache.windows.net:6380/0');
  expect(urlOf(declare({ host: 'shop.westeurope.redis.azure.net' }))).toBe('rediss://:{rw key %}@shop.westeurope.redis.azure.net:10000/0');
  expect(declare().locator.primary.tls).toBe(Tls.byClient());
});

test('takes every option', () => {
  const redis = declare({ host: 'shop.redis.cache.chinacloudapi.cn', port: 6381, database: 4, cidrs: ['10.0.0.0/8'], readOnlyCredentials: credentials });
  expect([urlOf(redis), redis.locator.cidrs, redis.enforcesReadOnly]).toEqual(['rediss://:{rw key %}@shop.redis.cache.chinacloudapi.cn:6381/4', ['10.0.0.0/8'], true]);
});

test.each<[string, Partial<AzureCacheProps>, string]>([
  ['BST801', { host: 'shop.windows.net' }, 'cannot be a host of Azure'], ['BST010', { host: 'shop.westeurope.redis.azure.net', database: 1 }, '0..0'],
  ['BST017', { credentials: vault.secret('x', { token: 't' }) }, 'due is "password"'],
])('%s: refuses %j', (code, props, words) => expectRefusal(() => declare(props), code, 'chart/shop/cache', words));
