import { BackingService } from '../model/backing-service';
import { ConnectionPool } from '../model/connection-pool';
import { Dependency } from '../model/dependency';
import { DependencyPolicy } from '../model/dependency-policy';
import { Protocol } from '../model/protocol';
import { TlsStart } from '../model/tls';
import { durationText } from '../private/duration-text';
import { isWildcard } from '../private/host';
import { RoutedHost } from '../traffic/routed-host';
import { LoadBalancer, loadBalancerSpecOf } from './load-balancer';

interface Pool {
  readonly tcp?: { readonly maxConnections?: number; readonly connectTimeout?: string; readonly idleTimeout?: string };
  readonly http?: { readonly http1MaxPendingRequests?: number; readonly http2MaxRequests?: number; readonly idleTimeout?: string; readonly h2UpgradePolicy?: 'UPGRADE' };
}

/** What a DestinationRule says of the connections to a host. @internal */
export interface TrafficPolicy {
  readonly loadBalancer?: LoadBalancer;
  readonly connectionPool?: Pool;
  readonly outlierDetection?: {
    readonly consecutive5xxErrors: number;
    readonly interval: string;
    readonly baseEjectionTime: string;
    readonly maxEjectionPercent: number;
  };
  readonly tls?: { readonly mode: 'SIMPLE'; readonly sni?: string; readonly subjectAltNames?: string[]; readonly caCertificates: 'system' };
}

/** The connection settings towards a host of a service, with those of a caller; undefined if nothing is said. Behind a wildcard there is nothing to choose among. */
export function trafficPolicyOf(service: BackingService, host: string, policy: DependencyPolicy = {}): TrafficPolicy | undefined {
  return unlessEmpty<TrafficPolicy>({
    loadBalancer: isWildcard(host) ? undefined : loadBalancerOf(service),
    connectionPool: connectionPoolOf(service.showsRequests, policy),
    outlierDetection: outlierDetectionOf(policy),
    tls: tlsOf(service, host),
  });
}

/** How sidecars connect to a gateway, for one host that it relays. @internal */
export interface HopPolicy extends Pick<TrafficPolicy, 'outlierDetection'> {
  readonly connectionPool?: Pool;
  readonly tls: { readonly mode: 'ISTIO_MUTUAL'; readonly sni: string } | { readonly mode: 'DISABLE' };
}

/**
 * The settings of a caller towards a gateway that relays what it sends: requests by mutual TLS, told by the host; connections as the client encrypts them, with nothing around. A gateway's port for TLS
 * is not known to take HTTP/2, which gRPC needs. Source: istio, pilot/pkg/networking/core/cluster_builder.go (`shouldH2Upgrade`)
 */
export function hopPolicyOf({ service, host }: Pick<RoutedHost, 'service' | 'host'>, policy: DependencyPolicy): HopPolicy {
  const { showsRequests, protocol } = service;
  const pool = connectionPoolOf(showsRequests, policy);
  const isGrpc = showsRequests && protocol.name === Protocol.GRPC.name;
  return {
    connectionPool: isGrpc ? { ...pool, http: { ...pool?.http, h2UpgradePolicy: 'UPGRADE' } } : pool,
    outlierDetection: outlierDetectionOf(policy),
    tls: showsRequests ? { mode: 'ISTIO_MUTUAL', sni: host } : { mode: 'DISABLE' },
  };
}

/** Whether one DestinationRule can serve all callers. */
export function callersAgree(callers: Dependency[]): boolean {
  if (callers.length < 2) return true;
  const texts = callers.map(({ policy }) => JSON.stringify([connectionPoolOf(true, policy), outlierDetectionOf(policy)]));
  return new Set(texts).size === 1;
}

/** The client of a headless service picks a pod itself. */
function loadBalancerOf({ loadBalancing, locator }: BackingService): TrafficPolicy['loadBalancer'] {
  if (!loadBalancing || locator.primary.headless) return undefined;
  return loadBalancerSpecOf(loadBalancing);
}

function connectionPoolOf(isHttp: boolean, { connectionPool, connectTimeout }: DependencyPolicy): TrafficPolicy['connectionPool'] {
  if (!connectionPool && !connectTimeout) return undefined;
  const idleTimeout = connectionPool?.idleTimeout && durationText(connectionPool.idleTimeout);
  return unlessEmpty({
    tcp: unlessEmpty({
      maxConnections: connectionPool?.maxConnections,
      connectTimeout: connectTimeout && durationText(connectTimeout),
      idleTimeout: isHttp ? undefined : idleTimeout,
    }),
    http: isHttp && connectionPool ? requestLimits(connectionPool, idleTimeout) : undefined,
  });
}

function requestLimits({ maxPendingRequests, maxRequests }: ConnectionPool, idleTimeout?: string) {
  return unlessEmpty({ http1MaxPendingRequests: maxPendingRequests, http2MaxRequests: maxRequests, idleTimeout });
}

function outlierDetectionOf({ circuitBreaker }: DependencyPolicy): TrafficPolicy['outlierDetection'] {
  return circuitBreaker && {
    consecutive5xxErrors: circuitBreaker.errors,
    interval: durationText(circuitBreaker.interval),
    baseEjectionTime: durationText(circuitBreaker.resetTimeout),
    maxEjectionPercent: circuitBreaker.maxEjectionPercent,
  };
}

/**
 * The sidecar starts TLS and verifies the server against the system's authorities; for hosts in the mesh nothing is said, so that mutual TLS is automatic. Of
 * a wildcard no name is said: the sidecar takes the one that a request is for, and verifies the server by it.
 * Source: istio, pilot/pkg/networking/core/cluster_tls.go (`setAutoSniAndAutoSanValidation`)
 */
function tlsOf({ locator: { dialled } }: BackingService, host: string): TrafficPolicy['tls'] {
  if (dialled.find(address => address.host === host)?.tls.start !== TlsStart.MESH) return undefined;
  return { mode: 'SIMPLE', ...isWildcard(host) ? {} : { sni: host, subjectAltNames: [host] }, caCertificates: 'system' };
}

/** A block in which something is said: Istio refuses empty ones. What is undefined in it cdk8s does not write. */
function unlessEmpty<Block extends object>(block: Block): Block | undefined {
  return Object.values(block).some(value => value !== undefined) ? block : undefined;
}
