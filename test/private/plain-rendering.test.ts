import { Lazy } from 'cdk8s';
import { plainRendering, UNSURE } from '../../src/private/plain-rendering';

test('a copy without what is nothing, its keys sorted by code unit', () => {
  const value = { b: [{ z: 1, a: undefined, B: null }], a: 'text', A: true, 10: 0, 9: {} };
  expect(JSON.stringify(plainRendering(value))).toBe('{"9":{},"10":0,"A":true,"a":"text","b":[{"z":1}]}');
  expect(plainRendering(value)).not.toBe(value);
});

test.each<[string, unknown]>([
  ['a lazy value', { a: Lazy.any({ produce: () => 1 }) }], ['an object of a class', [new Date(0)]], ['a gap', [1, undefined]], ['nothing in a list', [null]],
  ['an object with no prototype', { a: Object.create(null) }], ['a list of a class', { a: new (class extends Array {})() }], ['a member named as a method of tokens', { resolve: 1 }],
  ['a constructor of its own', { constructor: 1 }], ['a prototype as a member', JSON.parse('{"__proto__":{"a":1}}')], ['a function', { a: () => 1 }],
])('%s is left to cdk8s', (_, value) => {
  expect(plainRendering(value)).toBe(UNSURE);
});
