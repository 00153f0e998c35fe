import { ConsistentHash } from '../model/consistent-hash';
import { LoadBalancing } from '../model/load-balancing';
import { Locality } from '../model/locality';
import { StickyCookie } from '../model/sticky-cookie';
import { Warmup } from '../model/warmup';
import { durationText } from '../private/duration-text';

/** `loadBalancer` of a DestinationRule. @internal */
export interface LoadBalancer {
  readonly simple?: string;
  readonly consistentHash?: HashSpec;
  readonly localityLbSetting?: LocalitySpec;
  readonly zoneAwareLbSetting?: ZoneAwareSpec;
  readonly warmup?: { readonly duration: string; readonly minimumPercent?: number; readonly aggression?: number };
}

interface HashSpec {
  readonly httpHeaderName?: string;
  readonly httpCookie?: { readonly name: string; readonly path: string; readonly ttl: string };
  readonly httpQueryParameterName?: string;
  readonly useSourceIp?: true;
  readonly ringHash?: { readonly minimumRingSize: number };
  readonly maglev?: { readonly tableSize: number };
}

interface FailoverSpec {
  readonly failover?: { readonly from: string; readonly to: string }[];
  readonly failoverPriority?: string[];
}

interface LocalitySpec extends FailoverSpec {
  readonly enabled: boolean;
  readonly distribute?: { readonly from: string; readonly to: Record<string, number> }[];
}

interface ZoneAwareSpec extends FailoverSpec {
  readonly enabled: boolean;
  readonly minClusterSize?: number;
}

export function loadBalancerSpecOf(balancing: LoadBalancing): LoadBalancer {
  const { algorithm, consistentHash, locality, warmup } = balancing;
  const key = keyOf(balancing);
  return {
    ...key ? { consistentHash: { ...key, ...consistentHash && tableOf(consistentHash) } } : { simple: algorithm },
    ...locality && (locality.isZoneAware ? { zoneAwareLbSetting: zonesOf(locality) } : { localityLbSetting: localityOf(locality) }),
    ...warmup && { warmup: warmupOf(warmup) },
  };
}

/** Undefined if nothing is hashed. */
function keyOf({ header, queryParameter, byAddress, _cookie: cookie }: LoadBalancing): HashSpec | undefined {
  if (header !== undefined) return { httpHeaderName: header };
  if (queryParameter !== undefined) return { httpQueryParameterName: queryParameter };
  if (cookie !== undefined) return { httpCookie: cookieOf(cookie) };
  return byAddress ? { useSourceIp: true } : undefined;
}

/** Without a time a proxy makes no cookie; one of nothing is kept until the browser is closed. Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings */
function cookieOf({ name, path, ttl }: StickyCookie) {
  return { name, path, ttl: ttl === undefined ? '0s' : durationText(ttl) };
}

function tableOf({ algorithm, size }: ConsistentHash): HashSpec {
  return algorithm === 'MAGLEV' ? { maglev: { tableSize: size } } : { ringHash: { minimumRingSize: size } };
}

function localityOf(locality: Locality): LocalitySpec {
  const { isAnywhere, _shares: shares } = locality;
  return { enabled: !isAnywhere, ...shares && { distribute: shares.map(({ from, to }) => ({ from, to })) }, ...failoverOf(locality) };
}

function zonesOf(locality: Locality): ZoneAwareSpec {
  const { _minClusterSize: minClusterSize } = locality;
  return { enabled: true, ...minClusterSize !== undefined && { minClusterSize }, ...failoverOf(locality) };
}

function failoverOf({ _regions: regions, _labels: labels }: Locality): FailoverSpec {
  return {
    ...regions && { failover: Object.entries(regions).map(([from, to]) => ({ from, to })) },
    ...labels && { failoverPriority: [...labels] },
  };
}

function warmupOf({ duration, minimumPercent, aggression }: Warmup): LoadBalancer['warmup'] {
  return { duration: durationText(duration), minimumPercent, aggression };
}
