import { Construct } from 'constructs';
import { Dependency } from '../model/dependency';
import { emit } from '../private/emit';
import { RoutedHost } from '../traffic/routed-host';
import { exportToOf } from './export-to';
import { trafficPolicyOf, TrafficPolicy, callersAgree } from './traffic-policy';

interface Subset {
  readonly name: string;
  readonly labels: Record<string, string>;
}

interface DestinationRuleSpec {
  readonly host: string;
  readonly exportTo: string[];
  readonly workloadSelector?: { readonly matchLabels: Record<string, string> };
  readonly trafficPolicy?: TrafficPolicy;
  readonly subsets?: Subset[];
}

/**
 * One DestinationRule for a host. Where callers differ in breaker, pool or connect timeout, each caller that says something else than that has one of
 * its own besides, in its namespace and for its pods only, because a DestinationRule is looked up there first.
 * Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#DestinationRule (workloadSelector)
 */
export function emitDestinationRules(scope: Construct, host: RoutedHost): void {
  const subsets = subsetsOf(host);
  const agreed = callersAgree(host.callers);
  const shared = trafficPolicyOf(host.service, agreed ? host.callers[0]?.policy : undefined);
  if (shared || subsets.length > 0) {
    emitRule(scope, host.name, host.namespace, { host: host.host, exportTo: exportToOf(host), ...parts(shared, subsets) });
  }
  if (agreed) return;
  for (const { source, policy } of apart(host, shared, shared !== undefined || subsets.length > 0)) {
    emitRule(scope, `${host.name}-from-${source.name}`, source.namespace, {
      host: host.host,
      exportTo: ['.'],
      workloadSelector: { matchLabels: source.selector },
      ...parts(trafficPolicyOf(host.service, policy), subsets),
    });
  }
}

/**
 * The callers that the rule for everybody does not serve: those that say something else, and those that share a namespace with one of them unless that
 * rule is there too, because a namespace in which any rule is found for the host is asked alone, though none selects the caller's pods.
 * Source: istio, pilot/pkg/model/push_context.go (`destinationRule`) and sidecar.go (`SidecarScope.DestinationRule`)
 */
function apart(host: RoutedHost, shared: TrafficPolicy | undefined, isEmitted: boolean): Dependency[] {
  const forEverybody = JSON.stringify(shared);
  const differing = new Set(host.callers.filter(({ policy }) => JSON.stringify(trafficPolicyOf(host.service, policy)) !== forEverybody));
  const askedAlone = new Set([...differing].map(({ source }) => source.namespace).filter(namespace => isEmitted && namespace !== host.namespace));
  return host.callers.filter(caller => differing.has(caller) || askedAlone.has(caller.source.namespace));
}

function emitRule(scope: Construct, name: string, namespace: string, spec: DestinationRuleSpec): void {
  emit<DestinationRuleSpec>(scope, { apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', name, namespace, spec });
}

function parts(trafficPolicy: TrafficPolicy | undefined, subsets: Subset[]): Pick<DestinationRuleSpec, 'trafficPolicy' | 'subsets'> {
  return { trafficPolicy, subsets: subsets.length > 0 ? subsets : undefined };
}

function subsetsOf(host: RoutedHost): Subset[] {
  const versions = host.service.locator.workload?.versions ?? [];
  return versions.flatMap(({ name }) => name === undefined ? [] : [{ name, labels: { version: name } }]);
}
