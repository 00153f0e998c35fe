import { Construct } from 'constructs';
import { IWorkload } from '../model/workload-interface';
import { emit } from '../private/emit';
import { shortened } from '../private/shortened';
import { hostPortsOf } from '../traffic/host-ports';
import { connectedOf } from '../traffic/relayed-host';
import { SharedHost } from '../traffic/shared-host';
import { exportToOf } from './export-to';
import { IstioTarget } from './istio-target';
import { HostTrafficPolicy, hostTrafficPolicyOf, isSame, policiesByCaller, policiesOfAll, PortPolicies } from './port-policies';
import { callersAgree } from './traffic-policy';

/** As long as a name may be. */
const LONGEST = 253;

interface Subset {
  readonly name: string;
  readonly labels: Record<string, string>;
}

interface DestinationRuleSpec {
  readonly host: string;
  readonly exportTo: string[];
  readonly workloadSelector?: { readonly matchLabels: Record<string, string> };
  readonly trafficPolicy?: HostTrafficPolicy;
  readonly subsets?: Subset[];
}

/**
 * One DestinationRule for a host, with a policy for each port if several services are at it. Where callers differ in breaker, pool or connect timeout, each
 * caller that says something else than that has one of its own besides, in its namespace and for its pods only, because a DestinationRule is looked up there
 * first; it covers all ports that the caller dials, because rules are not merged.
 * Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#DestinationRule (workloadSelector)
 */
export function emitDestinationRules(scope: Construct, host: SharedHost, target: IstioTarget): void {
  const members = host.members.flatMap(connectedOf);
  if (members.length === 0) return;
  const ports = hostPortsOf({ ...host, members });
  const subsets = subsetsOf(host);
  const ofAll = policiesOfAll(ports);
  const shared = hostTrafficPolicyOf(ofAll, target);
  const isEmitted = shared !== undefined || subsets.length > 0;
  if (isEmitted) emitRule(scope, host.name, host.namespace, { host: host.host, exportTo: exportToOf(connecting(host)), ...parts(shared, subsets) });
  if (ports.every(({ callers }) => callersAgree(callers))) return;
  for (const [source, policies] of apart(host, policiesByCaller(ports), ofAll, isEmitted)) {
    const own = hostTrafficPolicyOf(policies, target);
    if (own === undefined && subsets.length === 0) continue;
    emitRule(scope, shortened(`${host.name}-from-${source.name}`, LONGEST), source.namespace, {
      host: host.host,
      exportTo: ['.'],
      workloadSelector: { matchLabels: source.selector },
      ...parts(own, subsets),
    });
  }
}

/**
 * The callers that the rule for everybody does not serve: those that say something else, and those that share a namespace with one of them unless that
 * rule is there too, because a namespace in which any rule is found for the host is asked alone, though none selects the caller's pods.
 * Source: istio, pilot/pkg/model/push_context.go (`destinationRule`) and sidecar.go (`SidecarScope.DestinationRule`)
 */
function apart(
  { namespace }: SharedHost, callers: Map<IWorkload, PortPolicies>, ofAll: PortPolicies, isEmitted: boolean,
): [IWorkload, PortPolicies][] {
  const differing = new Set([...callers].filter(([, own]) => !isSame(own, ofAll)).map(([source]) => source));
  const askedAlone = new Set([...differing].map(source => source.namespace).filter(own => isEmitted && own !== namespace));
  return [...callers].filter(([source]) => differing.has(source) || askedAlone.has(source.namespace));
}

/** Where those are who connect there themselves: of what is relayed, the gateway alone, so that no other looks for the certificate that it shows. */
function connecting(host: SharedHost): SharedHost {
  const gateways = host.members.map(({ through }) => through?.relay.gateway.namespace);
  return gateways.includes(undefined) ? host : { ...host, visibleTo: host.visibleTo.filter(namespace => gateways.includes(namespace)) };
}

function emitRule(scope: Construct, name: string, namespace: string, spec: DestinationRuleSpec): void {
  emit<DestinationRuleSpec>(scope, { apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', name, namespace, spec });
}

function parts(trafficPolicy: HostTrafficPolicy | undefined, subsets: Subset[]): Pick<DestinationRuleSpec, 'trafficPolicy' | 'subsets'> {
  return { trafficPolicy, subsets: subsets.length > 0 ? subsets : undefined };
}

/** All services at a host are of one workload, if they are ours. Who releases versions adds the label that tells them apart. */
function subsetsOf({ members: [{ service }] }: SharedHost): Subset[] {
  const { versions = [], release, selector } = service.locator.workload ?? {};
  return versions.flatMap(({ name }) => name === undefined ? [] : [{ name, labels: release ? selector! : { version: name } }]);
}
