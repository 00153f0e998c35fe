import { grouped } from '../private/grouped';
import { MadeService, serviceMadeBy } from '../private/made-service';
import { Address } from './address';
import { AppContext } from './app-context';
import { BackingService } from './backing-service';
import { EmittedObject } from './emitted-object';
import { placeOf } from './emitted-objects';
import { ServiceOwner } from './locator';
import { TopologyGraph } from './topology-graph';
import { IWorkload } from './workload-interface';

/** A Kubernetes Service that a backing service of a workload is at, and that is said to be there already. @internal */
export interface SaidService {
  readonly service: BackingService;
  readonly workload: IWorkload;
  readonly graph: TopologyGraph;
  readonly namespace: string;
  readonly name: string;
  /** What is said of it. */
  readonly addresses: readonly Address[];
}

/** The same, where the app has it. @internal */
export interface ServiceThere extends SaidService {
  readonly object: EmittedObject;
  readonly made: MadeService;
}

/** All that are said to be there, in the order of the services. */
export function saidServices({ graphs }: AppContext): SaidService[] {
  return graphs.flatMap(graph => graph.services.flatMap(service => {
    const { owner, declaresServices, workload, addresses, namespace } = service.locator;
    if (owner !== ServiceOwner.WORKLOAD || declaresServices) return [];
    return [...grouped(addresses, address => address.service!)]
      .map(([name, at]) => ({ service, workload: workload!, graph, namespace: namespace!, name, addresses: at }));
  }));
}

/** The Kubernetes Services of an app that something else than this package makes, found by their place. @internal */
export class ServicesByHand {
  private readonly byPlace = new Map<string, EmittedObject>();

  constructor(context: AppContext) {
    for (const object of context.objectsOf('', 'Service')) {
      if (object.byHand && !this.byPlace.has(placeOf(object))) this.byPlace.set(placeOf(object), object);
    }
  }

  public get all(): EmittedObject[] {
    return [...this.byPlace.values()];
  }

  /** The one that is meant: an object without a namespace goes wherever it is applied to. */
  public find({ namespace, name }: Pick<SaidService, 'namespace' | 'name'>): EmittedObject | undefined {
    return this.byPlace.get(placeOf({ namespace, name })) ?? this.byPlace.get(placeOf({ namespace: '', name }));
  }
}

/** Those that are said to be there and that the app has: of others, such as a Helm chart's that is installed elsewhere, nothing is known. */
export function servicesThere(context: AppContext): ServiceThere[] {
  const said = saidServices(context);
  if (said.length === 0) return [];
  const services = new ServicesByHand(context);
  return said.flatMap(each => {
    const object = services.find(each);
    return object ? [{ ...each, object, made: serviceMadeBy(object) }] : [];
  });
}
