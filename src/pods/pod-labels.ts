import { PodVersion } from '../model/pods';
import { lastingLabels } from '../private/lasting-labels';
import { TopologyError } from '../private/topology-error';
import { WorkloadResource } from './workload-resource';

const VERSION = 'version';
const NAME = 'app.kubernetes.io/name';

/** What the pods of one resource are as a version; a named one gets the labels that tell it apart and hold it together. */
export function versionOf(resource: WorkloadResource, name?: string, workloadName?: string): PodVersion {
  if (name !== undefined && workloadName !== undefined) {
    label(resource, VERSION, name);
    label(resource, NAME, workloadName);
  }
  const { labels, replicas, ports, portNames } = resource;
  return { name, labels, replicas, ports, portNames };
}

/** The labels that all versions carry with the same value, from release to release; throws BST025 if there are none. */
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
  return lastingLabels(Object.fromEntries(common));
}

function label(resource: WorkloadResource, key: string, value: string): void {
  if (resource.labels[key] === undefined) resource.label(key, value);
}
