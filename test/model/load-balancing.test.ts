import { Duration } from 'cdk8s';
import { ConsistentHash, LoadBalancing, LoadBalancingOptions, Locality } from '../../src';
import { expectRefusal, survivesHostileText } from '../support/declare';

test.each([[LoadBalancing.LEAST_REQUEST, 'LEAST_REQUEST'], [LoadBalancing.ROUND_ROBIN, 'ROUND_ROBIN'], [LoadBalancing.RANDOM, 'RANDOM']])(
  '%j is called %s by Istio, and reads no requests', (balancing, word) => expect(balancing).toMatchObject({ algorithm: word, header: undefined, byAddress: false, readsRequests: false }));

test('one thing is hashed: a header, a cookie, a parameter of the query, or the address, which needs no requests to be seen', () => {
  const hashed = [LoadBalancing.stickyHeader('X-User'), LoadBalancing.stickyCookie('shop'), LoadBalancing.stickyQueryParameter('User'), LoadBalancing.stickyAddress()];
  const told = ({ header, cookie, queryParameter: parameter, byAddress, readsRequests }: LoadBalancing) => (
    [header, cookie, parameter, byAddress, readsRequests]);
  expect(hashed.map(told)).toEqual([
    ['x-user', undefined, undefined, false, true], [undefined, 'shop', undefined, false, true], [undefined, undefined, 'User', false, true], [undefined, undefined, undefined, true, false],
  ]);
  expect(new Set(hashed.map(({ algorithm }) => algorithm))).toEqual(new Set(['CONSISTENT_HASH']));
});

test.each(['method', 'uri', 'scheme', 'authority'])('a sticky header may be called %s, which Envoy looks up as a header', name =>
  expect(LoadBalancing.stickyHeader(name).header).toBe(name));

test.each<[string, () => unknown, string, string]>([
  ['BST801', () => LoadBalancing.stickyHeader(':method'), 'stickyHeader', '":method"'], ['BST801', () => LoadBalancing.stickyHeader(':path'), 'stickyHeader', 'RFC 9110 token'],
  ['BST801', () => LoadBalancing.stickyHeader('x user'), 'stickyHeader', '"x user"'], ['BST801', () => LoadBalancing.stickyCookie('a;b'), 'stickyCookie', '"a;b"'],
  ['BST801', () => LoadBalancing.stickyCookie('a', { path: 'shop' }), 'stickyCookie', '"shop"'], ['BST009', () => LoadBalancing.stickyCookie('a', { ttl: Duration.millis(0.5) }), 'stickyCookie', 'ttl'],
  ['BST801', () => LoadBalancing.stickyQueryParameter('a b'), 'stickyQueryParameter', '"a b"'],
])('%s: refuses what is no name', (code, call, method, words) => expectRefusal(call, code, `LoadBalancing.${method}`, words));

test('survives hostile text', () => {
  const { stickyHeader, stickyCookie, stickyQueryParameter } = LoadBalancing;
  for (const sticky of [stickyHeader, stickyCookie, stickyQueryParameter]) survivesHostileText(text => sticky(text));
});

test('what means the same is the same', () => {
  expect(LoadBalancing.stickyHeader('X-User')).toBe(LoadBalancing.stickyHeader('x-user'));
  expect(LoadBalancing.stickyHeader('x-user')).not.toBe(LoadBalancing.stickyHeader('x-tenant'));
  expect(LoadBalancing.stickyCookie('a', { ttl: Duration.hours(1) })).toBe(LoadBalancing.stickyCookie('a', { ttl: Duration.minutes(60), path: '/' }));
  expect(LoadBalancing.stickyCookie('a')).not.toBe(LoadBalancing.stickyCookie('a', { path: '/shop' }));
  expect(LoadBalancing.leastRequest()).toBe(LoadBalancing.LEAST_REQUEST);
  const balancing: LoadBalancingOptions = JSON.parse('{"warmup":{}}');
  expect(LoadBalancing.random(balancing)).toBe(LoadBalancing.RANDOM);
  const warm = (seconds: number) => LoadBalancing.roundRobin({ warmup: { duration: Duration.seconds(seconds) }, locality: Locality.failover({ a: 'b' }) });
  expect(warm(60)).toBe(warm(60));
  expect(warm(60)).not.toBe(warm(61));
  expect(LoadBalancing.stickyAddress({ consistentHash: ConsistentHash.maglev() })).not.toBe(LoadBalancing.stickyAddress());
  expect(LoadBalancing.stickyQueryParameter('x-user')).not.toBe(LoadBalancing.stickyHeader('x-user'));
});

test('is the same for everybody who names it, so nobody can change it', () => expect(() => Object.assign(LoadBalancing.stickyHeader('x-user'), { header: 'x user' })).toThrow(TypeError));
