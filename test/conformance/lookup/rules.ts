import { Manifest } from '../harness/manifests';
import { Caller } from './asked';
import { balancedBy } from './balancing';
import { assertKnown, KnownHost, patternsOf, selects, visibleTo } from './cluster';
import { millisOf } from './duration';

/** How a sidecar connects. */
export interface Connecting {
  readonly subsets: readonly { readonly name: string; readonly labels: Readonly<Record<string, string>> }[];
  readonly balancing?: string;
  readonly pool?: Readonly<Record<string, number>>;
  readonly breaker?: Readonly<Record<string, number>>;
  readonly tls?: Readonly<Record<string, unknown>>;
}

/**
 * The DestinationRule that a caller's sidecar follows for a host: of the caller's namespace, else of the host's, else of the root namespace; among
 * those of the caller's namespace one whose workloadSelector matches the caller goes before one without. Of wildcards the most specific is taken.
 * Sources: istio 1.31, pilot/pkg/model/push_context.go, destinationRule; pilot/pkg/model/sidecar.go, SidecarScope.DestinationRule
 */
export function ruleFor(rules: readonly Manifest[], { host, namespace }: Pick<KnownHost, 'host' | 'namespace'>,
  caller: Caller, port: number): Connecting | undefined {
  for (const place of new Set([caller.namespace, namespace, 'istio-system'])) {
    const seen = rules.filter(rule => rule.metadata.namespace === place
      && (place === caller.namespace || (visibleTo(rule)?.has(caller.namespace) ?? true)));
    const pattern = patternsOf(host).find(each => seen.some(({ spec }) => spec.host === each));
    const there = seen.filter(({ spec }) => spec.host === pattern);
    if (there.length === 0) continue;
    const own = there.find(({ spec }) => spec.workloadSelector !== undefined && place === caller.namespace
      && selects(spec.workloadSelector.matchLabels, caller.labels));
    const others = there.filter(({ spec }) => spec.workloadSelector === undefined);
    if (others.length > 1) throw new Error(`${others.length} DestinationRules are for ${host} in ${place}`);
    const found = own ?? others[0];
    return found && connectingBy(found, port);
  }
  return undefined;
}

/** Source: TrafficPolicy.portLevelSettings: what is said of a port takes the place of all that is said of the host, and inherits nothing of it. */
function connectingBy({ spec }: Manifest, port: number): Connecting {
  assertKnown('DestinationRule', spec, ['host', 'exportTo', 'workloadSelector', 'trafficPolicy', 'subsets']);
  const { trafficPolicy: ofHost = {}, subsets = [] } = spec;
  const { portLevelSettings = [], ...ofAllPorts } = ofHost;
  const { port: _, ...ofPort } = portLevelSettings.find((each: { readonly port: { readonly number: number } }) => each.port.number === port) ?? {};
  const trafficPolicy = _ === undefined ? ofAllPorts : ofPort;
  assertKnown('TrafficPolicy', trafficPolicy, ['loadBalancer', 'connectionPool', 'outlierDetection', 'retryBudget', 'tls']);
  for (const subset of subsets) assertKnown('Subset', subset, ['name', 'labels']);
  const { loadBalancer, connectionPool: pool = {}, outlierDetection: breaker, tls } = trafficPolicy;
  // What is said of a port has no word for a budget, and leaves that of the host: istio 1.31, pilot/pkg/model/destination_rule.go, MergeTrafficPolicy.
  const limits = {
    ...prefixed('tcp', pool.tcp), ...prefixed('tcp.tcpKeepalive', pool.tcp?.tcpKeepalive), ...prefixed('http', pool.http), ...prefixed('http.http2KeepAlive', pool.http?.http2KeepAlive),
    ...prefixed('retryBudget', ofHost.retryBudget),
  };
  return {
    subsets, tls, balancing: loadBalancer && balancedBy(loadBalancer),
    pool: Object.keys(limits).length === 0 ? undefined : numbers(limits), breaker: breaker && numbers(breaker),
  };
}

function prefixed(level: string, fields: object = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value !== 'object').map(([field, value]) => [`${level}.${field}`, value]));
}

/** With durations as milliseconds. */
function numbers(fields: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, typeof value === 'string' ? millisOf(value) : value as number]));
}
