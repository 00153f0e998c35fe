import * as fc from 'fast-check';
import { distinct } from '../../src/private/distinct';

test('each value once, in the order of the first', () => {
  fc.assert(fc.property(fc.array(fc.nat(5)), values => {
    expect(distinct(values)).toEqual(values.filter((value, position) => values.indexOf(value) === position));
  }));
});

test('a list of one is a copy', () => {
  const values = ['a'];
  distinct(values).push('b');
  expect(values).toEqual(['a']);
});
