import { Backend, ENTRANCES } from '../private/entrance';
import { grouped } from '../private/grouped';
import { serviceMadeBy } from '../private/made-service';
import { manifestOf } from '../private/manifest-member';
import { Address } from './address';
import { AppContext } from './app-context';
import { BackingService } from './backing-service';
import { EmittedObject } from './emitted-object';
import { placeOf } from './emitted-objects';
import { TopologyGraph } from './topology-graph';
import { versionServicesOf } from './version-services';
import { IWorkload } from './workload-interface';

/** A backing service of a guarded workload at one of its addresses, and the objects of the app that lead what comes from outside there. @internal */
export interface EnteredService extends GuardedAddress {
  readonly entrances: readonly EmittedObject[];
}

interface GuardedAddress {
  readonly service: BackingService;
  readonly workload: IWorkload;
  readonly graph: TopologyGraph;
  readonly address: Address;
}

/** Those of an app, in the order of the services. */
export function enteredServices(context: AppContext): EnteredService[] {
  const led = ENTRANCES.flatMap(({ group, kind, backends }) => context.objectsOf(group, kind).filter(({ byHand }) => byHand)
    .flatMap(object => backends(manifestOf(object), object.namespace).map(backend => ({ object, backend }))));
  if (led.length === 0) return [];
  const numbers = portNumbers(context);
  const byPlace = grouped(led, ({ backend }) => placeOf(backend));
  return guardedAddresses(context).flatMap(guarded => {
    const { namespace } = guarded.workload;
    const here = namesOf(guarded).flatMap(name => ['', namespace].flatMap(each => byPlace.get(placeOf({ namespace: each, name })) ?? [])
      .filter(({ backend }) => leadsTo(backend, guarded.address.port, numbers.get(placeOf({ namespace, name })))));
    return here.length === 0 ? [] : [{ ...guarded, entrances: [...new Set(here.map(({ object }) => object))] }];
  });
}

function guardedAddresses({ graphs }: AppContext): GuardedAddress[] {
  return graphs.flatMap(graph => graph.services.flatMap(service => {
    const { workload, addresses } = service.locator;
    return workload?.guarded ? addresses.map(address => ({ service, workload, graph, address })) : [];
  }));
}

/** The Service, and those of single versions beside it. */
function namesOf({ service: { locator }, address }: GuardedAddress): string[] {
  return [address.service!, ...versionServicesOf(locator).filter(({ common }) => common === address.service).map(({ name }) => name)];
}

/** The numbers of the ports of each Service of the app, by their names. */
function portNumbers(context: AppContext): Map<string, () => Map<string, number>> {
  return new Map(context.objectsOf('', 'Service').map(object => [placeOf(object), () => (
    new Map(serviceMadeBy(object).ports.flatMap(({ name, port }) => name === undefined ? [] : [[name, port] as const])))]));
}

/** A port that is not said, or whose number nobody tells, may be any. */
function leadsTo({ port }: Backend, dialled: number, numbers: (() => Map<string, number>) | undefined): boolean {
  const number = typeof port === 'string' ? numbers?.().get(port) : port;
  return number === undefined || number === dialled;
}
