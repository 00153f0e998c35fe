import { costs, KernelTraffic, MemberCost } from './kernel-trace';

/** The most that one member may cost that the kernel calls. */
export interface Ceiling {
  /** Callbacks on one object. */
  readonly perObject: number;
  /** Calls to the kernel in one callback. */
  readonly calls: number;
}

/**
 * What crossing the border between the languages may cost, in `examples/extending/python`. A service of the example has one consumer,
 * so callbacks of `bind` per object are callbacks per binding. A struct is fetched member by member: each member more of a dependency's policy is a call more for
 * each dependency that the check reads. Whoever makes a crossing cheaper lowers its ceiling here.
 */
export const CEILINGS: Readonly<Record<string, Ceiling>> = {
  bind: { perObject: 1, calls: 1 },
  check: { perObject: 1, calls: 44 },
};

/** What is over its ceiling. A member that was never called is too: then nothing was measured. */
export function overCeiling(measured: readonly MemberCost[], ceilings: Readonly<Record<string, Ceiling>>): string[] {
  return Object.entries(ceilings).flatMap(([member, ceiling]) => {
    const cost = measured.find(other => other.member === member);
    if (!cost) return [`${member} was never called`];
    return [
      ...cost.perObject > ceiling.perObject ? [`${member}: ${cost.perObject} callbacks per object, at most ${ceiling.perObject} are allowed`] : [],
      ...cost.calls > ceiling.calls ? [`${member}: ${cost.calls} kernel calls per callback, at most ${ceiling.calls} are allowed`] : [],
    ];
  });
}

/** The figures: a line for each member that the kernel called, and one for the program. */
export function inWords(traffic: KernelTraffic): string {
  const lines = costs(traffic).map(({ member, callbacks, objects, perObject, calls }) => (
    `${member}: ${callbacks} callbacks on ${objects} objects, at most ${perObject} on one; at most ${calls} kernel calls in one`));
  return [...lines, `${traffic.calls} kernel calls in the whole program`].join('\n');
}
