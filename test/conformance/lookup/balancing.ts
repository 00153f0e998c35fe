import { assertKnown } from './cluster';
import { millisOf } from './duration';

/** How a LoadBalancerSettings spreads requests, in words; undefined for what a proxy does anyway. Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings */
export function balancedBy(loadBalancer: Record<string, any>): string {
  assertKnown('LoadBalancerSettings', loadBalancer, ['simple', 'consistentHash', 'localityLbSetting', 'zoneAwareLbSetting', 'warmup']);
  const { simple, consistentHash, localityLbSetting: locality, zoneAwareLbSetting: zones, warmup } = loadBalancer;
  return [
    ...simple === undefined ? hashed(consistentHash) : [simple],
    ...warmup ? [`warm after ${millisOf(warmup.duration)} from ${warmup.minimumPercent ?? 10} by ${warmup.aggression ?? 1}`] : [],
    ...locality ? [preferred(locality)] : [],
    ...zones ? [zoned(zones)] : [],
  ].join('; ');
}

/** One of four is hashed, and led by one of two. Source: LoadBalancerSettings.ConsistentHashLB */
function hashed(hash: Record<string, any>): string[] {
  assertKnown('ConsistentHashLB', hash, ['httpHeaderName', 'httpCookie', 'httpQueryParameterName', 'useSourceIp', 'ringHash', 'maglev']);
  const { httpHeaderName: header, httpQueryParameterName: parameter, httpCookie: cookie, ringHash, maglev } = hash;
  const key = cookie ? `cookie ${cookie.name} of ${cookie.path} for ${millisOf(cookie.ttl)}`
    : header !== undefined ? `header ${header}` : parameter !== undefined ? `parameter ${parameter}` : 'the address';
  return [key, ...ringHash ? [`ring ${ringHash.minimumRingSize}`] : [], ...maglev ? [`maglev ${maglev.tableSize}`] : []];
}

/** Source: LocalityLoadBalancerSetting */
function preferred(locality: Record<string, any>): string {
  assertKnown('LocalityLoadBalancerSetting', locality, ['enabled', 'distribute', 'failover', 'failoverPriority']);
  const { enabled, distribute = [], failover = [], failoverPriority = [] } = locality;
  if (!enabled) return 'anywhere';
  return ['near', ...failoverPriority, ...turns(failover), ...distribute.map(({ from, to }: Record<string, unknown>) => `${from}=${JSON.stringify(to)}`)].join(' ');
}

/** Source: ZoneAwareLoadBalancerSetting */
function zoned(zones: Record<string, any>): string {
  assertKnown('ZoneAwareLoadBalancerSetting', zones, ['enabled', 'minClusterSize', 'failover', 'failoverPriority']);
  const { enabled, minClusterSize, failover = [], failoverPriority = [] } = zones;
  if (!enabled) return 'anywhere';
  return ['zones', ...minClusterSize === undefined ? [] : [`from ${minClusterSize}`], ...failoverPriority, ...turns(failover)].join(' ');
}

function turns(failover: readonly Record<string, string>[]): string[] {
  return failover.map(({ from, to }) => `${from}>${to}`);
}
