import * as fc from 'fast-check';
import { Criticality } from '../../src/model/criticality';
import { CallOptions } from '../../src/model/dependency-options';
import { RetryCondition } from '../../src/model/retry-condition';
import { RetryPolicy } from '../../src/model/retry-policy';
import { Workload } from '../../src/model/workload';
import { Declaration, ms } from './topology';

/** One call between numbered workloads, in plain data. */
export interface RandomCall {
  readonly from: number;
  readonly to: number;
  readonly attempts: number;
  readonly safe: boolean;
  readonly optional: boolean;
  readonly timeout?: number;
  readonly perTry?: number;
}

/** Up to seven workloads and the calls between them, at most one for each pair. */
export const randomCalls: fc.Arbitrary<RandomCall[]> = fc.uniqueArray(fc.record({
  from: fc.nat(6),
  to: fc.nat(6),
  attempts: fc.nat(4),
  safe: fc.boolean(),
  optional: fc.boolean(),
  timeout: fc.option(fc.constantFrom(100, 200, 400, 800), { nil: undefined }),
  perTry: fc.option(fc.constantFrom(50, 100, 200), { nil: undefined }),
}), { maxLength: 14, selector: ({ from, to }) => `${from} ${to}` });

export function optionsOf({ attempts, safe, optional, timeout, perTry }: RandomCall): CallOptions {
  return {
    timeout: timeout === undefined ? undefined : ms(timeout),
    criticality: optional ? Criticality.OPTIONAL : Criticality.REQUIRED,
    retry: RetryPolicy.attempts(attempts, {
      perTryTimeout: perTry === undefined ? undefined : ms(perTry),
      on: safe ? [RetryCondition.CONNECT_FAILURE] : [RetryCondition.SERVER_ERROR],
    }),
  };
}

/** Declares the workloads `w0` to `w6` and the calls, in the orders given. */
export function declareCalls(calls: readonly RandomCall[], order = [0, 1, 2, 3, 4, 5, 6]): { declared: Declaration; workloads: Workload[] } {
  const declared = new Declaration();
  const workloads: Workload[] = [];
  for (const number of order) workloads[number] = declared.workload(`w${number}`);
  for (const number of order) declared.api(workloads[number]);
  for (const call of calls) workloads[call.from].calls(declared.api(workloads[call.to]), optionsOf(call));
  return { declared, workloads };
}

/** How often a call may be processed. */
export function factorOf({ attempts, safe }: RandomCall): number {
  return safe ? 1 : 1 + attempts;
}

/** Whether a number can be reached from another over at least one call. */
export function reaches(calls: readonly RandomCall[], from: number, to: number): boolean {
  const seen = new Set<number>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const call of calls) {
      if (call.from !== at || seen.has(call.to)) continue;
      seen.add(call.to);
      open.push(call.to);
    }
  }
  return seen.has(to);
}

/** The greatest product along any path to a number, found by walking all of them; calls within a cycle are left out. */
export function heaviestByAllPaths(calls: readonly RandomCall[], to: number): number {
  const straight = calls.filter(call => !reaches(calls, call.to, call.from));
  const walk = (at: number): number => Math.max(1, ...straight.filter(call => call.to === at).map(call => factorOf(call) * walk(call.from)));
  return walk(to);
}
