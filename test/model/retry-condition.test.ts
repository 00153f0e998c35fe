import { RetryCondition } from '../../src';
import { expectRefusal } from '../support/declare';

test.each([
  [RetryCondition.CONNECT_FAILURE, 'connect-failure', true, false], [RetryCondition.REFUSED_STREAM, 'refused-stream', true, false],
  [RetryCondition.RESET_BEFORE_REQUEST, 'reset-before-request', true, false], [RetryCondition.GATEWAY_ERROR, 'gateway-error', false, true],
  [RetryCondition.SERVER_ERROR, '5xx', false, true], [RetryCondition.UNAVAILABLE, 'unavailable', false, false],
  [RetryCondition.status(400), '400', false, false], [RetryCondition.status(599), '599', false, false],
])('%j', (condition, name, safe, coversTryTimeout) => expect({ ...condition }).toEqual({ name, safe, coversTryTimeout }));

test.each([399, 600, 503.5])('BST010: refuses status %p', status =>
  expectRefusal(() => RetryCondition.status(status), 'BST010', 'RetryCondition.status', `status "${status}"`, '400..599'));

test('what means the same is the same', () => {
  expect(RetryCondition.status(503)).toBe(RetryCondition.status(503));
  expect(RetryCondition.status(503)).not.toBe(RetryCondition.status(502));
});

test('is the same for everybody who names it, so nobody can change it', () => expect(() => Object.assign(RetryCondition.status(503), { name: '' })).toThrow(TypeError));
