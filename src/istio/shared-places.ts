import { BackingService } from '../model/backing-service';
import { TopologyGraph } from '../model/topology-graph';

/** Two services that a namespace cannot tell apart. @internal */
export interface SharedPlace {
  readonly service: BackingService;
  /** The service that was there first, by construct path. */
  readonly other: BackingService;
  readonly namespace: string;
}

/** Services that one consumer namespace sees in one place; a service without a place is left out. */
export function sharedPlaces(graph: TopologyGraph, placeOf: (service: BackingService) => string | undefined): SharedPlace[] {
  const first = new Map<string, BackingService>();
  return graph.services.flatMap(service => {
    const place = placeOf(service);
    if (place === undefined) return [];
    return graph.consumerNamespacesOf(service).flatMap(namespace => {
      const key = `${namespace} ${place}`;
      const other = first.get(key);
      first.set(key, other ?? service);
      return other === undefined ? [] : [{ service, other, namespace }];
    });
  });
}
