import { Finding, ITopologyCheck, Severity } from '../model/check';
import { IWorkload } from '../model/workload-interface';
import { byCodePoint } from '../private/names';
import { quote } from '../private/topology-error';

/** BST806 */
export const podsOfTwoWorkloads: ITopologyCheck = {
  code: 'BST806',
  title: 'pods-of-two-workloads',
  severity: Severity.ERROR,
  rationale: 'Services, authorization and network policies find the pods of a workload by its selector. Pods that the selector of another workload '
    + 'matches too get the traffic of both, and whatever the policies of either allow. '
    + 'Source: istioctl analyze IST0159, https://istio.io/latest/docs/reference/config/analysis/ist0159/',
  fix: 'give the pods of each workload a label that no other workload of the namespace has, such as app, and select by it',

  check({ graph }) {
    const byLabel = new Map<string, IWorkload[]>();
    for (const workload of graph.workloads) {
      const label = firstLabel(workload);
      byLabel.set(label, [...byLabel.get(label) ?? [], workload]);
    }
    return graph.workloads.flatMap(owner => selectorsOn(owner, byLabel).map(other => finding(owner, other)));
  },
};

/** Where a selector is found: it can only match pods that carry its first label. */
function firstLabel({ namespace, selector }: IWorkload): string {
  const [key] = Object.keys(selector).sort(byCodePoint);
  return key === undefined ? namespace : place(namespace, key, selector[key]);
}

function place(namespace: string, key: string, value: string): string {
  return `${namespace} ${key}=${value}`;
}

/** The other workloads whose selectors match pods of this one. Of two that match each other's, the first in the order of paths is named. */
function selectorsOn(owner: IWorkload, byLabel: ReadonlyMap<string, readonly IWorkload[]>): IWorkload[] {
  const carried = owner.versions.flatMap(({ labels }) => Object.entries(labels).map(([key, value]) => place(owner.namespace, key, value)));
  return [...new Set([owner.namespace, ...carried])].flatMap(found => byLabel.get(found) ?? [])
    .filter(other => other !== owner && matches(other, owner) && !(matches(owner, other) && owner.node.path < other.node.path));
}

function matches({ selector }: IWorkload, { versions }: IWorkload): boolean {
  return versions.some(({ labels }) => Object.entries(selector).every(([key, value]) => labels[key] === value));
}

function finding(owner: IWorkload, other: IWorkload): Finding {
  const labels = Object.entries(other.selector).map(([key, value]) => quote(`${key}=${value}`)).sort(byCodePoint).join(', ');
  return {
    code: podsOfTwoWorkloads.code,
    severity: podsOfTwoWorkloads.severity,
    path: owner.node.path,
    problem: `its pods in namespace ${owner.namespace} are also those of ${other.node.path}, which selects ${labels || 'every pod'}`,
    fix: `add a label to the pods and the selector of ${other.node.path} that the pods of ${owner.name} do not have`,
  };
}
