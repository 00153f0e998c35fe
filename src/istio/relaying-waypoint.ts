import { BackingService } from '../model/backing-service';
import { EnforcementAnswer } from '../model/enforcement';
import { IGateway } from '../model/gateway-interface';
import { TopologyGraph } from '../model/topology-graph';
import { grouped } from '../private/grouped';
import { quote } from '../private/topology-error';
import { isEgressWaypoint } from './egress-waypoint';

/** As long as the value of a label. */
const LONGEST = 63;
const FIX = 'let consumers reach it themselves, or let sidecars carry it: Mesh.istio()';

/** Whether a gateway can relay in a mesh without sidecars, as a waypoint alone does. */
export function relayingAnswer(gateway: IGateway, graph: TopologyGraph): EnforcementAnswer {
  return misplaced(gateway) ?? unseen(gateway, graph) ?? dialledPast(gateway, graph) ?? EnforcementAnswer.CARRIED;
}

/** istiod makes the pods of a waypoint beside its object, with the one listener that it has. Source: https://istio.io/latest/docs/ambient/usage/waypoint/ */
function misplaced(gateway: IGateway): EnforcementAnswer | undefined {
  const { name, namespace, existingGateway, listeners } = gateway;
  if (!isEgressWaypoint(gateway)) return EnforcementAnswer.cannot(`the proxies of ${name} are no waypoint, so that nothing is sent to them`, 'give it the gatewayClassName "istio-waypoint"');
  if (listeners.length > 0) return EnforcementAnswer.cannot(`${name} is a waypoint, which listens for the mesh alone`, 'leave listeners out, and expose services by another gateway');
  if (existingGateway === undefined) return undefined;
  const [there, called] = existingGateway.split('/');
  if (there !== namespace) {
    return EnforcementAnswer.cannot(`the pods of ${name} are said to be in ${quote(namespace)}, and istiod makes those of ${existingGateway} in ${quote(there)}`, 'say that namespace of the pods');
  }
  return called.length > LONGEST ? EnforcementAnswer.cannot(`the label by which hosts name their waypoint takes ${LONGEST} characters, and ${quote(called)} has more`, 'give the waypoint a shorter name') : undefined;
}

/** Requests alone are told apart by who asks and for what. */
function unseen(gateway: IGateway, graph: TopologyGraph): EnforcementAnswer | undefined {
  const relays = graph._relays.of(gateway);
  const sealed = relays.find(({ service }) => !service.showsRequests);
  if (sealed) return EnforcementAnswer.cannot(`${sealed.service.name} is dialled by the client's own TLS, and what waypoints make of that was not seen`, FIX);
  const shown = relays.find(({ said }) => said.clientCertificateSecret !== undefined);
  return shown && EnforcementAnswer.cannot(`a waypoint is not known to show a certificate, as ${gateway.name} is to show ${shown.service.name}`, FIX);
}

/** A waypoint stands before a host, whatever the port. Source: istio, pilot/pkg/serviceregistry/ambient/services.go (`constructServiceEntries`) */
function dialledPast(gateway: IGateway, graph: TopologyGraph): EnforcementAnswer | undefined {
  const relayed = new Set(graph._relays.of(gateway).map(({ service }) => service));
  const there = [...relayed].flatMap(hostsOf).flatMap(host => outsideOf(graph).get(host) ?? []);
  const other = there.find(service => !relayed.has(service));
  return other && EnforcementAnswer.cannot(
    `${other.name} is at a host that ${gateway.name} relays, and a waypoint stands before all ports of a host`, `let ${gateway.name} relay ${other.name} too, or let sidecars carry it: Mesh.istio()`,
  );
}

const OUTSIDE = new WeakMap<TopologyGraph, ReadonlyMap<string, BackingService[]>>();

/** The services outside that somebody calls, by host; found once for all gateways. */
function outsideOf(graph: TopologyGraph): ReadonlyMap<string, BackingService[]> {
  const called = () => graph.services.filter(service => service.locator.isExternal && graph.dependenciesOn(service).length > 0);
  const found = OUTSIDE.get(graph) ?? byHost(called());
  OUTSIDE.set(graph, found);
  return found;
}

function byHost(services: readonly BackingService[]): ReadonlyMap<string, BackingService[]> {
  const pairs = services.flatMap(service => hostsOf(service).map(host => ({ host, service })));
  return new Map([...grouped(pairs, ({ host }) => host)].map(([host, there]) => [host, there.map(({ service }) => service)]));
}

function hostsOf({ locator }: BackingService): string[] {
  return locator.dialled.map(({ host }) => host);
}
