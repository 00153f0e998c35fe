import { BackingService } from '../model/backing-service';
import { Dependency } from '../model/dependency';
import { EndpointOrigin } from '../model/service-endpoint';
import { TopologyGraph } from '../model/topology-graph';
import { byCodePoint } from '../private/names';

/** A host that the mesh routes to, as one namespace sees it: the unit of a VirtualService, a DestinationRule, a ServiceEntry. @internal */
export interface MeshHost {
  readonly service: BackingService;
  /** Fully qualified, because a short name would be completed with the rule's namespace. */
  readonly host: string;
  /** Name of the objects about it. */
  readonly name: string;
  /** Where the objects live. */
  readonly namespace: string;
  /** Which namespaces see them; `.` is their own. */
  readonly exportTo: string[];
  /** Who calls it and is ruled by these objects, sorted by path. */
  readonly callers: Dependency[];
}

/**
 * The hosts of a service. Ours has one owner: its objects live in its namespace and are seen where its consumers live.
 * A host of an operator or a third party belongs to nobody here: each consumer namespace has its own objects, seen nowhere else,
 * so that no two programs write to one object.
 */
export function meshHostsOf(service: BackingService, graph: TopologyGraph, clusterDomain: string): MeshHost[] {
  const { endpoint } = service;
  const callers = graph.dependenciesOn(service);
  if (endpoint.origin === EndpointOrigin.WORKLOAD) {
    const namespace = endpoint.namespace!;
    const elsewhere = graph.consumerNamespacesOf(service).filter(consumer => consumer !== namespace);
    const host = `${endpoint.host}.${clusterDomain}`;
    return [{ service, host, name: service.name, namespace, exportTo: ['.', ...elsewhere], callers }];
  }
  const inCluster = endpoint.origin === EndpointOrigin.OPERATOR;
  const hosts = inCluster ? [endpoint.host, ...endpoint.moreHosts ?? []] : [endpoint.host];
  return graph.consumerNamespacesOf(service).flatMap(namespace => [...hosts].sort(byCodePoint).map(host => ({
    service,
    host: inCluster ? `${host}.${clusterDomain}` : host,
    name: inCluster ? host.split('.')[0] : service.name,
    namespace,
    exportTo: ['.'],
    callers: callers.filter(caller => caller.source.namespace === namespace),
  })));
}
