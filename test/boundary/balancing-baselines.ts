import { Duration } from 'cdk8s';
import { ConsistentHash, Locality } from '../../src';
import { CallName } from '../../src/private/boundary';
import { Baselines } from './baseline-parts';

const hash = () => ({ locality: Locality.NEAREST, consistentHash: ConsistentHash.maglev() });
const spread = () => ({ locality: Locality.ANYWHERE, warmup: { duration: Duration.seconds(1), minimumPercent: 20, aggression: 2 } });

/** Right calls of how requests are spread. */
export const BALANCING = {
  'LoadBalancing.leastRequest': () => ({ args: [spread()] }),
  'LoadBalancing.random': () => ({ args: [{ locality: Locality.NEAREST }] }),
  'LoadBalancing.roundRobin': () => ({ args: [spread()] }),
  'LoadBalancing.stickyAddress': () => ({ args: [hash()] }),
  'LoadBalancing.stickyCookie': () => ({ args: ['shop', { ...hash(), path: '/shop', ttl: Duration.seconds(1) }] }),
  'LoadBalancing.stickyHeader': () => ({ args: ['x-user', hash()] }),
  'LoadBalancing.stickyQueryParameter': () => ({ args: ['user', hash()] }),
  'Locality.distribute': () => ({ args: [[{ from: 'us-west/zone1/*', to: { 'us-west/zone1/*': 80, 'us-west/zone2/*': 20 } }]] }),
  'Locality.failover': () => ({ args: [{ 'us-east': 'us-west' }] }),
  'Locality.zoneAware': () => ({ args: [{ minClusterSize: 3, failover: { 'us-east': 'us-west' }, failoverPriority: ['topology.istio.io/network'] }] }),
  'Locality.failoverPriority': () => ({ args: [['topology.istio.io/network'], { regions: { 'us-east': 'us-west' } }] }),
} satisfies Partial<Record<CallName, Baselines>>;
