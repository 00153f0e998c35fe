import { inWords, overCeiling } from './ceilings';

const bind = (perObject: number, calls: number) => ({ member: 'bind', callbacks: 4, objects: 2, perObject, calls });
const CEILINGS = { bind: { perObject: 2, calls: 10 } };

test('accepts what costs as much as its ceiling, and members that have none', () => {
  expect(overCeiling([bind(2, 10), { ...bind(99, 99), member: 'check' }], CEILINGS)).toEqual([]);
});

test('finds one callback too many, and one call too many', () => {
  expect(overCeiling([bind(3, 11)], CEILINGS)).toEqual([
    'bind: 3 callbacks per object, at most 2 are allowed',
    'bind: 11 kernel calls per callback, at most 10 are allowed',
  ]);
});

test('finds a member that was never called: nothing was measured', () => {
  expect(overCeiling([], CEILINGS)).toEqual(['bind was never called']);
});

test('tells the figures of each member and of the whole program', () => {
  const callback = { member: 'bind', object: 'a', calls: 7 };
  expect(inWords({ calls: 20, callbacks: [callback, callback] })).toBe(
    'bind: 2 callbacks on 1 objects, at most 2 on one; at most 7 kernel calls in one\n20 kernel calls in the whole program');
});
