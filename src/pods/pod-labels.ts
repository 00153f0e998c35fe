import { Workload as PlusWorkload } from 'cdk8s-plus-28';
import { PodVersion } from '../model/pods';
import { assertWhole } from '../private/bounds';
import { assertName, Names, sortedRecord } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';

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

/**
 * Throws BST801 if a version's name cannot be a subset's, BST010 if a number of pods is none, BST025 if there is no version or
 * two of them cannot be told apart.
 */
export function assertVersions(versions: PodVersion[], path: string): PodVersion[] {
  if (versions.length === 0) throw unfit(path, 'there is no version', 'leave "versions" out if there is one version without a name');
  const taken = new Set<string>();
  for (const { name, labels, replicas } of versions) {
    if (name !== undefined) assertName(Names.LABEL, name, path);
    if (replicas !== undefined) assertWhole('replicas', replicas, [0, 2 ** 31 - 1], path);
    for (const trait of [`name ${quote(name)}`, `labels ${JSON.stringify(sortedRecord(labels))}`]) {
      if (taken.has(trait)) throw unfit(path, `two versions have the ${trait}`, 'give each version a name and a label value of its own');
      taken.add(trait);
    }
  }
  if (versions.length > 1 && versions.some(version => version.name === undefined)) {
    throw unfit(path, 'one of several versions has no name', 'give each version a name and a label value of its own');
  }
  return versions;
}

function unfit(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST025', path, problem, fix });
}

function label(workload: PlusWorkload, key: string, value: string): void {
  if (workload.podMetadata.getLabel(key) === undefined) workload.podMetadata.addLabel(key, value);
}

function labelsOf(workload: PlusWorkload): Record<string, string> {
  const metadata = workload.podMetadata.toJson() as { labels?: Record<string, string> };
  return { ...metadata.labels };
}
