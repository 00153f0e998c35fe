import { Address } from '../model/address';
import { BackingService } from '../model/backing-service';
import { Problem } from '../model/problem';
import { TlsStart } from '../model/tls';
import { TopologyGraph } from '../model/topology-graph';
import { distinct } from '../private/distinct';
import { grouped } from '../private/grouped';
import { byCodePoint } from '../private/names';
import { listed } from '../private/topology-error';
import { hasHostsInCommon } from '../traffic/hosts-in-common';
import { trafficPolicyOf } from './traffic-policy';

/** A service at a host, as one namespace uses it. */
interface Use {
  readonly service: BackingService;
  readonly graph: TopologyGraph;
  readonly namespace: string;
  readonly host: string;
}

/**
 * Services at one host that objects about the host cannot serve together, as one consumer namespace uses them: those of several topologies or owners, and
 * those at one port where a mesh would have to tell them apart. What is at a Service that is made here is no matter of a mesh alone (BST638).
 */
export function hostClashes(graphs: readonly TopologyGraph[]): Problem[] {
  const uses = graphs.flatMap(usesIn).sort((a, b) => byCodePoint(a.service.path, b.service.path));
  return [...grouped(uses, ({ namespace, host }) => `${namespace} ${host}`).values()].filter(({ length }) => length > 1).flatMap(clashesAt);
}

function usesIn(graph: TopologyGraph): Use[] {
  return graph.services.filter(({ locator }) => !locator.declaresServices).flatMap(service => graph.consumerNamespacesOf(service).flatMap(namespace =>
    hostsOf(service).map(host => ({ service, graph, namespace, host }))));
}

/** Brokers and replicas have hosts of their own besides the first. */
function hostsOf({ locator }: BackingService): string[] {
  return distinct(locator.dialled.map(({ host }) => host));
}

function clashesAt([first, ...others]: readonly Use[]): Problem[] {
  const byPort = new Map(addressesOf(first).map(({ port }) => [port, first]));
  return others.flatMap(use => {
    if (!isOfOneOwner(first, use)) return [declaredTwice(use, first.service)];
    if (endpointsOf(first) !== endpointsOf(use)) return [endpointsDiffer(use, first)];
    const clash = addressesOf(use).find(({ port }) => byPort.has(port) && !isAlike(use, byPort.get(port)!, port));
    for (const { port } of addressesOf(use)) if (!byPort.has(port)) byPort.set(port, use);
    return clash ? [portDeclaredTwice(use, clash, byPort.get(clash.port)!)] : [];
  });
}

/** What several hosts outside have in common is one entry, and so one service's. */
function isOfOneOwner(a: Use, b: Use): boolean {
  const [one, other] = [a.service.locator, b.service.locator];
  const isAlone = !hasHostsInCommon(a.service) && !hasHostsInCommon(b.service);
  return a.graph === b.graph && one.owner === other.owner && one.workload === other.workload && isAlone;
}

function addressesOf({ service, host }: Use): Address[] {
  return service.locator.dialled.filter(address => address.host === host);
}

/** In words; a host has one entry, and so one list. */
function endpointsOf({ service: { locator: { endpoints } } }: Use): string {
  return endpoints ? `its endpoints ${listed(endpoints)}` : 'what DNS says';
}

function endpointsDiffer(use: Use, earlier: Use): Problem {
  const { service, namespace, host } = use;
  return Problem.of(service, `host ${host} leads here to ${endpointsOf(use)}, as ${earlier.service.path} to ${endpointsOf(earlier)}, and namespace ${namespace} uses both`,
    'give both the same endpoints, or neither');
}

/** Connections are served alike, whichever service they are to; requests would be ruled by the routes of one for the other. */
function isAlike(a: Use, b: Use, port: number): boolean {
  const [one, other] = [a, b].map(use => addressesOf(use).find(address => address.port === port)!);
  return !one.showsRequests && !other.showsRequests && one.appProtocol === other.appProtocol && one.targetPort === other.targetPort
    && JSON.stringify(trafficPolicyOf(a.service, a.host)) === JSON.stringify(trafficPolicyOf(b.service, b.host));
}

export function declaredTwice({ service, namespace, host }: Pick<Use, 'service' | 'namespace' | 'host'>, other: BackingService): Problem {
  return Problem.of(service, `host ${host} is declared here and as ${other.path}, and namespace ${namespace} uses both`, 'declare it once');
}

function portDeclaredTwice({ service, namespace, host }: Use, { port, targetPort, showsRequests, appProtocol, tls }: Address, earlier: Use): Problem {
  const other = addressesOf(earlier).find(address => address.port === port)!;
  const isUnlike = appProtocol !== other.appProtocol || targetPort !== other.targetPort;
  const why = isUnlike ? 'they are reached there in different ways'
    : showsRequests ? 'a mesh tells requests apart by host and port, not by base path, so that the rules of one would hold for both' : 'they are balanced or encrypted in different ways';
  return Problem.of(service, `port ${port} of host ${host} is declared here and as ${earlier.service.path}, and namespace ${namespace} uses both: ${why}`,
    fixOf(isUnlike, [tls, other.tls].some(({ start }) => start === TlsStart.MESH)));
}

function fixOf(isUnlike: boolean, isByMesh: boolean): string {
  if (!isUnlike) return 'declare it once, as one service with the contract of both';
  return isByMesh ? 'let clients start TLS to one of them (TlsOrigination.CLIENT), at a port of its own' : 'declare it once, or say the same protocol, TLS and target port of both';
}
