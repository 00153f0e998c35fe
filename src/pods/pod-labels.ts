import { Workload as PlusWorkload } from 'cdk8s-plus-28';
import { PodVersion } from '../model/pods';
import { TopologyError } from '../private/topology-error';

const VERSION = 'version';
const NAME = 'app.kubernetes.io/name';

/** What one cdk8s-plus workload is as a version; a named one gets the labels that tell it apart and hold it together. */
export function versionOf(workload: PlusWorkload, name?: string, workloadName?: string): PodVersion {
  if (name !== undefined && workloadName !== undefined) {
    label(workload, VERSION, name);
    label(workload, NAME, workloadName);
  }
  return { name, labels: labelsOf(workload), replicas: 'replicas' in workload ? workload.replicas as number | undefined : undefined };
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

function labelsOf(workload: PlusWorkload): Record<string, string> {
  const metadata = workload.podMetadata.toJson() as { labels?: Record<string, string> };
  return { ...metadata.labels };
}
