import { Construct } from 'constructs';
import { IGateway, isOfGatewayApi } from '../model/gateway-interface';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { distinct } from '../private/distinct';
import { byCodePoint } from '../private/names';
import { RoutedHost } from '../traffic/routed-host';
import { SharedHost } from '../traffic/shared-host';
import { emitAllowed } from './authorization-policy';
import { emitDestinationRules } from './destination-rule';
import { rulesOfCallers } from './entering-rules';
import { IstioTarget } from './istio-target';
import { gatewayItself, PolicyTarget } from './policy-target';
import { GROUP } from './ruled-hosts';
import { emitServiceEntry } from './service-entry';
import { emitWaypoint, enrolling, WAYPOINT_CLASS } from './waypoint';


/** How routes of the Gateway API name third parties, as Istio reads them. Source: istio, pilot/pkg/config/kube/gateway/conversion.go (`Hostname`) */
export const THIRD_PARTIES = { group: GROUP, parentKind: 'ServiceEntry', backendKind: 'Hostname' } as const;

/** A gateway of that class. @internal */
export type EgressWaypoint = IGateway & { readonly gatewayClassName: typeof WAYPOINT_CLASS };

/** Whether a gateway is a waypoint, which may stand before third parties. */
export function isEgressWaypoint(workload: IWorkload): workload is EgressWaypoint {
  return isOfGatewayApi(workload) && workload.gatewayClassName === WAYPOINT_CLASS;
}

/** Who calls, how identities are written, and which Istio reads it. @internal */
export interface Callers {
  readonly graph: TopologyGraph;
  readonly trustDomain: string;
  readonly target: IstioTarget;
}

/** What is said of all that comes to a waypoint: no labels select its proxies. */
export function waypointItself(gateway: IGateway): PolicyTarget {
  return gatewayItself(placeOf(gateway).name);
}

/** Where istiod makes its proxies: where the object stands. */
function placeOf({ name, namespace, existingGateway }: IGateway): { readonly name: string; readonly namespace: string } {
  if (existingGateway === undefined) return { name, namespace };
  const [there, called] = existingGateway.split('/');
  return { name: called, namespace: there };
}

/** The waypoint itself, which takes hosts from the namespace that the objects about it stand in, and lets in nobody whom they do not. */
export function emitEgressWaypoint(scope: Construct, gateway: IGateway, graph: TopologyGraph): void {
  if (gateway.existingGateway !== undefined || graph._relays.of(gateway).length === 0) return;
  const { name, namespace } = placeOf(gateway);
  emitWaypoint(scope, name, namespace, gateway.configNamespace);
}

/** The waypoint that stands before a host, where the objects about it are. */
export function egressWaypointOf({ members }: SharedHost): IGateway | undefined {
  return members.map(({ through }) => (through?.onwards === undefined ? undefined : through.relay.gateway)).find(gateway => gateway !== undefined);
}

/** The services at a host that callers dial past any waypoint; those that one stands before are known where it says so, once for all callers. */
export function unrelayedAt({ members, ...host }: SharedHost): SharedHost | undefined {
  const here = members.filter(({ through }) => through === undefined);
  return here.length === 0 ? undefined : { ...host, members: here };
}

/**
 * A third party behind a waypoint: known to all who call it, with who may and how the waypoint connects.
 * Source: https://istio.io/latest/docs/ambient/usage/waypoint/; https://istio.io/latest/docs/reference/config/labels/ (use-waypoint-namespace)
 */
export function emitRelayedHost(scope: Construct, host: SharedHost, gateway: IGateway, { graph, trustDomain, target }: Callers): void {
  const place = placeOf(gateway);
  const callersOf = ({ service }: RoutedHost) => graph.dependenciesOn(service).filter(call => !graph._relays.carries(call));
  const seenFrom = [place.namespace, ...host.members.flatMap(member => callersOf(member).map(({ source }) => source.namespace))];
  const visibleTo = distinct(seenFrom).filter(namespace => namespace !== host.namespace).sort(byCodePoint);
  emitServiceEntry(scope, { ...host, isSeenThere: true, visibleTo }, { ...enrolling(place.name), 'istio.io/use-waypoint-namespace': place.namespace });
  emitDestinationRules(scope, host, target);
  const rules = host.members.flatMap(member => rulesOfCallers(member.service, callersOf(member), { trustDomain, ports: 'port' }));
  const entry: PolicyTarget = { targetRefs: [{ group: GROUP, kind: 'ServiceEntry', name: host.name }] };
  emitAllowed(scope, host, { name: `${host.name}-at-${gateway.name}`, target: entry, rules });
}
