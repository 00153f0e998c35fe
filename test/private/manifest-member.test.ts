import { manifestOf, member, textMember } from '../../src/private/manifest-member';

test.each<[unknown, string[], unknown]>([
  [{ a: { b: 'c' } }, ['a', 'b'], 'c'], [{ a: [{ b: 1 }] }, ['a', '0', 'b'], 1], [{}, [], {}], [{ a: null }, ['a', 'b'], undefined], ['abc', ['length'], undefined],
  [undefined, ['a'], undefined], [{}, ['constructor'], undefined],
])('of %j, %j is %j', (value, path, expected) => expect(member(value, ...path)).toEqual(expected));

test('a text is one only if it is', () => expect([textMember({ a: 'b' }, 'a'), textMember({ a: 1 }, 'a')]).toEqual(['b', undefined]));

test('what cannot be rendered is nothing', () => expect(manifestOf({ manifest: () => { throw new Error('no containers'); } })).toBeUndefined());
