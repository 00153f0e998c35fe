import { listed } from '../private/topology-error';
import { Binding } from './binding';
import { ISubject } from './subject';
import { TlsAuthority } from './tls';
import { TopologyGraph } from './topology-graph';

/** Something that the code of a workload would have to know of the stage that it runs in. @internal */
export interface StageDifference {
  readonly kind: 'code' | 'tls';
  readonly subject: ISubject;
  readonly problem: string;
  readonly fix: string;
}

/** A stage, and the words for it in messages. @internal */
export interface Stage {
  readonly name: string;
  readonly graph: TopologyGraph;
}

/** One binding, as the code of a workload sees it, in words that are the same in two stages if the code can be. */
interface Seen {
  readonly binding: Binding;
  readonly bindingType: string;
  readonly protocol: string;
  readonly tls: string;
  readonly variables: readonly string[];
  readonly files: readonly string[];
}

/**
 * What workloads would have to know of their stage: each stage is compared with the first. Workloads and services are the same by their names; what only one stage has,
 * such as the container that serves a database in development, is no difference, unless a workload of both depends on it in one alone.
 */
export function stageDifferences([first, ...others]: readonly Stage[]): StageDifference[] {
  return others.flatMap(other => differencesOf(first, other));
}

function differencesOf(first: Stage, other: Stage): StageDifference[] {
  const there = new Map(first.graph.workloads.map(workload => [workload.name, workload]));
  return other.graph.workloads.flatMap(workload => {
    const same = there.get(workload.name);
    if (!same) return [];
    const [before, now] = [seenBy(first.graph.bindingsOf(same)), seenBy(other.graph.bindingsOf(workload))];
    const added = [...now].filter(([service]) => !before.has(service)).map(([, { binding }]) => alone(binding, other, first));
    return [...added, ...[...before].flatMap(([service, was]) => {
      const is = now.get(service);
      return is ? compared(was, first.name, is, other.name) : [alone(was.binding, first, other)];
    })];
  });
}

function alone(binding: Binding, here: Stage, there: Stage): StageDifference {
  return unlike(binding, `${binding.consumer.name} depends on ${binding.service.name} in ${here.name} and not in ${there.name}`);
}

/** By the names of the services. */
function seenBy(bindings: readonly Binding[]): Map<string, Seen> {
  return new Map(bindings.map(binding => [binding.service.name, seen(binding)]));
}

function seen(binding: Binding): Seen {
  const { primary: { protocol, tls } } = binding.service.locator;
  const verified = tls.authority === TlsAuthority.NONE ? 'TLS that nobody vouches for' : 'verified TLS';
  return {
    binding, bindingType: binding.bindingType, protocol: protocol.name,
    tls: tls.isOfClient ? verified : 'no TLS',
    variables: binding.variables.map(({ name }) => name),
    // Files that variables name are found by these, whatever they are called.
    files: binding.delivery.allFiles ? binding.files.map(({ file }) => `${binding.name}/${file}`) : [],
  };
}

function compared(before: Seen, first: string, now: Seen, other: string): StageDifference[] {
  const { binding } = now;
  const who = binding.consumer.name;
  const service = binding.service.name;
  const words = (what: 'bindingType' | 'protocol', told: string) => before[what] === now[what] ? []
    : [unlike(binding, `${service} ${told} ${before[what]} in ${first} and ${now[what]} in ${other}, and ${who} speaks one of them`)];
  return [
    ...words('bindingType', 'is of type'),
    ...words('protocol', 'speaks'),
    ...apart(before.variables, now.variables, first, other).map(told => unlike(binding, `${who} reads ${told(service)}`)),
    ...apart(before.files, now.files, first, other).map(told => unlike(binding, `${who} finds the file ${told(service)}`)),
    ...before.tls === now.tls ? [] : [unlikeTls(binding, `${who} enters ${service} with ${before.tls} in ${first} and with ${now.tls} in ${other}`)],
  ];
}

/** Names that one of two has alone, as part of a sentence. */
function apart(before: readonly string[], now: readonly string[], first: string, other: string): ((service: string) => string)[] {
  const told = (names: readonly string[], here: string, there: string) => names.length === 0 ? []
    : [(service: string) => `${listed(names)} of ${service} in ${here} and not in ${there}`];
  return [...told(before.filter(name => !now.includes(name)), first, other), ...told(now.filter(name => !before.includes(name)), other, first)];
}

function unlike(binding: Binding, problem: string): StageDifference {
  return {
    kind: 'code', subject: binding.dependencies[0], problem: `${problem}: its code would have to know the stage`,
    fix: 'declare the same in both, with credentials of the same parts and envNames that name what both have',
  };
}

function unlikeTls(binding: Binding, problem: string): StageDifference {
  return {
    kind: 'tls', subject: binding.dependencies[0], problem: `${problem}: what verifies a certificate in one has never been tried in the other`,
    fix: 'serve TLS in both and have it verified by the part "ca" of the credentials, or acknowledge that it differs',
  };
}
