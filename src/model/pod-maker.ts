import { labelsKey } from '../private/label-sets';
import { MadePods, podsMadeBy } from '../private/made-pods';
import { AppContext } from './app-context';
import { EmittedObject } from './emitted-object';

/** An object of the app that makes pods and is none of ours, such as a Deployment. @internal */
export interface PodMaker {
  readonly object: EmittedObject;
  readonly made: MadePods;
  /** Whether a workload is declared with exactly these pods. What is wrong with them is said of the workload then. */
  readonly isDeclared: boolean;
}

/** Those of an app, in the order of the construct tree. @internal */
export function podMakers({ graphs, objects }: AppContext): PodMaker[] {
  const declared = new Set<string>();
  for (const { namespace, versions } of graphs.flatMap(graph => graph.workloads)) {
    for (const { labels } of versions) declared.add(`${namespace} ${labelsKey(labels)}`).add(` ${labelsKey(labels)}`);
  }
  return objects.filter(({ byHand }) => byHand).flatMap(object => {
    const made = podsMadeBy(object);
    return made ? { object, made, isDeclared: declared.has(`${object.namespace} ${labelsKey(made.labels)}`) } : [];
  });
}

/** Whether a maker's pods run in a namespace, as far as can be told: an object without one goes wherever it is applied to. @internal */
export function mayRunIn({ object }: PodMaker, namespace: string): boolean {
  return object.namespace === '' || object.namespace === namespace;
}
