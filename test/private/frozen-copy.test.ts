import { frozenList, frozenMap } from '../../src/private/frozen-copy';

test('a list is what it was when it was taken, and takes nothing', () => {
  const given = ['a'];
  const held = frozenList(given);
  given.push('b');
  expect(held).toEqual(['a']);
  expect(() => held.push('b')).toThrow(TypeError);
  expect(() => { held.length = 0; }).toThrow(TypeError);
});

test('a map is what it was when it was taken, and takes nothing', () => {
  const given: Record<string, string> = { app: 'a' };
  const held = frozenMap(given);
  given.app = 'b';
  expect(held).toEqual({ app: 'a' });
  expect(() => { delete held.app; }).toThrow(TypeError);
  expect(() => { held.more = 'b'; }).toThrow(TypeError);
});

test('a key named like a property of Object stays a key', () =>
  expect(Object.entries(frozenMap(Object.fromEntries([['__proto__', 'a']])))).toEqual([['__proto__', 'a']]));
