import { BackingService } from '../model/backing-service';
import { DependencyPolicy } from '../model/dependency-policy';
import { Exposure } from '../model/exposure';
import { IGateway } from '../model/gateway-interface';
import { GatewayListener } from '../model/gateway-listener';
import { isByName, listenersFor } from '../model/listened-for';
import { ServiceOwner } from '../model/locator';
import { isNearest } from '../model/nearest-listener';
import { TopologyGraph } from '../model/topology-graph';
import { distinct } from '../private/distinct';
import { grouped } from '../private/grouped';
import { onwardsOf } from './relayed-host';
import { RoutedHost, routedHostsOf, rulingNamespaceOf } from './routed-host';

/** What is exposed at one host of a gateway. @internal */
export interface ExposedHost {
  readonly gateway: IGateway;
  /** The name that clients ask for; `*` for any. */
  readonly host: string;
  /** What of it there is, sorted by path. */
  readonly exposed: readonly ExposedService[];
  /** Where clients reach it; none of a Gateway that is there. */
  readonly listeners: readonly GatewayListener[];
}

/** A service that is exposed there. @internal */
export interface ExposedService {
  readonly exposure: Exposure;
  /** What holds for its requests. */
  readonly policy: DependencyPolicy;
  /** The service as the gateway sees it. */
  readonly to: RoutedHost;
}

/** Connections that are passed on. @internal */
export interface ExposedConnections {
  readonly to: RoutedHost;
  /** Port of the gateway; none for all that take such connections. */
  readonly port?: number;
  /** Whether they are told by the name that the client asks for. */
  readonly isByName: boolean;
}

/** What the gateways of a topology expose, by gateway and host. */
export function exposedHostsOf(graph: TopologyGraph, clusterDomain: string): ExposedHost[] {
  const seen = new Map<string, RoutedHost>();
  const at = graph._exposures.all.flatMap(exposure => {
    const { gateway, service } = exposure;
    const key = JSON.stringify([gateway.path, service.path]);
    const to = seen.get(key) ?? seenFrom(gateway, service, graph, clusterDomain);
    seen.set(key, to);
    return hostsOf(exposure).map(host => ({ gateway, host, exposed: { exposure, policy: graph._exposures.policyOf(exposure), to } }));
  });
  return [...grouped(at, ({ gateway, host }) => JSON.stringify([gateway.path, host])).values()].map(([first, ...others]) => {
    const { gateway, host } = first;
    const exposed = [first, ...others].map(each => each.exposed);
    const meant = new Set(exposed.flatMap(({ exposure }) => listenersAt(exposure, host)));
    return { gateway, host, exposed, listeners: gateway.listeners.filter(listener => meant.has(listener)) };
  });
}

/** The listeners at which what is exposed is reached by a host. */
export function listenersAt({ gateway, service, said: { port } }: Exposure, host: string): GatewayListener[] {
  return listenersFor(gateway, service, port).filter(listener => isNearest(listener, host, gateway.listeners));
}

/** The connections that are passed on at a host, by listener. */
export function connectionsAt({ gateway, host, exposed }: ExposedHost): ExposedConnections[] {
  return exposed.filter(({ to }) => !to.service.showsRequests).flatMap(({ exposure, to }) => {
    const { said, service } = exposure;
    if (gateway.existingGateway !== undefined) return [{ to, port: said.port, isByName: isByName(service, said) }];
    return listenersAt(exposure, host).map(listener => ({ to, port: listener.port, isByName: isByName(service, said, listener) }));
  });
}

function hostsOf({ gateway, service, said: { hosts, port } }: Exposure): string[] {
  if (hosts !== undefined) return hosts;
  return gateway.existingGateway === undefined ? distinct(listenersFor(gateway, service, port).flatMap(listener => listener.hosts)) : ['*'];
}

/** As the gateway sees it, which depends on it, so that it is known there; what it relays itself, as it is beyond. */
function seenFrom(gateway: IGateway, service: BackingService, graph: TopologyGraph, clusterDomain: string): RoutedHost {
  const { owner, primary } = service.locator;
  const hosts = routedHostsOf(service, graph, clusterDomain);
  const here = owner === ServiceOwner.WORKLOAD ? hosts : hosts.filter(host => host.namespace === rulingNamespaceOf(gateway, service, graph));
  const seen = here.find(({ dialled }) => dialled.includes(primary)) ?? here[0];
  return graph._relays.to(service)?.gateway === gateway ? onwardsOf(seen)[0] : seen;
}
