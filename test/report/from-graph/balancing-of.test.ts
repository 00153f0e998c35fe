import { Duration } from 'cdk8s';
import { ConsistentHash, LoadBalancing, Locality } from '../../../src';
import { balancingOf } from '../../../src/report/from-graph/balancing-of';

const { distribute, failover, failoverPriority, NEAREST, zoneAware } = Locality;

test.each<[Locality, string]>([
  [NEAREST, 'nearest first'], [failover({ a: 'b', c: 'd' }), 'failover a to b, c to d'], [failoverPriority(['zone'], { regions: { a: 'b' } }), 'failover by labels zone, a to b'],
  [zoneAware(), 'zone aware'], [zoneAware({ minClusterSize: 2, failoverPriority: ['rack'], failover: { a: 'b' } }), 'zone aware from 2 endpoints on, rack, a to b'],
  [distribute([{ from: 'a', to: { a: 80, b: 20 } }]), 'distribute a to a 80 % and b 20 %'],
])('%j is told as %s', (locality, told) => expect(balancingOf(LoadBalancing.random({ locality })).locality).toBe(told));

test('tells how values are led to endpoints, and how new ones get their share', () => {
  expect(balancingOf(LoadBalancing.stickyHeader('x', { consistentHash: ConsistentHash.ringHash() }))).toMatchObject({ algorithm: 'CONSISTENT_HASH', header: 'x', consistentHash: 'RING_HASH 1024' });
  const warm = (aggression?: number) => balancingOf(LoadBalancing.roundRobin({ warmup: { duration: Duration.seconds(30), aggression } })).warmup;
  expect([warm(), warm(2)]).toEqual(['30s from 10 %', '30s from 10 %, aggression 2']);
});
