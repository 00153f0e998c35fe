import { Duration } from 'cdk8s';
import { LoadBalancing } from '../../src';
import { loadBalancerSpecOf } from '../../src/istio/load-balancer';

const { stickyHeader, stickyCookie, stickyQueryParameter, STICKY_ADDRESS } = LoadBalancing;

test.each<[LoadBalancing, object]>([
  [LoadBalancing.LEAST_REQUEST, { simple: 'LEAST_REQUEST' }], [LoadBalancing.RANDOM, { simple: 'RANDOM' }],
  [stickyHeader('X-User'), { consistentHash: { httpHeaderName: 'x-user' } }], [stickyQueryParameter('User'), { consistentHash: { httpQueryParameterName: 'User' } }],
  [STICKY_ADDRESS, { consistentHash: { useSourceIp: true } }],
  [stickyCookie('shop', { path: '/a', ttl: Duration.minutes(90) }), { consistentHash: { httpCookie: { name: 'shop', path: '/a', ttl: '5400s' } } }],
])('%j is %j of a DestinationRule', (balancing, spec) => expect(loadBalancerSpecOf(balancing)).toEqual(spec));

test('a cookie of the session has a time of nothing, because without one a proxy makes none', () =>
  expect(loadBalancerSpecOf(stickyCookie('shop'))).toEqual({ consistentHash: { httpCookie: { name: 'shop', path: '/', ttl: '0s' } } }));
