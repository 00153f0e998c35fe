import { accept } from '../private/boundary';
import { assertPort, assertWhole } from '../private/bounds';
import { distinct } from '../private/distinct';
import { frozenList, frozenMap } from '../private/frozen-copy';
import { assertLabels } from '../private/labels';
import { lockMembers } from '../private/lock-members';
import { assertName, byCodePoint, Names, sortedRecord } from '../private/names';
import { listed, quote, TopologyError } from '../private/topology-error';
import { heldMachines } from './machine-rules';
import { PodFacts, PodRelease, PodVersion } from './pods';

const ANSWER = 'what describe() of the pods gives';

/**
 * What is told of pods, held to the rules whoever told it: this package, or pods of somebody else. It is copied first, because an answer that is made
 * at each reading could be another one after the rules were asked. Lists and maps are sorted, and take no change.
 *
 * Throws BST021 if something is of another type than is due, BST025 if no label selects the pods, if a version lacks one of those that do or if
 * versions cannot be told apart, BST801 if a label cannot be one or a version's name cannot be a subset's, BST010 if a number of pods is none,
 * BST007 if a port does not exist; and what `heldMachines` throws.
 */
export function heldPods(told: PodFacts, path: string): PodFacts {
  accept('PodFacts', told, ANSWER, path);
  const { selector, versions, namespace, serviceAccountName, release, machines } = told;
  const held = {
    selector: Object.freeze(sortedRecord(selector)), versions: versions.map(heldVersion), namespace, serviceAccountName,
    ...release && { release: heldRelease(release) },
  };
  accept('PodFacts', held, ANSWER, path);
  assertSelector(held.selector, path);
  assertVersions(held.versions.sort((a, b) => byCodePoint(a.name ?? '', b.name ?? '')), path, held.release);
  assertSelected(held, path);
  return { ...held, versions: frozenList(held.versions), machines: machines && heldMachines(machines, held.versions, path) };
}

/** Throws BST025 if there is no label: an empty selector stands for every pod of the namespace. BST801 if a label cannot be one. */
export function assertSelector(selector: Record<string, string>, path: string): Record<string, string> {
  if (Object.keys(selector).length > 0) return assertLabels(selector, path);
  throw unfit(path, 'no label selects these pods', 'give the pods a label that no other pod of the namespace has, and select by it');
}

/**
 * Throws BST801 if a version's name cannot be a subset's or a label cannot be one, BST010 if a number of pods is none, BST007 if a port
 * does not exist, BST025 if there is no version or two of them cannot be told apart.
 */
export function assertVersions(versions: PodVersion[], path: string, release?: PodRelease): PodVersion[] {
  if (release) assertRelease(versions, release, path);
  if (versions.length === 0) throw unfit(path, 'there is no version', 'leave "versions" out if there is one version without a name');
  const taken = new Set<string>();
  for (const version of versions) {
    const { name, labels } = assertVersion(version, path);
    if (versions.length === 1) continue;
    for (const trait of [`name ${quote(name)}`, ...release ? [] : [`labels ${JSON.stringify(sortedRecord(labels))}`]]) {
      if (taken.has(trait)) throw unfit(path, `two versions have the ${trait}`, 'give each version a name and a label value of its own');
      taken.add(trait);
    }
  }
  if (versions.length > 1 && versions.some(version => version.name === undefined)) {
    throw unfit(path, 'one of several versions has no name', 'give each version a name and a label value of its own');
  }
  return versions;
}

/** Throws BST025 if a version lacks a label that is said to select it: its pods would get no traffic and no policy. */
export function assertSelected({ selector, versions }: Pick<PodFacts, 'selector' | 'versions'>, path: string): void {
  for (const { name, labels } of versions) {
    const lacking = Object.keys(selector).filter(key => labels[key] !== selector[key]).map(key => `${key}=${selector[key]}`);
    if (lacking.length === 0) continue;
    const which = name === undefined ? '' : ` of version ${quote(name)}`;
    throw unfit(path, `the pods${which} lack ${listed(lacking)}, by which they are selected`, 'select by labels that the pods of every version carry');
  }
}

/** Throws BST025 unless the versions are just the two of the release. */
function assertRelease(versions: readonly PodVersion[], { stable, canary }: PodRelease, path: string): void {
  const names = versions.map(({ name }) => name);
  if (stable !== canary && names.length === 2 && names.includes(stable) && names.includes(canary)) return;
  throw unfit(path, `the versions of the release are ${quote(stable)} and ${quote(canary)}, those of the pods ${listed(names.map(String))}`, 'give two versions, and name both in the release');
}

function assertVersion(version: PodVersion, path: string): PodVersion {
  const { name, labels, replicas, ports = [], portNames = {} } = version;
  if (name !== undefined) assertName(Names.LABEL, name, path);
  if (replicas !== undefined) assertWhole('replicas', replicas, [0, 2 ** 31 - 1], path);
  [...ports, ...Object.values(portNames)].forEach(port => assertPort(port, path));
  Object.keys(portNames).forEach(portName => assertName(Names.PORT, portName, path));
  assertLabels(labels, path);
  return version;
}

/** A version is a struct, which jsii has to tag, so it is locked and not frozen. */
function heldVersion({ name, labels, replicas, ports, portNames }: PodVersion): PodVersion {
  const held = {
    name, labels: frozenMap(labels), replicas, ports: ports && frozenList(distinct(ports).sort((a, b) => a - b)),
    portNames: portNames && Object.freeze(sortedRecord(portNames)),
  };
  lockMembers(held);
  return held;
}

function heldRelease({ stable, canary }: PodRelease): PodRelease {
  const held = { stable, canary };
  lockMembers(held);
  return held;
}

function unfit(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST025', path, problem, fix });
}
