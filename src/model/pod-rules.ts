import { assertWhole } from '../private/bounds';
import { frozenList, frozenMap } from '../private/frozen-copy';
import { assertLabels } from '../private/labels';
import { lockMembers } from '../private/lock-members';
import { assertName, byCodePoint, Names, sortedRecord } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';
import { PodFacts, PodVersion } from './pods';

/**
 * The labels and versions of pods as they were told, whoever told them: this package, or pods of somebody else. Both are sorted, and take no change.
 *
 * Throws BST025 if no label selects the pods or versions cannot be told apart, BST801 if a label cannot be one or a version's name cannot be a
 * subset's, BST010 if a number of pods is none.
 */
export function heldPods({ selector, versions }: PodFacts, path: string): Pick<PodFacts, 'selector' | 'versions'> {
  const held = versions.map(heldVersion).sort((a, b) => byCodePoint(a.name ?? '', b.name ?? ''));
  return { selector: assertSelector(Object.freeze(sortedRecord(selector)), path), versions: assertVersions(frozenList(held), path) };
}

/** Throws BST025 if there is no label: an empty selector stands for every pod of the namespace. BST801 if a label cannot be one. */
export function assertSelector(selector: Record<string, string>, path: string): Record<string, string> {
  if (Object.keys(selector).length > 0) return assertLabels(selector, path);
  throw unfit(path, 'no label selects these pods', 'give the pods a label that no other pod of the namespace has, and select by it');
}

/**
 * Throws BST801 if a version's name cannot be a subset's or a label cannot be one, BST010 if a number of pods is none, BST025 if there is no version
 * or two of them cannot be told apart.
 */
export function assertVersions(versions: PodVersion[], path: string): PodVersion[] {
  if (versions.length === 0) throw unfit(path, 'there is no version', 'leave "versions" out if there is one version without a name');
  const taken = new Set<string>();
  for (const { name, labels, replicas } of versions) {
    if (name !== undefined) assertName(Names.LABEL, name, path);
    if (replicas !== undefined) assertWhole('replicas', replicas, [0, 2 ** 31 - 1], path);
    assertLabels(labels, path);
    if (versions.length === 1) continue;
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

/** A version is a struct, which jsii has to tag, so it is locked and not frozen. */
function heldVersion({ name, labels, replicas }: PodVersion): PodVersion {
  const held = { name, labels: frozenMap(labels), replicas };
  lockMembers(held);
  return held;
}

function unfit(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST025', path, problem, fix });
}
