import { Construct } from 'constructs';
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
 * One DestinationRule for a host. Where callers differ in breaker, pool or connect timeout, each caller has one of its own besides,
 * in its namespace and for its pods only, because a DestinationRule is looked up there first.
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
  for (const { source, policy } of host.callers) {
    emitRule(scope, `${host.name}-from-${source.name}`, source.namespace, {
      host: host.host,
      exportTo: ['.'],
      workloadSelector: { matchLabels: source.selector },
      ...parts(trafficPolicyOf(host.service, policy), subsets),
    });
  }
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
