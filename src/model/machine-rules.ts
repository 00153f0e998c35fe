import { isWithin, parseRange } from '../private/address-range';
import { assertWhole } from '../private/bounds';
import { assertCidrs } from '../private/cidr';
import { frozenList } from '../private/frozen-copy';
import { assertOutsideAddress, rangeOfHost } from '../private/ip-host';
import { assertNoUserinfo } from '../private/literal-secret';
import { lockMembers } from '../private/lock-members';
import { assertName, byCodePoint, NameRule } from '../private/names';
import { listed, quote, TopologyError } from '../private/topology-error';
import { assertPlace } from './locality-names';
import { Machine, MachineFacts } from './machine-facts';
import { PodVersion } from './pods';

/** Nothing but an address is one; a text of other signs than those of addresses and names may hold a password. */
const ADDRESS: NameRule = { what: 'the address of a machine', allowed: 'an IP address', pattern: /(?!)/, longest: 253, shown: /^[\w.:[\]-]*$/ };
/** Where a cloud answers its machines, each of which is another one there. */
const LINK_LOCAL = parseRange('169.254.0.0/16')!;
/** So that the weights of all machines together are a number that Envoy takes: below 2^32. */
const MOST_WEIGHT = 1_000_000;
const MOST_MACHINES = 4096;
/** Source: istio.io/api, label/labels.gen.go */
const OF_ISTIO = /^((security|networking|topology)\.istio\.io\/|istio-locality$)/;
const REACHED = 'give the IP address at which pods reach the machine';

/**
 * What is told of machines, held to the rules whoever told it, sorted by address.
 *
 * Throws BST025 if there is no machine, two have one address or one runs a version that the workload does not have, BST026 if no range is given, one is
 * none or a machine is in none of them, BST801 or BST032 if an address is none that a machine can have, BST801 if a locality cannot be one, BST010 if a weight is out of bounds.
 */
export function heldMachines(told: MachineFacts, versions: readonly PodVersion[], path: string): MachineFacts {
  const { known, cidrs, locality, weight, probe } = told;
  assertShare({ locality, weight }, path);
  const machines = known && heldKnown(known, versions, path);
  assertRanges(cidrs, path);
  const single = new Set(cidrs);
  const unsure = (machines ?? []).filter(({ address }) => !single.has(`${address}/32`) && !single.has(`${address}/128`));
  for (const { address } of unsure) assertInRange(address, cidrs, path);
  for (const { labels } of versions) assertOwnLabels(labels, path);
  const held = { known: machines, cidrs: frozenList([...cidrs].sort(byCodePoint)), locality, weight, probe };
  lockMembers(held);
  return held;
}

/** Throws BST025 if a label tells Istio of a machine what this program says elsewhere, or nobody. */
function assertOwnLabels(labels: Readonly<Record<string, string>>, path: string): void {
  const key = Object.keys(labels).find(each => OF_ISTIO.test(each));
  if (key !== undefined) throw unfit(path, `the label ${quote(key)} tells Istio of these machines otherwise than they are declared: how they are reached, and where they are`, 'leave it out');
}

function assertRanges(cidrs: string[], path: string): void {
  assertCidrs(cidrs, path, 'that the machines are in');
  if (cidrs.length > 0) return;
  throw new TopologyError({
    code: 'BST026', path, problem: 'no address range is given, and network policies would let nobody through to the machines', fix: 'give at least one range that they are in',
  });
}

function heldKnown(known: readonly Machine[], versions: readonly PodVersion[], path: string): Machine[] {
  if (known.length === 0) throw unfit(path, 'there is no machine', 'give at least one, or leave the machines out and let each make itself known: Machines.group()');
  if (known.length > MOST_MACHINES) throw unfit(path, `there are ${known.length} machines: allowed are ${MOST_MACHINES}`, 'let each make itself known: Machines.group()');
  const taken = new Set<string>();
  for (const machine of known) {
    assertAddress(machine.address, path);
    if (taken.size === taken.add(machine.address).size) throw unfit(path, `two machines have the address ${quote(machine.address)}`, 'give each machine once');
    assertShare(machine, path);
    assertVersion(machine, versions, path);
  }
  return frozenList([...known].sort((a, b) => byCodePoint(a.address, b.address)).map(({ address, version, locality, weight }) => {
    const held = { address, version, locality, weight };
    lockMembers(held);
    return held;
  }));
}

/** Throws BST801 or BST032 unless another machine can be reached there. A name is no address: a Kubernetes Service sends to addresses alone. */
function assertAddress(address: string, path: string): void {
  const range = rangeOfHost(address);
  if (range) assertOutsideAddress(address, range, path, 'machine');
  else assertName(ADDRESS, assertNoUserinfo(address, path), path, REACHED);
  if (!range || !isWithin(range, LINK_LOCAL)) return;
  throw new TopologyError({ code: 'BST032', path, problem: `the machine ${quote(address)} is not outside of the cluster: it is an address of one link, which pods are not on`, fix: REACHED });
}

function assertShare({ locality, weight }: Pick<Machine, 'locality' | 'weight'>, path: string): void {
  if (locality !== undefined) assertPlace(locality, path);
  if (weight !== undefined) assertWhole('weight', weight, [1, MOST_WEIGHT], path);
}

function assertVersion({ address, version }: Machine, versions: readonly PodVersion[], path: string): void {
  if (versions.some(({ name }) => name === version)) return;
  throw version === undefined
    ? unfit(path, `the machine ${quote(address)} runs no version, and others do`, 'name the version of each machine')
    : unfit(path, `the machine ${quote(address)} runs version ${quote(version)}, which the workload does not have`, 'name one of its versions');
}

function assertInRange(address: string, cidrs: readonly string[], path: string): void {
  if (cidrs.some(cidr => isWithin(rangeOfHost(address)!, parseRange(cidr)!))) return;
  throw new TopologyError({
    code: 'BST026', path, problem: `the machine ${quote(address)} is in none of its address ranges, ${listed(cidrs)}: no network policy would let anybody through to it`, fix: 'give a range that holds it',
  });
}

function unfit(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST025', path, problem, fix });
}
