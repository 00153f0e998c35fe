import { Duration } from 'cdk8s';
import { RetryCondition, RetryOptions, RetryPolicy } from '../../src';
import { expectRefusal } from '../support/declare';

const all: Required<RetryOptions> = { perTryTimeout: Duration.millis(500), on: [RetryCondition.status(429)], backoff: Duration.millis(100) };

test('keeps every option', () => expect({ ...RetryPolicy.attempts(2, all) }).toEqual({ count: 2, ...all }));

test('spells out what is left out', () => {
  const { perTryTimeout, on, backoff } = RetryPolicy.attempts(0);
  expect([perTryTimeout, on, backoff.toMilliseconds()]).toEqual([undefined, undefined, 25]);
});

test.each([
  ['HTTP', false, ['connect-failure', 'refused-stream', 'gateway-error']], ['gRPC', true, ['connect-failure', 'refused-stream', 'unavailable']],
])('repeats %s calls on default conditions', (_, grpc, names) => expect(RetryPolicy.attempts(1).conditions(grpc).map(({ name }) => name)).toEqual(names));

test("the author's conditions replace the default ones, and a later change of the list does not", () => {
  const on = [RetryCondition.UNAVAILABLE];
  const policy = RetryPolicy.attempts(1, { on });
  on.pop();
  expect([policy.conditions(false), policy.conditions(true)]).toEqual([[RetryCondition.UNAVAILABLE], [RetryCondition.UNAVAILABLE]]);
});

test.each([0, 10])('accepts %d attempts', count => expect(RetryPolicy.attempts(count).count).toBe(count));

test.each([-1, 11, 1.5])('BST010: refuses %p attempts', count =>
  expectRefusal(() => RetryPolicy.attempts(count), 'BST010', 'RetryPolicy.attempts', `attempts "${count}"`, '0..10', 'give attempts within'));

test.each(['perTryTimeout', 'backoff'])('BST009: refuses a %s below a millisecond', option =>
  expectRefusal(() => RetryPolicy.attempts(1, { [option]: Duration.millis(0) }), 'BST009', 'RetryPolicy.attempts', `${option} of 0 milliseconds`, 'at least 1'));

test('BST028: refuses an empty list of conditions', () =>
  expectRefusal(() => RetryPolicy.attempts(1, { on: [] }), 'BST028', 'RetryPolicy.attempts', 'an empty list', 'RetryPolicy.attempts(0)'));

test.each<[string, (policy: RetryPolicy) => unknown]>([
  ['fewer conditions', policy => { policy.on!.length = 0; }], ['other conditions', policy => Object.assign(policy, { on: [] })],
  ['another count', policy => Object.assign(policy, { count: 1000 })],
])('cannot be given %s once it is made', (_, change) => expect(() => change(RetryPolicy.attempts(1, all))).toThrow(TypeError));
