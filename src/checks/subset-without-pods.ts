import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { PodVersion } from '../model/pods';
import { Problem } from '../model/problem';
import { IWorkload } from '../model/workload-interface';
import { capped } from '../private/capped';
import { quote } from '../private/topology-error';

/** BST604 */
export const subsetWithoutPods = ourCheck<ITopologyCheck>({
  code: 'BST604',
  title: 'subset-without-pods',
  severity: Severity.ERROR,
  rationale: 'The subset of a version selects, among the pods of the Service, those with the label "version: <name>". If none carries it, '
    + 'requests that are routed there fail with 503. Source: istioctl analyze IST0173, https://istio.io/latest/docs/reference/config/analysis/ist0173/',
  fix: 'label the pods of each version "version: <name>", besides the labels that all versions share',

  check({ graph }) {
    return graph.workloads
      .filter(workload => workload.release === undefined && graph.servicesOf(workload).length > 0)
      .flatMap(workload => workload.versions.flatMap(version => judge(workload, version)));
  },
});

function judge(workload: IWorkload, { name, labels }: PodVersion): Problem[] {
  if (name === undefined) return [];
  const selected: [string, string][] = [...Object.entries(workload.selector), ['version', name]];
  if (selected.every(([key, value]) => labels[key] === value)) return [];
  return [Problem.of(
    workload,
    `subset ${name} selects pods with ${shown(selected)}, but those of version ${name} carry ${shown(Object.entries(labels))}`,
    `label the pods of version ${name} with ${shown(selected)}, or name the version as its pods are labelled`,
  )];
}

function shown(labels: [string, string][]): string {
  return capped(labels.map(([key, value]) => quote(`${key}=${value}`)).sort());
}
