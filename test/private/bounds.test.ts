import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { CircuitBreaker, ConnectionPool, RetryPolicy, Secrets } from '../../src';
import { assertDuration, assertPort, assertWhole } from '../../src/private/bounds';
import { accepts, expectRefusal, newKafka } from '../support/declare';
import { Declaration } from '../support/topology';

describe('a port', () => {
  test.each([1, 80, 65535])('accepts %d', port => expect(assertPort(port, 'shop/db')).toBe(port));

  test.each([0, -1, 65536, 80.5, NaN, Infinity, '80' as never])('BST007: refuses %p', port =>
    expectRefusal(() => assertPort(port, 'shop/db'), 'BST007', 'shop/db', `"${port}"`, 'whole number in 1..65535', 'give the port'));

  test('is accepted exactly where a socket can be bound', () => {
    fc.assert(fc.property(fc.oneof(fc.integer(), fc.double(), fc.integer({ min: -10, max: 65600 })), port => {
      const isUint16 = new Uint16Array([port])[0] === port && port !== 0;
      expect(accepts(() => assertPort(port, 'p'))).toBe(isUint16);
    }));
  });
});

describe('a duration', () => {
  test.each([Duration.millis(1), Duration.millis(1500), Duration.seconds(1.5), Duration.days(365), Duration.days(106_751)])('accepts %s', duration =>
    expect(assertDuration('timeout', duration, 'shop/a')).toBe(duration));

  test('accepts none', () => expect(assertDuration('timeout', undefined, 'shop/a')).toBeUndefined());

  test.each([[Duration.millis(0), '0'], [Duration.millis(0.5), '0.5'], [Duration.millis(1.5), '1.5'], [Duration.millis(NaN), 'NaN'], [Duration.days(106_752), '9223372800000'],
    [Duration.days(400_000), '34560000000000'], [Duration.millis(Infinity), 'Infinity']])(
    'BST009: refuses %s', (duration, got) =>
      expectRefusal(() => assertDuration('timeout', duration, 'shop/a'), 'BST009', 'shop/a', `timeout of ${got} milliseconds`, 'at least 1 and at most 9223372036854', 'Duration.millis(n)'));

  test('leaves a negative one to cdk8s, which cannot make it', () => {
    expect(() => Duration.millis(-1)).toThrow('Duration amounts cannot be negative');
  });

  test('is accepted exactly if it is a whole number of milliseconds above 0', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), millis => {
      expect(accepts(() => assertDuration('t', Duration.millis(millis), 'p'))).toBe(millis >= 1 && millis % 1 === 0);
    }));
  });
});

describe('a duration that Go cannot hold', () => {
  const tooLong = Duration.days(106_752);
  const calls: [string, (declared: Declaration) => unknown][] = [
    ['timeout', d => d.workload('web').calls(d.api(d.workload('api')), { timeout: tooLong })],
    ['connectTimeout', d => d.workload('web').calls(d.api(d.workload('api')), { connectTimeout: tooLong })],
    ['perTryTimeout', () => RetryPolicy.attempts(1, { perTryTimeout: tooLong })],
    ['backoff', () => RetryPolicy.attempts(1, { backoff: tooLong })],
    ['resetTimeout', () => CircuitBreaker.consecutiveErrors(1, { resetTimeout: tooLong })],
    ['interval', () => CircuitBreaker.consecutiveErrors(1, { interval: tooLong })],
    ['idleTimeout', () => ConnectionPool.limits({ idleTimeout: tooLong })],
    ['refreshInterval', () => Secrets.externalSecrets({ refreshInterval: tooLong })],
    ['retention', d => newKafka(d.topology).topic('t', { retention: tooLong })],
  ];
  test.each(calls)('BST009: is refused as %s', (what, call) =>
    expect(() => call(new Declaration())).toThrow(new RegExp(`^BST009 .*: ${what} of 9223372800000 milliseconds`)));
});

describe('a whole number', () => {
  test.each([2, 3, 4])('accepts %d in 2..4', value => expect(assertWhole('tries', value, [2, 4], 'p')).toBe(value));

  test.each([1, 5, 2.5, NaN, -Infinity, '3' as never])('BST010: refuses %p in 2..4', value =>
    expectRefusal(() => assertWhole('tries', value, [2, 4], 'shop/a'), 'BST010', 'shop/a', `tries "${value}"`, 'whole number in 2..4', 'give tries within'));
});
