import { capped } from '../private/capped';
import { labelsKey, LabelSets } from '../private/label-sets';
import { byCodePoint } from '../private/names';
import { quote } from '../private/topology-error';
import { AppContext } from './app-context';
import { PodMaker, podMakers } from './pod-maker';
import { Problem } from './problem';
import { IWorkload } from './workload-interface';

/**
 * Workloads that select the pods of more objects of the app than they have versions: what makes a version is one object, so some of these pods are another's.
 * Those that another workload is declared with are left to the rule of two workloads.
 *
 * @internal
 */
export function selectedMakers(context: AppContext): Problem[] {
  const byNamespace = makersByNamespace(podMakers(context));
  if (byNamespace.size === 0) return [];
  const guarded = context.graphs.flatMap(graph => graph.workloads).filter(workload => workload.guarded);
  return onePerSelector(guarded).flatMap(workload => {
    const { namespace, selector, versions, release } = workload;
    const own = new Set(versions.map(({ labels }) => labelsKey(labels)));
    const selected = ['', namespace].flatMap(place => byNamespace.get(place)?.holding(selector) ?? [])
      .filter(({ isDeclared, made }) => !isDeclared || own.has(labelsKey(made.labels)));
    if (selected.length <= (release ? 1 : versions.length)) return [];
    return [problemOf(workload, selected.map(({ object }) => object.path).sort(byCodePoint))];
  });
}

function makersByNamespace(makers: readonly PodMaker[]): Map<string, LabelSets<PodMaker>> {
  const byNamespace = new Map<string, LabelSets<PodMaker>>();
  for (const maker of makers) {
    const sets = byNamespace.get(maker.object.namespace) ?? new LabelSets<PodMaker>();
    byNamespace.set(maker.object.namespace, sets);
    sets.add(maker.made.labels, maker);
  }
  return byNamespace;
}

/** What several select alike is told of the first in the order of paths. */
function onePerSelector(workloads: readonly IWorkload[]): IWorkload[] {
  const first = new Map<string, IWorkload>();
  for (const workload of [...workloads].sort((a, b) => byCodePoint(a.path, b.path))) {
    const key = `${workload.namespace} ${labelsKey(workload.selector)}`;
    if (!first.has(key)) first.set(key, workload);
  }
  return [...first.values()];
}

function problemOf(workload: IWorkload, makers: readonly string[]): Problem {
  const { selector, versions } = workload;
  const labels = Object.entries(selector).map(([key, value]) => quote(`${key}=${value}`)).sort(byCodePoint);
  return Problem.of(
    workload,
    `selects ${capped(labels)}, and so the pods that ${makers.length} objects make, while ${versions.length === 1 ? 'one object makes' : `${versions.length} make`} its own: ${capped(makers)}`,
    'give the pods of what is not this workload other labels, and declare what is a version of it with Pods.versions',
  );
}
