import type { Workload as PlusWorkload } from 'cdk8s-plus-28';
import { PodVersion } from '../model/pods';
import { listed, TopologyError } from '../private/topology-error';

const VERSION = 'version';
const NAME = 'app.kubernetes.io/name';
/** cdk8s-plus puts it on the pods of one object and on no others, so that nothing can be selected besides. */
const ADDRESS = 'cdk8s.io/metadata.addr';

/** What one cdk8s-plus workload is as a version; a named one gets the labels that tell it apart and hold it together. */
export function versionOf(workload: PlusWorkload, name?: string, workloadName?: string): PodVersion {
  if (name !== undefined && workloadName !== undefined) {
    label(workload, VERSION, name);
    label(workload, NAME, workloadName);
  }
  const replicas = 'replicas' in workload ? workload.replicas as number | undefined : undefined;
  return { name, labels: labelsOf(workload), replicas, ports: portsOf(workload) };
}

/** The labels that select the pods of a cdk8s-plus workload; throws BST025 if it selects by what no label can say, so that labels alone would select more. */
export function selectorOf(workload: PlusWorkload): Record<string, string> {
  const labels = workload.matchLabels;
  if (ADDRESS in labels) return labels;
  const unsaid = workload.matchExpressions.filter(({ key, operator, values = [] }) => {
    if (operator !== 'In' || values.length !== 1 || (labels[key] ?? values[0]) !== values[0]) return true;
    labels[key] = values[0];
    return false;
  });
  if (unsaid.length === 0) return labels;
  throw new TopologyError({
    code: 'BST025',
    path: workload.node.path,
    problem: `the pods are selected by more than labels: ${listed(unsaid.map(({ key, operator, values = [] }) => [key, operator, ...values].join(' ')))}; `
      + 'policies and Services select by labels alone, and would take pods that are not these',
    fix: 'select by labels that only these pods have, LabelSelector.of({ labels })',
  });
}

/** The labels that all versions carry with the same value; throws BST025 if there are none. */
export function commonLabels(versions: PodVersion[], workload: string): Record<string, string> {
  const common = Object.entries(versions[0].labels)
    .filter(([key, value]) => key !== VERSION && versions.every(version => version.labels[key] === value));
  if (common.length === 0) {
    throw new TopologyError({
      code: 'BST025',
      path: `Pods.versions of ${workload}`,
      problem: 'the versions share no label, so no Service could select all of them',
      fix: `give all pod templates the same ${NAME} label`,
    });
  }
  return Object.fromEntries(common);
}

function label(workload: PlusWorkload, key: string, value: string): void {
  if (workload.podMetadata.getLabel(key) === undefined) workload.podMetadata.addLabel(key, value);
}

/** The TCP ports that the containers declare; nothing if they declare none, because Kubernetes asks nobody to. */
function portsOf(workload: PlusWorkload): number[] | undefined {
  const declared = workload.containers.flatMap(({ ports }) => ports).filter(({ protocol = 'TCP' }) => String(protocol) === 'TCP');
  return declared.length === 0 ? undefined : declared.map(({ number }) => number);
}

function labelsOf(workload: PlusWorkload): Record<string, string> {
  const metadata = workload.podMetadata.toJson() as { labels?: Record<string, string> };
  return { ...metadata.labels };
}
