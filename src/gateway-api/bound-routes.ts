import { TopologyGraph } from '../model/topology-graph';
import { BoundRoute } from './bound-route';
import { boundToGateway, exposedHere } from './exposed-here';
import { ReleaseChannel } from './release-channel';
import { routeInWords } from './routes-in-words';
import { boundToService } from './service-routes';

/** How checks and objects come by the routes of a topology. @internal */
export type RoutesRead = (graph: TopologyGraph) => readonly BoundRoute[];

/** The routes of what gateways expose, and those of services if a mesh reads them; made once for each topology, as each check asks for them. */
export function boundRoutes(ofServices = false, channel = ReleaseChannel.STANDARD): RoutesRead {
  const made = new WeakMap<TopologyGraph, readonly BoundRoute[]>();
  return graph => {
    const routes = made.get(graph) ?? [
      ...exposedHere(graph).map(boundToGateway), ...ofServices ? graph.services.flatMap(service => boundToService(service, graph, channel)) : [],
    ].map(bound => ({ ...bound, routes: bound.routes.map(route => routeInWords(route, channel)) }));
    made.set(graph, routes);
    return routes;
  };
}
