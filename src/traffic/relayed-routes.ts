import { IGateway } from '../model/gateway-interface';
import { Relay } from '../model/relay';
import { TopologyGraph } from '../model/topology-graph';
import { grouped } from '../private/grouped';
import { onwardsOf } from './relayed-host';
import { ANY_REQUEST } from './request-match';
import { RequestRoute, requestRoutesOf } from './request-routes';
import { RoutedHost, routedHostsOf } from './routed-host';

/** What a gateway relays to one host. @internal */
export interface RelayedHost {
  readonly gateway: IGateway;
  readonly host: string;
  /** The services at it, each at a port of the gateway of its own. */
  readonly members: readonly RelayedService[];
}

/** A service that is relayed there. @internal */
export interface RelayedService {
  /** The host as the gateway sees it. */
  readonly to: RoutedHost;
  /** Says at which port of the gateway. */
  readonly relay: Relay;
}

/** What the gateways of a topology relay, by gateway and host. */
export function relayedRoutesOf(graph: TopologyGraph, clusterDomain: string): RelayedHost[] {
  const all = graph._relays.all.flatMap(relay => routedHostsOf(relay.service, graph, clusterDomain).flatMap(onwardsOf).map(to => ({ relay, to })));
  return [...grouped(all, ({ relay: { gateway }, to }) => JSON.stringify([gateway.path, to.host])).values()].map(members => (
    { gateway: members[0].relay.gateway, host: members[0].to.host, members }));
}

/** The routes of requests that come to the gateway's port. What the service's own routes say has been done where they come from; what `calls()` of the gateway says is done here. */
export function relayedRequestsOf({ to, relay: { said: { port } } }: RelayedService): RequestRoute[] {
  const [{ policy }] = to.callers;
  return requestRoutesOf({ ...to, port, hasOtherPorts: true }, { name: to.service.name, requests: [ANY_REQUEST], policy }, []);
}
