import { BackingService } from '../model/backing-service';
import { TopologyGraph } from '../model/topology-graph';
import { distinct } from '../private/distinct';
import { byCodePoint } from '../private/names';

/** Two services that a namespace cannot tell apart. @internal */
export interface SharedPlace {
  readonly service: BackingService;
  /** The service that was there first, by construct path. */
  readonly other: BackingService;
  readonly namespace: string;
  /** What they share. */
  readonly place: string;
}

/** Services, of whichever topology, that one consumer namespace sees in one place; a service without a place is left out. */
export function sharedPlaces(graphs: readonly TopologyGraph[], placesOf: (service: BackingService) => readonly string[]): SharedPlace[] {
  const first = new Map<string, BackingService>();
  const services = graphs.flatMap(graph => graph.services.map(service => ({ service, namespaces: graph.consumerNamespacesOf(service) })));
  return services.sort((a, b) => byCodePoint(a.service.path, b.service.path)).flatMap(({ service, namespaces }) => {
    const places = distinct(placesOf(service));
    return namespaces.flatMap(namespace => places.flatMap(place => {
      const key = `${namespace} ${place}`;
      const other = first.get(key);
      if (other === undefined) first.set(key, service);
      return other === undefined || other === service ? [] : [{ service, other, namespace, place }];
    }));
  });
}
