import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { selectedMakers } from '../model/selected-makers';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { capped } from '../private/capped';
import { distinct } from '../private/distinct';
import { labelsKey, LabelSets } from '../private/label-sets';
import { byCodePoint } from '../private/names';
import { quote } from '../private/topology-error';

/** BST806 */
export const podsOfTwoWorkloads = ourCheck<IAppCheck>({
  code: 'BST806',
  title: 'pods-of-two-workloads',
  severity: Severity.ERROR,
  rationale: 'Services, authorization and network policies find the pods of a workload by its selector. Pods that the selector of another workload '
    + 'matches too, or of an object that no workload is declared with, get the traffic of both, and whatever the policies of either allow. '
    + 'Source: istioctl analyze IST0159, https://istio.io/latest/docs/reference/config/analysis/ist0159/',
  fix: 'give the pods of each workload a label that no other workload of the namespace has, such as app, and select by it',

  check(context) {
    const all = context.graphs.flatMap(graph => graph.workloads.map(workload => ({ workload, graph })))
      .sort((a, b) => byCodePoint(a.workload.path, b.workload.path));
    const byNamespace = podsByNamespace(all);
    const groups = groupsOf(all);
    const ofWorkloads = [...new Set(groups.values())].flatMap(group => {
      const { workload } = group.first;
      const selected = distinct(byNamespace.get(workload.namespace)!.holding(workload.selector));
      const others = selected.filter(other => taken(group, other, groups.get(other)!));
      return others.length === 0 ? [] : [problemOf(workload, others.map(other => other.workload).sort((a, b) => byCodePoint(a.path, b.path)))];
    });
    return [...ofWorkloads, ...selectedMakers(context)];
  },
});

/** A workload, and the topology that knows its pods. */
interface Selecting {
  readonly workload: IWorkload;
  readonly graph: TopologyGraph;
}

/** Workloads of one namespace that select by the same labels: what is wrong with one is wrong with all, and is told once. */
interface Group {
  readonly rank: number;
  readonly first: Selecting;
  readonly graphs: Set<TopologyGraph>;
}

function podsByNamespace(all: readonly Selecting[]): Map<string, LabelSets<Selecting>> {
  const byNamespace = new Map<string, LabelSets<Selecting>>();
  for (const each of all) {
    const { namespace, versions } = each.workload;
    const sets = byNamespace.get(namespace) ?? new LabelSets<Selecting>();
    byNamespace.set(namespace, sets);
    for (const { labels } of versions) sets.add(labels, each);
  }
  return byNamespace;
}

/** What a topology does not guard concerns that topology alone, so that it is in a group with none of another. */
function groupsOf(all: readonly Selecting[]): Map<Selecting, Group> {
  const byKey = new Map<TopologyGraph | undefined, Map<string, Group>>();
  const groups = new Map<Selecting, Group>();
  let rank = 0;
  for (const each of all) {
    const { namespace, selector, guarded } = each.workload;
    const [owner, key] = [guarded ? undefined : each.graph, `${namespace} ${labelsKey(selector)}`];
    const ofOwner = byKey.get(owner) ?? new Map<string, Group>();
    byKey.set(owner, ofOwner);
    const group = ofOwner.get(key) ?? { rank: rank++, first: each, graphs: new Set() };
    ofOwner.set(key, group);
    group.graphs.add(each.graph);
    groups.set(each, group);
  }
  return groups;
}

/** Whether a group's selector takes pods that are another's. Where two groups take each other's, the first in the order of paths tells it. */
function taken(group: Group, other: Selecting, others: Group): boolean {
  if (other === group.first || !meet(group, other)) return false;
  return !(others.rank < group.rank && meet(others, group.first) && matches(other.workload, group.first.workload));
}

/** Another topology may know pods that it does not guard, such as a gateway's: it gives them no policies. */
function meet({ first, graphs }: Group, other: Selecting): boolean {
  return graphs.has(other.graph) || (first.workload.guarded && other.workload.guarded);
}

function matches({ selector }: IWorkload, { versions }: IWorkload): boolean {
  return versions.some(({ labels }) => Object.entries(selector).every(([key, value]) => labels[key] === value));
}

function problemOf(workload: IWorkload, others: IWorkload[]): Problem {
  const labels = Object.entries(workload.selector).map(([key, value]) => quote(`${key}=${value}`)).sort(byCodePoint);
  return Problem.of(
    workload,
    `selects ${capped(labels)}, and so the pods of ${capped(others.map(({ path }) => path))} in namespace ${workload.namespace} too`,
    others.some(other => labelsKey(other.selector) === labelsKey(workload.selector))
      ? 'give the pods of each of them a label that no other workload of the namespace has, and select by it; pods that are the same are one workload'
      : `add a label to the pods and the selector of ${workload.name} that the others do not have`,
  );
}
