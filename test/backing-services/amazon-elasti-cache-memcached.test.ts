import { AmazonElastiCacheMemcachedProps, Memcached, MemcachedProvider, Tls } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told } from '../support/declare';

const declare = (props: Partial<AmazonElastiCacheMemcachedProps> = {}) => new Memcached(newTopology(), 'cache', {
  provider: MemcachedProvider.amazonElastiCache({ configurationEndpoint: 'shop.a1b2c3.cfg.euc1.cache.amazonaws.com', ...props }),
});

test('clients are told the configuration endpoint, and let through to the nodes, which they learn of', () => {
  const { locator, login, provider } = declare();
  expect(locator.addresses.map(({ role, host, port, tls }) => [role, host, port, tls.start])).toEqual([
    ['primary', 'shop.a1b2c3.cfg.euc1.cache.amazonaws.com', 11211, 'client'], ['member', '*.euc1.cache.amazonaws.com', 11211, 'client'],
  ]);
  expect([login, provider]).toEqual([undefined, 'amazon-elasticache']);
  expect(readable(told(declare(), newWorkload(newTopology(), 'orders')))).toMatchObject({ 'SERVERS': 'shop.a1b2c3.cfg.euc1.cache.amazonaws.com:11211', '(ssl)': 'true' });
});

test('takes every option', () => {
  const all: Required<AmazonElastiCacheMemcachedProps> = { configurationEndpoint: 'a.cfg.b.example', port: 11212, tls: Tls.NONE, cidrs: ['10.0.0.0/8'] };
  const { locator } = declare(all);
  expect(locator).toMatchObject({ cidrs: all.cidrs, primary: { port: 11212, tls: Tls.NONE } });
});

test.each(['shop.a1b2c3.0001.euc1.cache.amazonaws.com', '.cfg.euc1.example', 'a.cfg.example', 'a..cfg.b.example', 'a.cfg.b.example:11211', 'A.cfg.b.example', ''])('BST801: %j is no configuration endpoint', configurationEndpoint =>
  expectRefusal(() => declare({ configurationEndpoint }), 'BST801', 'chart/shop/cache', '".cfg." in it', 'MemcachedProvider.external()'));

test('BST511: a URL with a password is not repeated', () => expectRefusal(() => declare({ configurationEndpoint: 'memcached://u:CANARY@a.cfg.b.example' }), 'BST511', 'chart/shop/cache', 'not repeated here'));

test('survives hostile text', () => survivesHostileText(text => declare({ configurationEndpoint: text })));
