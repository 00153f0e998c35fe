import { BackingService } from '../model/backing-service';
import { Dependency } from '../model/dependency';
import { ServiceOwner } from '../model/locator';
import { TopologyGraph } from '../model/topology-graph';
import { distinct } from '../private/distinct';
import { byCodePoint } from '../private/names';

/** A host that requests are routed to, as one namespace sees it: what the objects about it have in common. @internal */
export interface RoutedHost {
  readonly service: BackingService;
  /** Fully qualified, because a short name would be completed with the object's namespace. */
  readonly host: string;
  /** Name of the objects about it. */
  readonly name: string;
  /** Where the objects live. */
  readonly namespace: string;
  /** Further namespaces that they rule callers in, sorted. */
  readonly visibleTo: string[];
  /** Who calls it and is ruled by these objects, sorted by path. */
  readonly callers: Dependency[];
}

/**
 * The hosts of a service. Ours has one owner: its objects live in its namespace and are seen where its consumers live.
 * A host of an operator or a third party belongs to nobody here: each consumer namespace has its own objects, seen nowhere else,
 * so that no two programs write to one object.
 */
export function routedHostsOf(service: BackingService, graph: TopologyGraph, clusterDomain: string): RoutedHost[] {
  const { locator } = service;
  const callers = graph.dependenciesOn(service);
  if (locator.owner === ServiceOwner.WORKLOAD) {
    const namespace = locator.namespace!;
    const visibleTo = graph.consumerNamespacesOf(service).filter(consumer => consumer !== namespace);
    const host = `${locator.primary.host}.${clusterDomain}`;
    return [{ service, host, name: service.name, namespace, visibleTo, callers }];
  }
  const hosts = locator.isExternal ? [locator.primary.host] : distinct(locator.dialled.map(({ host }) => host)).sort(byCodePoint);
  return graph.consumerNamespacesOf(service).flatMap(namespace => hosts.map(host => ({
    service,
    host: locator.isExternal ? host : `${host}.${clusterDomain}`,
    name: nameOf(service, host),
    namespace,
    visibleTo: [],
    callers: callers.filter(caller => caller.source.namespace === namespace),
  })));
}

/** An operator's and a neighbour's hosts are Kubernetes Services, whose names no other in their namespace has. */
function nameOf({ name, locator }: BackingService, host: string): string {
  if (locator.owner === ServiceOwner.OPERATOR) return host.split('.')[0];
  return locator.owner === ServiceOwner.IN_CLUSTER && new Set(locator.dialled.map(({ service }) => service)).size > 1 ? `${name}-${host.split('.')[0]}` : name;
}
