import { Duration } from 'cdk8s';
import { ConsistentHash, LoadBalancing, Locality } from '../../src';
import { loadBalancerSpecOf } from '../../src/istio/load-balancer';

const { leastRequest, roundRobin, random, stickyAddress, stickyHeader, stickyCookie, stickyQueryParameter } = LoadBalancing;

test.each<[LoadBalancing, object]>([
  [LoadBalancing.LEAST_REQUEST, { simple: 'LEAST_REQUEST' }], [LoadBalancing.RANDOM, { simple: 'RANDOM' }],
  [stickyHeader('X-User'), { consistentHash: { httpHeaderName: 'x-user' } }], [stickyQueryParameter('User'), { consistentHash: { httpQueryParameterName: 'User' } }],
  [stickyAddress(), { consistentHash: { useSourceIp: true } }],
  [stickyCookie('shop', { path: '/a', ttl: Duration.minutes(90) }), { consistentHash: { httpCookie: { name: 'shop', path: '/a', ttl: '5400s' } } }],
  [stickyHeader('x', { consistentHash: ConsistentHash.maglev() }), { consistentHash: { httpHeaderName: 'x', maglev: { tableSize: 65537 } } }],
  [stickyAddress({ consistentHash: ConsistentHash.ringHash(2048) }), { consistentHash: { useSourceIp: true, ringHash: { minimumRingSize: 2048 } } }],
  [leastRequest({ warmup: { duration: Duration.seconds(90) } }), { simple: 'LEAST_REQUEST', warmup: { duration: '90s', minimumPercent: undefined, aggression: undefined } }],
  [roundRobin({ warmup: { duration: Duration.seconds(1), minimumPercent: 20, aggression: 1.5 } }), { simple: 'ROUND_ROBIN', warmup: { duration: '1s', minimumPercent: 20, aggression: 1.5 } }],
])('%j is %j of a DestinationRule', (balancing, spec) => expect(loadBalancerSpecOf(balancing)).toEqual(spec));

test('a cookie of the session has a time of nothing, because without one a proxy makes none', () =>
  expect(loadBalancerSpecOf(stickyCookie('shop'))).toEqual({ consistentHash: { httpCookie: { name: 'shop', path: '/', ttl: '0s' } } }));

test.each<[Locality, object]>([
  [Locality.NEAREST, { enabled: true }], [Locality.ANYWHERE, { enabled: false }],
  [Locality.failover({ 'us-west': 'us-east', 'us-east': 'us-west' }), { enabled: true, failover: [{ from: 'us-east', to: 'us-west' }, { from: 'us-west', to: 'us-east' }] }],
  [Locality.failoverPriority(['topology.istio.io/network', 'version=v1'], { regions: { a: 'b' } }), {
    enabled: true, failover: [{ from: 'a', to: 'b' }], failoverPriority: ['topology.istio.io/network', 'version=v1'],
  }],
  [Locality.distribute([{ from: 'us/zone1/*', to: { 'us/zone2/*': 20, 'us/zone1/*': 80 } }]), {
    enabled: true, distribute: [{ from: 'us/zone1/*', to: { 'us/zone1/*': 80, 'us/zone2/*': 20 } }],
  }],
])('%j is localityLbSetting %j, beside whatever spreads the requests', (locality, spec) =>
  expect(loadBalancerSpecOf(random({ locality }))).toEqual({ simple: 'RANDOM', localityLbSetting: spec }));

test.each<[Locality, object]>([
  [Locality.zoneAware(), { enabled: true }], [Locality.zoneAware({ minClusterSize: 2 }), { enabled: true, minClusterSize: 2 }],
  [Locality.zoneAware({ failover: { a: 'b' }, failoverPriority: ['version=v1'] }), { enabled: true, failover: [{ from: 'a', to: 'b' }], failoverPriority: ['version=v1'] }],
])('%j is zoneAwareLbSetting %j, in place of the other', (locality, spec) => expect(loadBalancerSpecOf(random({ locality }))).toEqual({ simple: 'RANDOM', zoneAwareLbSetting: spec }));
