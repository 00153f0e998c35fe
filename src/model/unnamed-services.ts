import { LabelSets } from '../private/label-sets';
import { MadePort, MadeService, serviceMadeBy } from '../private/made-service';
import { AppContext } from './app-context';
import { EmittedObject } from './emitted-object';
import { placeOf } from './emitted-objects';
import { portNumbersOf } from './port-names';
import { TopologyGraph } from './topology-graph';
import { serviceNamesOf } from './version-services';
import { IWorkload } from './workload-interface';

/** A Kubernetes Service of the app that no backing service is at, and a guarded workload whose pods it selects. @internal */
export interface UnnamedService {
  readonly object: EmittedObject;
  readonly made: MadeService;
  readonly workload: IWorkload;
  readonly graph: TopologyGraph;
}

type Guarded = Pick<UnnamedService, 'workload' | 'graph'>;

/** Those of an app, in the order of the construct tree. */
export function unnamedServices(context: AppContext): UnnamedService[] {
  const byHand = context.objectsOf('', 'Service').filter(object => object.byHand);
  if (byHand.length === 0) return [];
  const named = new Set(context.graphs.flatMap(({ services }) => services).flatMap(({ locator }) => (
    serviceNamesOf(locator).flatMap(name => [locator.namespace!, ''].map(namespace => placeOf({ namespace, name }))))));
  const guarded = guardedByNamespace(context);
  return byHand.filter(object => !named.has(placeOf(object))).flatMap(object => {
    const made = serviceMadeBy(object);
    if (Object.keys(made.selector).length === 0) return [];
    const selected = guarded.get(object.namespace)?.holding(made.selector) ?? [];
    return [...new Set(selected)].map(each => ({ object, made, ...each }));
  });
}

function guardedByNamespace({ graphs }: AppContext): Map<string, LabelSets<Guarded>> {
  const byNamespace = new Map<string, LabelSets<Guarded>>();
  for (const graph of graphs) {
    for (const workload of graph.workloads.filter(each => each.guarded)) {
      const sets = byNamespace.get(workload.namespace) ?? new LabelSets<Guarded>();
      byNamespace.set(workload.namespace, sets);
      const guarded = { workload, graph };
      for (const { labels } of workload.versions) sets.add(labels, guarded);
    }
  }
  return byNamespace;
}

/** The number of the port of the pods that a port leads to; nothing if the pods do not tell it. */
export function targetNumber({ target }: MadePort, { versions }: IWorkload): number | undefined {
  return typeof target === 'number' ? target : portNumbersOf(versions).get(target);
}
