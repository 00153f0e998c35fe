import { ITopologyCheck, ourCheck } from '../model/check';
import { Dependency } from '../model/dependency';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { IWorkload } from '../model/workload-interface';
import { callLimit, longestWait, patience, reckoning } from '../model/worst-case';
import { capped } from '../private/capped';

/** BST102 */
export const deadlineInversion = ourCheck<ITopologyCheck>({
  code: 'BST102',
  title: 'deadline-inversion',
  severity: Severity.ERROR,
  rationale: 'A service that waits longer for its own calls than its caller waits for it goes on working for nobody. '
    + 'The deadline should shrink on the way down. A stream has no end that anybody waits for, and nobody waits for what was sent and forgotten, so '
    + 'neither has a deadline to shrink. Source: https://sre.google/sre-book/addressing-cascading-failures/',
  fix: 'give the caller more time than the longest call behind it, or that call less',

  /** Judges the longest call only, so there is one finding for each caller, and one for all calls of a workload without a limit. */
  check({ graph }) {
    return graph.workloads.flatMap(workload => {
      const callers = graph.servicesOf(workload)
        .flatMap(service => graph.dependenciesOn(service))
        .filter(caller => caller.isSynchronous && patience(caller.policy) < Infinity);
      if (callers.length === 0) return [];
      const calls = graph.dependenciesOf(workload)
        .filter(call => call.isSynchronous && call.service.showsRequests)
        .map(call => ({ call, wait: longestWait(call.policy) }));
      const slowest = longest(calls.filter(({ wait }) => wait < Infinity));
      const endless = calls.filter(({ wait }) => wait === Infinity).map(({ call }) => call.service.name);
      return [
        ...endless.length > 0 ? [unlimited(workload, endless)] : [],
        ...slowest ? callers.flatMap(caller => outlasted(caller, slowest)) : [],
      ];
    });
  },
});

/** A call, and the milliseconds that its caller may have to wait for it. */
interface TimedCall {
  readonly call: Dependency;
  readonly wait: number;
}

function longest(calls: TimedCall[]): TimedCall | undefined {
  return calls.reduce<TimedCall | undefined>((slowest, call) => slowest && slowest.wait >= call.wait ? slowest : call, undefined);
}

function outlasted(caller: Dependency, { call, wait }: TimedCall): Problem[] {
  const limit = patience(caller.policy);
  if (wait <= limit) return [];
  const why = wait === callLimit(call.policy) ? `timeout ${wait} ms` : reckoning(call.policy);
  return [Problem.of(
    caller,
    `${caller.source.name} gives up on ${caller.service.name} after ${limit} ms, `
      + `but ${call.source.name} may wait longer than that for ${call.service.name}: ${why} > ${limit} ms`,
    `let ${caller.source.name} wait at least ${wait} ms for ${caller.service.name}, or ${call.source.name} at most ${limit} ms for ${call.service.name}`,
  )];
}

function unlimited(workload: IWorkload, called: readonly string[]): Problem {
  return Problem.unknown(
    workload,
    `callers of ${workload.name} give up after some time, but it calls ${capped(called)} without a timeout`,
    `set timeout on ${called.length === 1 ? `the call of ${called[0]}` : 'each of these calls'}`,
  );
}
