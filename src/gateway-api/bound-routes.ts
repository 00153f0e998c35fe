import { TopologyGraph } from '../model/topology-graph';
import { BoundRoute } from './bound-route';
import { boundToGateway, exposedHere } from './exposed-here';
import { ReleaseChannel } from './release-channel';
import { routeInWords } from './routes-in-words';
import { boundToService } from './service-routes';
import { ThirdPartyKinds } from './third-party-kinds';
import { boundToThirdParties } from './third-party-routes';

/** How checks and objects come by the routes of a topology. @internal */
export type RoutesRead = (graph: TopologyGraph) => readonly BoundRoute[];

/** Which routes are made, and in which words. @internal */
export interface RoutesMeant {
  readonly ofServices?: boolean;
  readonly channel?: ReleaseChannel;
  readonly thirdParties?: ThirdPartyKinds;
}

/** The routes of what gateways expose, and those of services if a mesh reads them; made once for each topology, as each check asks for them. */
export function boundRoutes({ ofServices = false, channel = ReleaseChannel.STANDARD, thirdParties }: RoutesMeant = {}): RoutesRead {
  const made = new WeakMap<TopologyGraph, readonly BoundRoute[]>();
  return graph => {
    const routes = made.get(graph) ?? [
      ...exposedHere(graph).map(boundToGateway), ...ofServices ? graph.services.flatMap(service => boundToService(service, graph, channel)) : [],
      ...thirdParties ? boundToThirdParties(graph, thirdParties) : [],
    ].map(bound => ({ ...bound, routes: bound.routes.map(route => routeInWords(route, channel)) }));
    made.set(graph, routes);
    return routes;
  };
}
