import { LoadBalancing } from '../model/load-balancing';
import { durationText } from '../private/duration-text';

/** `loadBalancer` of a DestinationRule. @internal */
export interface LoadBalancer {
  readonly simple?: string;
  readonly consistentHash?: ConsistentHash;
}

interface ConsistentHash {
  readonly httpHeaderName?: string;
  readonly httpCookie?: { readonly name: string; readonly path: string; readonly ttl: string };
  readonly httpQueryParameterName?: string;
  readonly useSourceIp?: true;
}

/** Without a time a proxy makes no cookie; one of nothing is kept until the browser is closed. Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings */
export function loadBalancerSpecOf({ algorithm, header, queryParameter, byAddress, _cookie: cookie }: LoadBalancing): LoadBalancer {
  if (header !== undefined) return { consistentHash: { httpHeaderName: header } };
  if (queryParameter !== undefined) return { consistentHash: { httpQueryParameterName: queryParameter } };
  if (cookie !== undefined) {
    const { name, path, ttl } = cookie;
    return { consistentHash: { httpCookie: { name, path, ttl: ttl === undefined ? '0s' : durationText(ttl) } } };
  }
  return byAddress ? { consistentHash: { useSourceIp: true } } : { simple: algorithm };
}
