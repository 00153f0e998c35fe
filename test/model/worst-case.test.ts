import * as fc from 'fast-check';
import { DependencyPolicy } from '../../src/model/dependency-policy';
import { RetryPolicy } from '../../src/model/retry-policy';
import { callLimit, longestWait, patience, pauses, reckoning, timeOf, tries, tryLimit } from '../../src/model/worst-case';
import { ms } from '../support/topology';

interface Numbers {
  readonly timeout?: number;
  readonly attempts?: number;
  readonly perTry?: number;
  readonly base?: number;
}

function policyOf({ timeout, attempts, perTry, base }: Numbers): DependencyPolicy {
  return {
    timeout: timeout === undefined ? undefined : ms(timeout),
    retry: attempts === undefined ? undefined : RetryPolicy.attempts(attempts, {
      perTryTimeout: perTry === undefined ? undefined : ms(perTry),
      backoff: base === undefined ? undefined : ms(base),
    }),
  };
}

const millis = fc.integer({ min: 1, max: 10_000 });
const optional = (arbitrary: fc.Arbitrary<number>) => fc.option(arbitrary, { nil: undefined });
const numbers = fc.record({ timeout: optional(millis), attempts: optional(fc.nat(10)), perTry: optional(millis), base: optional(millis) });

/** A clock that runs the worst day: every try runs out of its time, every pause is as long as it may be. */
function simulate({ timeout = Infinity, attempts = 0, perTry, base = 25 }: Numbers): number {
  let clock = 0;
  let pause = base;
  for (let attempt = 0; attempt <= attempts; attempt++) {
    if (attempt > 0) clock += pause;
    if (attempt > 0) pause = Math.min(2 * pause + base, 10 * base);
    clock += attempts > 0 ? perTry ?? timeout : timeout;
    if (clock >= timeout) return timeout;
  }
  return clock;
}

describe('what a policy says', () => {
  test.each<[string, Numbers, object]>([
    ['nothing limits a call without a policy', {}, { tries: 1, call: Infinity, try: Infinity, wait: Infinity, patience: Infinity }],
    ['a timeout limits call and try', { timeout: 500 }, { tries: 1, call: 500, try: 500, wait: 500, patience: 500 }],
    ['retries without a limit of their own share the timeout', { timeout: 500, attempts: 2 }, { tries: 3, call: 500, try: 500, wait: 500, patience: 500 }],
    ['tries that end before the timeout end the wait', { timeout: 5000, attempts: 2, perTry: 400 },
      { tries: 3, call: 5000, try: 400, wait: 1300, patience: 400 }],
    ['tries alone limit a call without a timeout', { attempts: 1, perTry: 400 }, { tries: 2, call: Infinity, try: 400, wait: 825, patience: 400 }],
    ['the timeout cuts tries that do not fit', { timeout: 1000, attempts: 2, perTry: 400 }, { tries: 3, call: 1000, try: 400, wait: 1000, patience: 400 }],
    ['a limit of a try above the timeout never acts', { timeout: 500, attempts: 1, perTry: 800 }, { tries: 2, call: 500, try: 800, wait: 500, patience: 500 }],
    ['the limit of a try falls away without repetitions', { timeout: 500, attempts: 0, perTry: 100 },
      { tries: 1, call: 500, try: 500, wait: 500, patience: 500 }],
  ])('%s', (_, values, expected) => {
    const policy = policyOf(values);
    const said = { tries: tries(policy), call: callLimit(policy), try: tryLimit(policy), wait: longestWait(policy), patience: patience(policy) };
    expect(said).toEqual(expected);
  });

  test('the reckoning shows tries, limit and pauses', () => {
    expect(reckoning(policyOf({ attempts: 2, perTry: 400 }))).toBe('3 × 400 ms + 100 ms backoff = 1300 ms');
  });

  test('so many tries take their time and the pauses between them', () => {
    const policy = policyOf({ attempts: 4, perTry: 1000, base: 10 });
    expect([1, 2, 3, 4, 5].map(count => timeOf(count, policy))).toEqual([1000, 2010, 3040, 4110, 5210]);
  });
});

test('pauses double and add the base, up to ten times the base', () => {
  expect([0, 1, 2, 3, 4, 5].map(count => pauses(count, 25))).toEqual([0, 25, 100, 275, 525, 775]);
});

describe('property', () => {
  test('the longest wait is what a clock shows on the worst day', () => {
    fc.assert(fc.property(numbers, values => {
      expect(longestWait(policyOf(values))).toBe(simulate(values));
    }));
  });

  test('nobody waits longer than the timeout, nor gives up on a try later than on the call', () => {
    fc.assert(fc.property(numbers, values => {
      const policy = policyOf(values);
      expect(longestWait(policy)).toBeLessThanOrEqual(callLimit(policy));
      expect(patience(policy)).toBeLessThanOrEqual(longestWait(policy));
    }));
  });

  test('one more repetition never shortens the longest wait', () => {
    fc.assert(fc.property(numbers, fc.integer({ min: 1, max: 9 }), (values, attempts) => {
      expect(longestWait(policyOf({ ...values, attempts: attempts + 1 }))).toBeGreaterThanOrEqual(longestWait(policyOf({ ...values, attempts })));
    }));
  });

  test('more time for a call, a try or a pause never shortens the longest wait', () => {
    fc.assert(fc.property(numbers, fc.constantFrom('timeout', 'perTry', 'base'), millis, (values, field, more) => {
      fc.pre(values[field] !== undefined);
      expect(longestWait(policyOf({ ...values, [field]: values[field]! + more }))).toBeGreaterThanOrEqual(longestWait(policyOf(values)));
    }));
  });
});
