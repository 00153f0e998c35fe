import { TopologyGraph } from '../model/topology-graph';
import { BoundRoute } from './bound-route';
import { boundToGateway, exposedHere } from './exposed-here';
import { boundToService } from './service-routes';

/** How checks and objects come by the routes of a topology. @internal */
export type RoutesRead = (graph: TopologyGraph) => readonly BoundRoute[];

/** The routes of what gateways expose, and those of services if a mesh reads them; made once for each topology, as each check asks for them. */
export function boundRoutes(ofServices = false): RoutesRead {
  const made = new WeakMap<TopologyGraph, readonly BoundRoute[]>();
  return graph => {
    const routes = made.get(graph) ?? [
      ...exposedHere(graph).map(boundToGateway), ...ofServices ? graph.services.flatMap(service => boundToService(service, graph)) : [],
    ];
    made.set(graph, routes);
    return routes;
  };
}
