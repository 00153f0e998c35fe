import { RetryCondition } from '../../src';
import { accepts, expectRefusal } from '../support/declare';

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

test.each([
  [RetryCondition.CONNECT_FAILURE, 'connect-failure', true, false], [RetryCondition.REFUSED_STREAM, 'refused-stream', true, false],
  [RetryCondition.RESET_BEFORE_REQUEST, 'reset-before-request', true, false], [RetryCondition.GATEWAY_ERROR, 'gateway-error', false, true],
  [RetryCondition.SERVER_ERROR, '5xx', false, true], [RetryCondition.UNAVAILABLE, 'unavailable', false, false],
  [RetryCondition.status(400), '400', false, false], [RetryCondition.status(511), '511', false, false],
])('%j', (condition, name, safe, coversTryTimeout) => expect({ ...condition }).toEqual({ name, safe, coversTryTimeout }));

test.each([399, 600, 503.5, 419, 420, 430, 440, 444, 460, 499, 509, 512, 520, 521, 530, 561, 598, 599])('BST010: refuses status %p', status =>
  expectRefusal(() => RetryCondition.status(status), 'BST010', 'RetryCondition.status', `status "${status}"`, '400..599', '421, 422', 'SERVER_ERROR'));

test('takes the failures that Go has a text for, and no others', () => {
  const taken = Array.from({ length: 700 }, (_, status) => status).filter(status => accepts(() => RetryCondition.status(status)));
  const unassigned = [419, 420, 427, 430, 509];
  const [fours, fives] = [range(400, 431), range(500, 511)];
  expect(taken).toEqual([...fours, 451, ...fives].filter(status => !unassigned.includes(status)));
});

test('what means the same is the same', () => {
  expect(RetryCondition.status(503)).toBe(RetryCondition.status(503));
  expect(RetryCondition.status(503)).not.toBe(RetryCondition.status(502));
});

test('is the same for everybody who names it, so nobody can change it', () => expect(() => Object.assign(RetryCondition.status(503), { name: '' })).toThrow(TypeError));
