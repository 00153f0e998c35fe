import { BackingService } from '../model/backing-service';
import { Dependency } from '../model/dependency';
import { DependencyPolicy } from '../model/dependency-policy';
import { Protocol } from '../model/protocol';
import { TlsStart } from '../model/tls';
import { durationText } from '../private/duration-text';
import { isWildcard } from '../private/host';
import { RoutedHost } from '../traffic/routed-host';
import { connectionPoolOf, Pool } from './connection-pool';
import { LoadBalancer, loadBalancerSpecOf } from './load-balancer';
import { OutlierDetection, outlierDetectionOf } from './outlier-detection';
import { unlessEmpty } from './unless-empty';

interface ClientTls {
  readonly mode: 'SIMPLE' | 'MUTUAL';
  readonly sni?: string;
  readonly subjectAltNames?: string[];
  readonly caCertificates?: 'system';
  readonly credentialName?: string;
}

/** `retryBudget` of a DestinationRule. @internal */
export interface Budget {
  readonly percent?: number;
  readonly minRetryConcurrency?: number;
  readonly budgetInterval?: string;
}

/** What a DestinationRule says of the connections to a host. @internal */
export interface TrafficPolicy {
  readonly loadBalancer?: LoadBalancer;
  readonly connectionPool?: Pool;
  readonly outlierDetection?: OutlierDetection;
  readonly retryBudget?: Budget;
  readonly tls?: ClientTls;
}

/** The connection settings towards a host of a service, with those of a caller; undefined if nothing is said. Behind a wildcard there is nothing to choose among. */
export function trafficPolicyOf(
  service: BackingService, host: string, policy: DependencyPolicy = {}, clientCertificateSecret?: string,
): TrafficPolicy | undefined {
  return unlessEmpty<TrafficPolicy>({
    loadBalancer: isWildcard(host) ? undefined : loadBalancerOf(service, policy),
    connectionPool: connectionPoolOf(service.showsRequests, policy),
    outlierDetection: outlierDetectionOf(policy),
    retryBudget: service.showsRequests ? budgetOf(policy) : undefined,
    tls: tlsOf(service, host, clientCertificateSecret),
  });
}

/** How sidecars connect to a gateway, for one host that it relays. @internal */
export interface HopPolicy extends Pick<TrafficPolicy, 'outlierDetection' | 'retryBudget'> {
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
    retryBudget: showsRequests ? budgetOf(policy) : undefined,
    tls: showsRequests ? { mode: 'ISTIO_MUTUAL', sni: host } : { mode: 'DISABLE' },
  };
}

/** Empty, it has Istio's own numbers. */
function budgetOf({ connectionPool }: DependencyPolicy): Budget | undefined {
  const budget = connectionPool?.retryBudget;
  if (budget === undefined) return undefined;
  const { percent, minRetryConcurrency, budgetInterval } = budget;
  return { percent, minRetryConcurrency, budgetInterval: budgetInterval && durationText(budgetInterval) };
}

/** Whether one DestinationRule can serve all callers. */
export function callersAgree(callers: Dependency[]): boolean {
  if (callers.length < 2) return true;
  const texts = callers.map(({ policy }) => JSON.stringify([connectionPoolOf(true, policy), outlierDetectionOf(policy), budgetOf(policy)]));
  return new Set(texts).size === 1;
}

/** The client of a headless service picks a pod itself. Without a breaker Istio passes over a locality that fails over, and of zones where to, and its analysis warns of both. */
function loadBalancerOf({ loadBalancing, locator }: BackingService, { circuitBreaker }: DependencyPolicy): TrafficPolicy['loadBalancer'] {
  if (!loadBalancing || locator.primary.headless) return undefined;
  const said = loadBalancerSpecOf(loadBalancing);
  if (loadBalancing.locality?.failsOver !== true || circuitBreaker) return said;
  const { localityLbSetting, zoneAwareLbSetting, ...spec } = said;
  if (zoneAwareLbSetting === undefined) return spec;
  return { ...spec, zoneAwareLbSetting: { ...zoneAwareLbSetting, failover: undefined, failoverPriority: undefined } };
}

/**
 * The sidecar starts TLS and verifies the server against the system's authorities; for hosts in the mesh nothing is said, so that mutual TLS is automatic. Of
 * a wildcard no name is said: the sidecar takes the one that a request is for, and verifies the server by it. Beside a certificate of a Secret the authority is that of the same Secret.
 * Source: istio, pilot/pkg/networking/core/cluster_tls.go (`setAutoSniAndAutoSanValidation`)
 */
function tlsOf({ locator: { dialled } }: BackingService, host: string, credentialName?: string): ClientTls | undefined {
  if (dialled.find(address => address.host === host)?.tls.start !== TlsStart.MESH) return undefined;
  const names = isWildcard(host) ? {} : { sni: host, subjectAltNames: [host] };
  return credentialName === undefined ? { mode: 'SIMPLE', ...names, caCertificates: 'system' } : { mode: 'MUTUAL', ...names, credentialName };
}
