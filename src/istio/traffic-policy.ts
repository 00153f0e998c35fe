import { BackingService } from '../model/backing-service';
import { ConnectionPool } from '../model/connection-pool';
import { Dependency, DependencyPolicy } from '../model/dependency';
import { durationText } from '../private/duration-text';

/** What a DestinationRule says of the connections to a host. @internal */
export interface TrafficPolicy {
  readonly loadBalancer?: { readonly simple: string } | { readonly consistentHash: { readonly httpHeaderName: string } };
  readonly connectionPool?: {
    readonly tcp?: { readonly maxConnections?: number; readonly connectTimeout?: string; readonly idleTimeout?: string };
    readonly http?: { readonly http1MaxPendingRequests?: number; readonly http2MaxRequests?: number; readonly idleTimeout?: string };
  };
  readonly outlierDetection?: {
    readonly consecutive5xxErrors: number;
    readonly interval: string;
    readonly baseEjectionTime: string;
    readonly maxEjectionPercent: number;
  };
  readonly tls?: { readonly mode: 'SIMPLE'; readonly sni: string; readonly subjectAltNames: string[]; readonly caCertificates: 'system' };
}

/** The connection settings towards a service, with those of a caller; undefined if nothing is said. */
export function trafficPolicyOf(service: BackingService, policy: DependencyPolicy = {}): TrafficPolicy | undefined {
  const parts: TrafficPolicy = {
    ...loadBalancerOf(service),
    ...connectionPoolOf(service.protocol.isHttp, policy),
    ...outlierDetectionOf(policy),
    ...tlsOf(service),
  };
  return Object.keys(parts).length === 0 ? undefined : parts;
}

/** Whether one DestinationRule can serve all callers. */
export function callersAgree(callers: Dependency[]): boolean {
  const texts = callers.map(({ policy }) => JSON.stringify([connectionPoolOf(true, policy), outlierDetectionOf(policy)]));
  return new Set(texts).size <= 1;
}

/** The client of a headless service picks a pod itself. */
function loadBalancerOf({ loadBalancing, endpoint }: BackingService): Pick<TrafficPolicy, 'loadBalancer'> {
  if (!loadBalancing || endpoint.headless) return {};
  const { algorithm, header } = loadBalancing;
  return { loadBalancer: header === undefined ? { simple: algorithm } : { consistentHash: { httpHeaderName: header } } };
}

function connectionPoolOf(isHttp: boolean, { connectionPool, connectTimeout }: DependencyPolicy): Pick<TrafficPolicy, 'connectionPool'> {
  if (!connectionPool && !connectTimeout) return {};
  const idleTimeout = connectionPool?.idleTimeout === undefined ? {} : { idleTimeout: durationText(connectionPool.idleTimeout) };
  const tcp = {
    ...connectionPool?.maxConnections === undefined ? {} : { maxConnections: connectionPool.maxConnections },
    ...connectTimeout === undefined ? {} : { connectTimeout: durationText(connectTimeout) },
    ...isHttp ? {} : idleTimeout,
  };
  const http = isHttp ? { ...connectionPool && requestLimits(connectionPool), ...idleTimeout } : {};
  const pool = { ...Object.keys(tcp).length > 0 ? { tcp } : {}, ...Object.keys(http).length > 0 ? { http } : {} };
  return Object.keys(pool).length > 0 ? { connectionPool: pool } : {};
}

function requestLimits(pool: ConnectionPool) {
  return {
    ...pool.maxPendingRequests === undefined ? {} : { http1MaxPendingRequests: pool.maxPendingRequests },
    ...pool.maxRequests === undefined ? {} : { http2MaxRequests: pool.maxRequests },
  };
}

function outlierDetectionOf({ circuitBreaker }: DependencyPolicy): Pick<TrafficPolicy, 'outlierDetection'> {
  if (!circuitBreaker) return {};
  return {
    outlierDetection: {
      consecutive5xxErrors: circuitBreaker.errors,
      interval: durationText(circuitBreaker.interval),
      baseEjectionTime: durationText(circuitBreaker.resetTimeout),
      maxEjectionPercent: circuitBreaker.maxEjectionPercent,
    },
  };
}

/** The sidecar starts TLS and verifies the server against the system's authorities; for hosts in the mesh nothing is said, so that mutual TLS is automatic. */
function tlsOf({ endpoint }: BackingService): Pick<TrafficPolicy, 'tls'> {
  if (!endpoint.tlsByMesh) return {};
  return { tls: { mode: 'SIMPLE', sni: endpoint.host, subjectAltNames: [endpoint.host], caCertificates: 'system' } };
}
