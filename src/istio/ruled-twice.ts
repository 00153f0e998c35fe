import { BackingService } from '../model/backing-service';
import { ServiceOwner } from '../model/locator';
import { TopologyGraph } from '../model/topology-graph';
import { isLeftToOwner } from '../traffic/left-to-owner';
import { RoutedHost, routedHostsOf } from '../traffic/routed-host';
import { SharedPlace } from './shared-places';

interface Ours {
  readonly service: BackingService;
  readonly graph: TopologyGraph;
  readonly namespace: string;
}

const DOMAIN = 'cluster.local';

/**
 * Services of somebody else in the cluster whose host is that of a Service which the app makes, where the rules of both live in one namespace. In a
 * namespace of its own a client's rules come before the owner's; a topology that says nothing of the traffic to another's service has no rules; within
 * one topology it is no matter of the mesh alone (BST626).
 */
export function ruledTwice(graphs: readonly TopologyGraph[]): SharedPlace[] {
  const ours = new Map(graphs.flatMap(graph => servicesOf(graph, ServiceOwner.WORKLOAD).flatMap(service => madeFor(service, graph))));
  return graphs.flatMap(graph => servicesOf(graph, ServiceOwner.IN_CLUSTER, ServiceOwner.OPERATOR).flatMap(service =>
    routedHostsOf(service, graph, DOMAIN).filter(host => !isLeftToOwner(host)).flatMap(host => {
      const own = ours.get(host.host);
      const isOther = own?.graph !== graph || service.locator.owner === ServiceOwner.OPERATOR;
      return own?.namespace === host.namespace && isOther ? [shared(host, own.service)] : [];
    })));
}

function servicesOf({ services }: TopologyGraph, ...owners: ServiceOwner[]): BackingService[] {
  return services.filter(({ locator }) => owners.includes(locator.owner));
}

function madeFor(service: BackingService, graph: TopologyGraph): [host: string, ours: Ours][] {
  return routedHostsOf(service, graph, DOMAIN).map(({ host, namespace }) => [host, { service, graph, namespace }]);
}

function shared({ service, host, namespace }: RoutedHost, other: BackingService): SharedPlace {
  return { service, other, namespace, place: host.slice(0, -DOMAIN.length - 1) };
}
