import { ServiceOwner } from '../model/locator';
import { TopologyGraph } from '../model/topology-graph';
import { distinct } from '../private/distinct';
import { grouped } from '../private/grouped';
import { hasHostsInCommon } from './hosts-in-common';
import { RoutedHost, routedHostsOf } from './routed-host';
import { hostLabel } from './ruled-name';

/** A host as one namespace sees it, and all services of a topology at it: a mesh merges no objects, so that there is one of a kind for all of them. @internal */
export interface SharedHost {
  readonly host: string;
  /** Name of the objects about it. */
  readonly name: string;
  /** Where the objects live. */
  readonly namespace: string;
  /** Whether they rule callers there. */
  readonly isSeenThere: boolean;
  /** Further namespaces that they rule callers in, sorted. */
  readonly visibleTo: string[];
  /** What each service has there, sorted by path; most hosts have one. */
  readonly members: readonly RoutedHost[];
}

/** The hosts of a topology, each once for a namespace, in the order of the first service there. */
export function sharedHostsOf(graph: TopologyGraph, clusterDomain: string): SharedHost[] {
  const made = portsMade(graph);
  const routed = graph.services.flatMap(service => routedHostsOf(service, graph, clusterDomain));
  return [...grouped(routed, keyOf).values()].map(([first, ...others]) => {
    const members = [first, ...others];
    const ports = new Set([...members.flatMap(member => member.ports), ...made.get(placeOf(first)) ?? []]);
    const { host, namespace } = first;
    return {
      host, namespace, name: nameOf(members, clusterDomain), isSeenThere: members.some(({ isSeenThere }) => isSeenThere),
      visibleTo: others.length === 0 ? first.visibleTo : distinct(members.flatMap(({ visibleTo }) => visibleTo)).sort(),
      members: ports.size < 2 ? members : members.map(member => ({ ...member, hasOtherPorts: true })),
    };
  });
}

/** What several hosts outside have in common, such as brokers, is one entry and so one service's. */
function keyOf({ service, namespace, host }: RoutedHost): string {
  return JSON.stringify([service.locator.owner, namespace, host, ...hasHostsInCommon(service) ? [service.path] : []]);
}

/** All ports of the Services that are made here, those for running a service too, by Service and namespace. */
function portsMade({ services }: TopologyGraph): Map<string, number[]> {
  const made = services.filter(({ locator }) => locator.declaresServices);
  const addresses = made.flatMap(({ locator }) => locator.addresses.map(({ service, port }) => ({ place: `${service} ${locator.namespace}`, port })));
  return new Map([...grouped(addresses, ({ place }) => place)].map(([place, there]) => [place, there.map(({ port }) => port)]));
}

function placeOf({ service: { locator } }: RoutedHost): string {
  return locator.declaresServices ? `${locator.primary.service} ${locator.namespace}` : '';
}

/**
 * That of the Kubernetes Service, where it is ours or an operator's. Any other host that several services share names its objects itself: its name has a dot,
 * as no service's has.
 */
function nameOf([first, ...others]: readonly RoutedHost[], clusterDomain: string): string {
  const { owner, declaresServices, primary } = first.service.locator;
  if (declaresServices || owner === ServiceOwner.WORKLOAD && others.length > 0) return primary.service!;
  if (others.length === 0 || owner === ServiceOwner.OPERATOR) return first.name;
  return owner === ServiceOwner.EXTERNAL ? hostLabel(first.host) : first.host.slice(0, -`.${clusterDomain}`.length);
}
