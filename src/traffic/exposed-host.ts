import { BackingService } from '../model/backing-service';
import { DependencyPolicy } from '../model/dependency-policy';
import { Exposure } from '../model/exposure';
import { isByName, listenersFor } from '../model/exposure-rules';
import { IGateway } from '../model/gateway-interface';
import { ServiceOwner } from '../model/locator';
import { TopologyGraph } from '../model/topology-graph';
import { distinct } from '../private/distinct';
import { grouped } from '../private/grouped';
import { RoutedHost, routedHostsOf } from './routed-host';

/** What is exposed at one host of a gateway. @internal */
export interface ExposedHost {
  readonly gateway: IGateway;
  /** The name that clients ask for; `*` for any. */
  readonly host: string;
  /** What of it there is, sorted by path. */
  readonly exposed: readonly ExposedService[];
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
    const key = JSON.stringify([gateway.namespace, service.path]);
    const to = seen.get(key) ?? seenFrom(gateway, service, graph, clusterDomain);
    seen.set(key, to);
    return hostsOf(exposure).map(host => ({ gateway, host, exposed: { exposure, policy: graph._exposures.policyOf(exposure), to } }));
  });
  return [...grouped(at, ({ gateway, host }) => JSON.stringify([gateway.path, host])).values()].map(([first, ...others]) => (
    { gateway: first.gateway, host: first.host, exposed: [first, ...others].map(({ exposed }) => exposed) }));
}

/** The connections that are passed on at a host, by listener. */
export function connectionsAt({ gateway, host, exposed }: ExposedHost): ExposedConnections[] {
  return exposed.filter(({ to }) => !to.service.showsRequests).flatMap(({ exposure: { said, service }, to }) => {
    if (gateway.existingGateway !== undefined) return [{ to, port: said.port, isByName: isByName(said) }];
    const listeners = listenersFor(gateway, service, said.port).filter(({ hosts }) => said.hosts !== undefined || hosts.includes(host));
    return listeners.map(listener => ({ to, port: listener.port, isByName: isByName(said, listener) }));
  });
}

function hostsOf({ gateway, service, said: { hosts, port } }: Exposure): string[] {
  if (hosts !== undefined) return hosts;
  return gateway.existingGateway === undefined ? distinct(listenersFor(gateway, service, port).flatMap(listener => listener.hosts)) : ['*'];
}

/** As the namespace of the gateway's pods sees it. The gateway depends on it, so that it is known there. */
function seenFrom({ namespace }: IGateway, service: BackingService, graph: TopologyGraph, clusterDomain: string): RoutedHost {
  const { owner, primary } = service.locator;
  const hosts = routedHostsOf(service, graph, clusterDomain);
  const here = owner === ServiceOwner.WORKLOAD ? hosts : hosts.filter(host => host.namespace === namespace);
  return here.find(({ dialled }) => dialled.includes(primary)) ?? here[0];
}
