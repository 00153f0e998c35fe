import * as fc from 'fast-check';
import { Severity } from '../../src/model/finding';
import { InteractionModel } from '../../src/model/interaction-model';
import { RetryCondition } from '../../src/model/retry-condition';
import { RetryPolicy } from '../../src/model/retry-policy';
import { Queue } from '../support/declare';
import { declareCalls, factorOf, heaviestByAllPaths, RandomCall, randomCalls, reaches } from '../support/random-calls';
import { Declaration } from '../support/topology';

const FIX = 'keep the retry on one call of the path, or repeat only on conditions that are safe (connect-failure, refused-stream)';
const SAFE = [RetryCondition.CONNECT_FAILURE, RetryCondition.REFUSED_STREAM, RetryCondition.RESET_BEFORE_REQUEST];
const retried = (attempts: number, on?: RetryCondition[]) => ({ retry: RetryPolicy.attempts(attempts, { on }) });

/** A call `web attempts orders`; a workload of the name `bank` stands for a third party. */
type Call = [string, number, string];

function declare(calls: Call[], on?: RetryCondition[]): Declaration {
  const declared = new Declaration();
  const workloads = new Map(['a', 'b', 'c', 'd', 'e'].map(name => [name, declared.workload(name)]));
  const bank = declared.external('bank');
  calls.forEach(([from, attempts, to]) =>
    workloads.get(from)!.calls(to === 'bank' ? bank : declared.api(workloads.get(to)!), retried(attempts, on)));
  return declared;
}

describe('BST112 retry-amplification', () => {
  test.each<[string, Call[], string[]]>([
    ['warns of more than four', [['a', 4, 'b']], [`warning a calls b-api: one request can become 5 of b-api: a → b-api ×5 = 5 > 4; ${FIX}`]],
    ['accepts four', [['a', 3, 'b']], []],
    ['accepts two layers of two', [['a', 1, 'b'], ['b', 1, 'c']], []],
    ['multiplies along the path and prints it', [['a', 2, 'b'], ['b', 2, 'c']],
      [`warning b calls c-api: one request can become 9 of c-api: a → b-api ×3 → c-api ×3 = 9 > 4; ${FIX}`]],
    ['warns of sixteen', [['a', 3, 'b'], ['b', 3, 'c']],
      [`warning b calls c-api: one request can become 16 of c-api: a → b-api ×4 → c-api ×4 = 16 > 4; ${FIX}`]],
    ['finds more than sixteen', [['a', 2, 'b'], ['b', 2, 'c'], ['c', 1, 'd']],
      [`error c calls d-api: one request can become 18 of d-api: a → b-api ×3 → c-api ×3 → d-api ×2 = 18 > 16; ${FIX}`]],
    ['counts the last call, to a third party', [['a', 2, 'b'], ['b', 2, 'bank']],
      [`warning b calls bank: one request can become 9 of bank: a → b-api ×3 → bank ×3 = 9 > 4; ${FIX}`]],
    ['goes on over calls without a retry, and reports at the last retry', [['a', 2, 'b'], ['b', 0, 'c'], ['c', 2, 'd'], ['d', 0, 'bank']],
      [`warning c calls d-api: one request can become 9 of d-api: a → b-api ×3 → c-api → d-api ×3 = 9 > 4; ${FIX}`]],
    ['takes the heaviest of several paths', [['a', 2, 'd'], ['b', 4, 'd'], ['c', 3, 'd'], ['d', 1, 'bank']],
      [`warning d calls bank: one request can become 10 of bank: b → d-api ×5 → bank ×2 = 10 > 4; ${FIX}`]],
    ['reports each end of a path that branches', [['a', 2, 'b'], ['b', 1, 'c'], ['b', 1, 'bank']], [
      `warning b calls bank: one request can become 6 of bank: a → b-api ×3 → bank ×2 = 6 > 4; ${FIX}`,
      `warning b calls c-api: one request can become 6 of c-api: a → b-api ×3 → c-api ×2 = 6 > 4; ${FIX}`,
    ]],
    ['still reports a branch whose other side goes further', [['a', 4, 'b'], ['a', 4, 'c'], ['c', 1, 'd']], [
      `warning a calls b-api: one request can become 5 of b-api: a → b-api ×5 = 5 > 4; ${FIX}`,
      `warning c calls d-api: one request can become 10 of d-api: a → c-api ×5 → d-api ×2 = 10 > 4; ${FIX}`,
    ]],
    ['leaves calls within a cycle out of the path, but reports the heaviest of them', [['a', 4, 'b'], ['b', 1, 'c'], ['c', 2, 'b']],
      [`warning b calls c-api: one request can become 10 of c-api: a → b-api ×5 → c-api ×2 = 10 > 4; ${FIX}`]],
  ])('%s', (_, calls, expected) => {
    expect(declare(calls).found('BST112')).toEqual(expected);
  });

  test('accepts any number of repetitions that the service cannot have processed', () => {
    expect(declare([['a', 10, 'b'], ['b', 10, 'c']], SAFE).found('BST112')).toEqual([]);
  });

  test('counts the repetitions if one condition is not safe', () => {
    expect(declare([['a', 4, 'b']], [...SAFE, RetryCondition.status(429)]).findings('BST112')).toHaveLength(1);
  });

  test('counts gRPC\'s default condition unavailable', () => {
    const declared = new Declaration();
    const [a, b] = declared.workloads('a', 'b');
    a.calls(declared.grpc(b), retried(4));
    expect(declared.findings('BST112')).toHaveLength(1);
  });

  test('ends a path at a message', () => {
    const declared = new Declaration();
    const [a, b, broker] = declared.workloads('a', 'b', 'broker');
    a.calls(declared.api(b), retried(4));
    b.publishes(new Queue(declared.api(broker), 'done'));
    broker.calls(declared.external('bank'), retried(9));
    expect(declared.findings('BST112').map(({ problem }) => problem)).toEqual([
      'one request can become 5 of b-api: a → b-api ×5 = 5 > 4',
      'one request can become 10 of bank: broker → bank ×10 = 10 > 4',
    ]);
  });

  test.each([InteractionModel.STREAM, InteractionModel.FIRE_AND_FORGET])('ends a path at a call that is not waited for, and counts its own tries: %s', interaction => {
    const declared = new Declaration();
    const [a, b, c] = declared.workloads('a', 'b', 'c');
    a.calls(declared.api(b), retried(3));
    b.calls(declared.api(c), { ...retried(3), interaction });
    c.calls(declared.external('bank'), retried(3));
    expect(declared.found('BST112')).toEqual([]);
  });

  test('reports a call that is not waited for by its own tries, with the path that begins at its caller, whatever is behind it', () => {
    const declared = new Declaration();
    const [a, b, c] = declared.workloads('a', 'b', 'c');
    a.calls(declared.api(b), retried(3));
    b.calls(declared.api(c), { ...retried(4), interaction: InteractionModel.FIRE_AND_FORGET });
    c.calls(declared.external('bank'), retried(5));
    expect(declared.found('BST112')).toEqual([
      `warning b calls c-api: one request can become 5 of c-api: b → c-api ×5 = 5 > 4; ${FIX}`, `warning c calls bank: one request can become 6 of bank: c → bank ×6 = 6 > 4; ${FIX}`]);
  });

  test('cuts the beginning of a path above 32 calls', () => {
    const declared = new Declaration();
    const chain = declared.workloads(...Array.from({ length: 34 }, (_, index) => `w${index}`));
    chain.slice(1).forEach((to, index) => chain[index].calls(declared.api(to), retried(1)));
    const [{ path, problem }] = declared.findings('BST112');
    expect(path).toBe('w32 calls w33-api');
    expect(problem).toMatch(/: … → w2-api ×2 → w3-api ×2 → .* → w33-api ×2 = 8589934592 > 16$/);
  });

  test('says so where the product is beyond all numbers, in messages that stay short', () => {
    const declared = new Declaration();
    const chain = declared.workloads(...Array.from({ length: 1030 }, (_, index) => `w${index}`));
    chain.slice(1).forEach((to, index) => chain[index].calls(declared.api(to), retried(1)));
    const [{ problem, path }, ...others] = declared.findings('BST112');
    expect(problem).toMatch(/^one request can become more than 1000000000000 of w1029-api: … → .* = more than 1000000000000 > 16$/);
    expect([path, problem.length < 1000, others]).toEqual(['w1028 calls w1029-api', true, []]);
  });

  test('of a chain of 5,000 calls is one finding, however deep', () => {
    const declared = new Declaration();
    const chain = declared.workloads(...Array.from({ length: 5001 }, (_, index) => `w${index}`));
    chain.slice(1).forEach((to, index) => chain[index].calls(declared.api(to), retried(2)));
    const findings = declared.findings('BST112');
    expect(findings.map(({ severity, path }) => `${severity} ${path}`)).toEqual(['error w4999 calls w5000-api']);
    expect(JSON.stringify(findings).length).toBeLessThan(2000);
  });

  test('prints a path of 32 calls whole', () => {
    const declared = new Declaration();
    const chain = declared.workloads(...Array.from({ length: 33 }, (_, index) => `w${index}`));
    chain.slice(1).forEach((to, index) => chain[index].calls(declared.api(to), retried(1)));
    expect(declared.findings('BST112')[0].problem).toContain(': w0 → w1-api ×2 → ');
  });

  test('is acknowledged on the call that is reported', () => {
    const declared = declare([['a', 4, 'b']]);
    declared.topology.acknowledge('BST112', declared.topology, 'b answers from memory');
    expect(declared.found('BST112')).toEqual([]);
  });
});

describe('BST112 on random calls', () => {
  const productOf = (calls: RandomCall[], call: RandomCall) => heaviestByAllPaths(calls, call.from) * factorOf(call);
  const idOf = (call: RandomCall) => `w${call.from} calls w${call.to}-api`;

  test('reports what walking all paths finds, where no later call finds more', () => {
    fc.assert(fc.property(randomCalls, calls => {
      const repeated = calls.filter(call => factorOf(call) > 1);
      const outdone = (call: RandomCall) => repeated.some(later =>
        (later.from === call.to || reaches(calls, call.to, later.from)) && productOf(calls, later) > productOf(calls, call));
      const expected = repeated.filter(call => productOf(calls, call) > 4 && !outdone(call))
        .map(call => `${productOf(calls, call) > 16 ? Severity.ERROR : Severity.WARNING} ${idOf(call)} ${productOf(calls, call)}`);
      const found = declareCalls(calls).declared.findings('BST112')
        .map(({ severity, path, problem }) => `${severity} ${path} ${/= (\d+) >/.exec(problem)![1]}`);
      expect(found).toEqual(expected.sort((a, b) => a.split(' ').slice(1).join(' ') < b.split(' ').slice(1).join(' ') ? -1 : 1));
    }), { numRuns: 200 });
  });

  test('finds no less after one more repetition', () => {
    const worst = (calls: RandomCall[]) => Math.max(0, ...declareCalls(calls).declared.findings('BST112').map(({ problem }) => Number(/= (\d+) >/.exec(problem)![1])));
    fc.assert(fc.property(randomCalls, fc.nat(), (calls, pick) => {
      fc.pre(calls.length > 0);
      const more = calls.map((call, index) => index === pick % calls.length ? { ...call, attempts: call.attempts + 1 } : call);
      expect(worst(more)).toBeGreaterThanOrEqual(worst(calls));
    }));
  });
});
