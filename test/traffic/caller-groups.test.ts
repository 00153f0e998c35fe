import { HttpProvider, HttpService, WorkloadStanding } from '../../src';
import { CircuitBreaker } from '../../src/model/circuit-breaker';
import { CallOptions } from '../../src/model/dependency-options';
import { RetryCondition } from '../../src/model/retry-condition';
import { RetryPolicy } from '../../src/model/retry-policy';
import { CallerGroup, callerGroupsOf, isRestricted } from '../../src/traffic/caller-groups';
import { ANY_REQUEST } from '../../src/traffic/request-match';
import { newWorkload } from '../support/declare';
import { MeshDeclaration, USERS_CONTRACT } from '../support/mesh';
import { ms } from '../support/topology';

function shown(groups: CallerGroup[]): string[] {
  return groups.map(({ name, requests }) => `${name || '*'}: ${requests.flatMap(({ caller }) => caller?.name ?? []).join(',') || 'everybody'}`);
}

/** The groups of callers `a`, `b`, ... of one service. */
function groupsOf(kind: 'users' | 'payments', ...calls: CallOptions[]): CallerGroup[] {
  const declared = new MeshDeclaration();
  const service = declared[kind]({ contract: USERS_CONTRACT });
  calls.forEach((options, position) => declared.caller('abcdef'[position], service, options));
  return callerGroupsOf(declared.hosts(service)[0]);
}

const TWICE = { retry: RetryPolicy.attempts(2) };

describe('callers of a service of ours', () => {
  test('that are none leave one group, for everybody', () => {
    const declared = new MeshDeclaration();
    expect(callerGroupsOf(declared.hosts(declared.users())[0])).toEqual([{ name: '', requests: [ANY_REQUEST], policy: {} }]);
  });

  test('that is one rules for everybody', () => {
    const groups = groupsOf('users', { timeout: ms(100) });
    expect(shown(groups)).toEqual(['*: everybody']);
    expect(groups[0].policy.timeout).toEqual(ms(100));
  });

  test.each<[string, CallOptions, CallOptions]>([
    ['timeout', { timeout: ms(1000) }, { timeout: ms(1000) }],
    ['retry', TWICE, { retry: RetryPolicy.attempts(2) }],
    ['nothing and attempts 0, which are one thing', {}, { retry: RetryPolicy.attempts(0) }],
    ['attempts 0 in two ways', { retry: RetryPolicy.attempts(0, { backoff: ms(5) }) }, { retry: RetryPolicy.attempts(0, { perTryTimeout: ms(5) }) }],
    ['breaker, which is no matter of single requests', { circuitBreaker: CircuitBreaker.consecutiveErrors(5) }, {}],
    ['operations, which the policy of the called workload holds', { operations: ['getUser'] }, { operations: ['createUser'] }],
  ])('that agree share a group: %s', (_, a, b) => expect(shown(groupsOf('users', a, b))).toEqual(['*: everybody']));

  test.each<[string, CallOptions, CallOptions]>([
    ['timeout', { timeout: ms(1000) }, { timeout: ms(2000) }],
    ['number of retries', TWICE, { retry: RetryPolicy.attempts(1) }],
    ['time of a try', { retry: RetryPolicy.attempts(2, { perTryTimeout: ms(5) }) }, TWICE],
    ['conditions', { retry: RetryPolicy.attempts(2, { on: [RetryCondition.SERVER_ERROR] }) }, TWICE],
    ['pause', { retry: RetryPolicy.attempts(2, { backoff: ms(5) }) }, TWICE],
    ['what may be repeated', { ...TWICE, operations: ['getUser'] }, { ...TWICE, operations: ['createUser'] }],
  ])('that differ have groups of their own, everybody else last: %s', (_, a, b) =>
    expect(shown(groupsOf('users', a, b))).toEqual(['a: a', 'b: b', '*: everybody']));

  test('of a group of several name it together', () =>
    expect(shown(groupsOf('users', { timeout: ms(1) }, { timeout: ms(2) }, { timeout: ms(1) }))).toEqual(['a.c: a,c', 'b: b', '*: everybody']));

  test('that are new rename no group but their own', () => {
    const [x, y, z] = [1, 2, 3].map(millis => ({ timeout: ms(millis) }));
    const namesOf = (...calls: CallOptions[]) => groupsOf('users', ...calls).map(({ name }) => name);
    // The last caller is new in each: of a group that is there, of one that comes first, of one that comes last.
    expect(namesOf(x, x, y, y)).toEqual(['a.b', 'c.d', '']);
    expect(namesOf(x, x, y, y, x)).toEqual(['a.b.e', 'c.d', '']);
    expect(namesOf(x, x, y, y, z)).toEqual(['a.b', 'c.d', 'e', '']);
    expect(namesOf(z, x, x, y, y).slice(1)).toEqual(['b.c', 'd.e', '']);
  });

  test('that are many have a name of 63 characters at most, which depends on all of them', () => {
    const nameOf = (count: number) => {
      const declared = new MeshDeclaration();
      const users = declared.users();
      for (let i = 0; i < count; i++) declared.caller(`caller-${i}`, users, { timeout: ms(1) });
      declared.caller('other', users);
      return callerGroupsOf(declared.hosts(users)[0])[0].name;
    };
    expect(nameOf(6)).toBe('caller-0.caller-1.caller-2.caller-3.caller-4.caller-5');
    expect(nameOf(40)).toMatch(/^caller-0\.caller-1\.caller-10\..*\.[0-9a-f]{8}$/);
    expect(nameOf(40).length).toBeLessThanOrEqual(63);
    expect(nameOf(40)).toBe(nameOf(40));
    expect(nameOf(41)).not.toBe(nameOf(40));
  });

  test('have a name of 63 characters whole, and one of 64 shortened', () => {
    const nameOf = (...names: string[]) => {
      const declared = new MeshDeclaration();
      const users = declared.users();
      for (const name of names) declared.caller(name, users, { timeout: ms(1) });
      declared.caller('other', users);
      return callerGroupsOf(declared.hosts(users)[0])[0].name;
    };
    expect(nameOf('a'.repeat(31), 'b'.repeat(31))).toBe(`${'a'.repeat(31)}.${'b'.repeat(31)}`);
    expect(nameOf('a'.repeat(31), 'b'.repeat(32))).toMatch(/^a{31}\.b{22}\.[0-9a-f]{8}$/);
  });

  test.each<[string, CallOptions[], string[]]>([
    ['one', [{ timeout: ms(1) }], ['a: a', '*: everybody']], ['two that agree', [TWICE, TWICE], ['a.b: a,b', '*: everybody']],
    ['one that says nothing', [{}], ['*: everybody']],
  ])('of a workload that is not guarded yet rule for themselves alone, because others get in: %s', (_, calls, expected) => {
    const declared = new MeshDeclaration();
    const users = new HttpService(declared.topology, 'users-api', {
      provider: HttpProvider.workload(newWorkload(declared.topology, 'users', { standing: WorkloadStanding.MIGRATING }), { targetPort: 8080 }),
    });
    calls.forEach((options, position) => declared.caller('ab'[position], users, options));
    const groups = callerGroupsOf(declared.hosts(users)[0]);
    expect(shown(groups)).toEqual(expected);
    expect(groups.at(-1)!.policy.timeout).toBeUndefined();
  });

  test('that said nothing are everybody else, so they need no match', () => {
    const groups = groupsOf('users', {}, { timeout: ms(2) });
    expect(shown(groups)).toEqual(['b: b', '*: everybody']);
    expect(groups[1].policy).toEqual({});
  });
});

describe('callers of a third party', () => {
  test('are held to their operations as soon as one named some', () => {
    const declared = new MeshDeclaration();
    const payments = declared.payments({ contract: USERS_CONTRACT });
    declared.caller('a', payments);
    expect(isRestricted(declared.hosts(payments)[0])).toBe(false);
    const other = new MeshDeclaration();
    const restricted = other.payments({ contract: USERS_CONTRACT });
    other.caller('a', restricted);
    other.caller('b', restricted, { operations: ['getUser'] });
    expect(isRestricted(other.hosts(restricted)[0])).toBe(true);
  });

  test('are told apart by operations, and nobody else has a route', () =>
    expect(shown(groupsOf('payments', { operations: ['getUser'] }, { operations: ['createUser'] }, {}))).toEqual(['a: a', 'b: b', 'c: c']));

  test('that agree in operations share a group', () =>
    expect(shown(groupsOf('payments', { operations: ['getUser', 'listUsers'] }, { operations: ['listUsers', 'getUser'] }))).toEqual(['*: everybody']));

  test('of a service of ours are not held by routes', () => {
    const declared = new MeshDeclaration();
    const users = declared.users({ contract: USERS_CONTRACT });
    declared.caller('a', users, { operations: ['getUser'] });
    expect(isRestricted(declared.hosts(users)[0])).toBe(false);
  });
});
