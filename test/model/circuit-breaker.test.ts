import { Duration } from 'cdk8s';
import { CircuitBreaker, CircuitBreakerOptions } from '../../src';
import { expectRefusal } from '../support/declare';

const PATH = 'CircuitBreaker.consecutiveErrors';
const all: Required<CircuitBreakerOptions> = {
  resetTimeout: Duration.seconds(60), interval: Duration.millis(1), maxEjectionPercent: 10, localOriginErrors: 1000,
};

test('keeps every option', () => expect({ ...CircuitBreaker.consecutiveErrors(5, all) }).toEqual({ errors: 5, ofGateways: false, ...all }));

test('counts errors of gateways alone, if it is told so', () => {
  expect({ ...CircuitBreaker.consecutiveGatewayErrors(7, all) }).toEqual({ errors: 7, ofGateways: true, ...all });
  expectRefusal(() => CircuitBreaker.consecutiveGatewayErrors(0), 'BST010', 'CircuitBreaker.consecutiveGatewayErrors', '1..1000');
});

test.each([0, 1001, 1.5])('BST010: refuses %p failures of connections', localOriginErrors =>
  expectRefusal(() => CircuitBreaker.consecutiveErrors(1, { localOriginErrors }), 'BST010', PATH, 'localOriginErrors', '1..1000'));

test('spells out what is left out', () => {
  const { resetTimeout, interval, maxEjectionPercent } = CircuitBreaker.consecutiveErrors(1);
  expect([resetTimeout.toSeconds(), interval.toSeconds(), maxEjectionPercent]).toEqual([30, 10, 100]);
});

test.each([1, 1000])('accepts %d errors', count => expect(CircuitBreaker.consecutiveErrors(count).errors).toBe(count));

test.each([0, 1001, 1.5])('BST010: refuses %p errors', count =>
  expectRefusal(() => CircuitBreaker.consecutiveErrors(count), 'BST010', PATH, `consecutive errors "${count}"`, '1..1000'));

test.each([0, 101, 0.5])('BST010: refuses a share of %p percent', maxEjectionPercent =>
  expectRefusal(() => CircuitBreaker.consecutiveErrors(1, { maxEjectionPercent }), 'BST010', PATH, `maxEjectionPercent "${maxEjectionPercent}"`, '1..100'));

test.each(['resetTimeout', 'interval'])('BST009: refuses a %s below a millisecond', option =>
  expectRefusal(() => CircuitBreaker.consecutiveErrors(1, { [option]: Duration.millis(0) }), 'BST009', PATH, `${option} of 0 milliseconds`, 'at least 1'));

test('takes no other number once it is made', () => expect(() => Object.assign(CircuitBreaker.consecutiveErrors(5), { errors: 0 })).toThrow(TypeError));
