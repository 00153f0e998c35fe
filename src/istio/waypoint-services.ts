import { BackingService } from '../model/backing-service';
import { beginsAtOwnService, hasOwnService } from '../model/own-service';
import { TopologyGraph } from '../model/topology-graph';
import { serviceNamesOf } from '../model/version-services';
import { IWorkload } from '../model/workload-interface';
import { distinct } from '../private/distinct';
import { grouped } from '../private/grouped';
import { byCodePoint } from '../private/names';

/** The Kubernetes Services of a workload that its waypoint stands before, those of single versions among them, sorted. */
export function servicesBehindWaypoint(workload: IWorkload, graph: TopologyGraph): string[] {
  return distinct(graph.servicesOf(workload).filter(hasOwnService).flatMap(({ locator }) => serviceNamesOf(locator))).sort(byCodePoint);
}

/** Services of a workload at the same Kubernetes Services. @internal */
export interface ServicesTogether {
  /** Names of the Kubernetes Services, those of single versions among them, sorted. */
  readonly names: string[];
  readonly services: BackingService[];
}

/** The services of a workload whose clients come by its waypoint, if only to learn of pods that they dial then, by the Kubernetes Services that they are at. */
export function servicesTogether(workload: IWorkload, graph: TopologyGraph): ServicesTogether[] {
  const namesOf = ({ locator }: BackingService) => distinct(serviceNamesOf(locator)).sort(byCodePoint);
  const together = grouped(graph.servicesOf(workload).filter(beginsAtOwnService), service => JSON.stringify(namesOf(service)));
  return [...together.values()].map(services => ({ names: namesOf(services[0]), services }));
}
