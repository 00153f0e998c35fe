import { IAppCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { distinct } from '../private/distinct';
import { byCodePoint } from '../private/names';
import { quote } from '../private/topology-error';

/** BST806 */
export const podsOfTwoWorkloads = ourCheck<IAppCheck>({
  code: 'BST806',
  title: 'pods-of-two-workloads',
  severity: Severity.ERROR,
  rationale: 'Services, authorization and network policies find the pods of a workload by its selector. Pods that the selector of another workload '
    + 'matches too get the traffic of both, and whatever the policies of either allow. '
    + 'Source: istioctl analyze IST0159, https://istio.io/latest/docs/reference/config/analysis/ist0159/',
  fix: 'give the pods of each workload a label that no other workload of the namespace has, such as app, and select by it',

  check({ graphs }) {
    const selecting = graphs.flatMap(graph => graph.workloads.map(workload => ({ workload, graph })));
    const byLabel = new Map<string, Selecting[]>();
    for (const each of selecting) {
      const label = firstLabel(each.workload);
      const others = byLabel.get(label);
      if (others) others.push(each); else byLabel.set(label, [each]);
    }
    return selecting.flatMap(owner => selectorsOn(owner, byLabel).map(other => problemOf(owner.workload, other.workload)));
  },
});

/** A workload, and the topology that knows its pods. */
interface Selecting {
  readonly workload: IWorkload;
  readonly graph: TopologyGraph;
}

/** Where a selector is found: it can only match pods that carry its first label. */
function firstLabel({ namespace, selector }: IWorkload): string {
  const [key] = Object.keys(selector).sort(byCodePoint);
  return key === undefined ? namespace : place(namespace, key, selector[key]);
}

function place(namespace: string, key: string, value: string): string {
  return `${namespace} ${key}=${value}`;
}

/** The other workloads whose selectors match pods of this one. Of two that match each other's, the first in the order of paths is named. */
function selectorsOn(owner: Selecting, byLabel: ReadonlyMap<string, readonly Selecting[]>): Selecting[] {
  const { namespace, versions } = owner.workload;
  const carried = versions.flatMap(({ labels }) => Object.entries(labels).map(([key, value]) => place(namespace, key, value)));
  return distinct([namespace, ...carried]).flatMap(found => byLabel.get(found) ?? [])
    .filter(other => other.workload !== owner.workload && meet(owner, other) && matches(other.workload, owner.workload)
      && !(matches(owner.workload, other.workload) && owner.workload.path < other.workload.path));
}

/** Another topology may know pods that it does not guard, such as a gateway's: it gives them no policies. */
function meet(one: Selecting, other: Selecting): boolean {
  return one.graph === other.graph || (one.workload.guarded && other.workload.guarded);
}

function matches({ selector }: IWorkload, { versions }: IWorkload): boolean {
  return versions.some(({ labels }) => Object.entries(selector).every(([key, value]) => labels[key] === value));
}

function problemOf(owner: IWorkload, other: IWorkload): Problem {
  const labels = Object.entries(other.selector).map(([key, value]) => quote(`${key}=${value}`)).sort(byCodePoint).join(', ');
  return Problem.of(
    owner,
    `its pods in namespace ${owner.namespace} are also those of ${other.path}, which selects ${labels || 'every pod'}`,
    `add a label to the pods and the selector of ${other.path} that the pods of ${owner.name} do not have`,
  );
}
