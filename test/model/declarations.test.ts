import { Declarations } from '../../src/model/declarations';

test('gives back what it holds, in the order of declaration', () => {
  const held = new Declarations();
  const [b, a] = [held.hold({ path: 'b' }), held.hold({ path: 'a' })];
  expect(held.all).toEqual([b, a]);
  expect(['a', 'b', 'c'].map(path => held.taken(path))).toEqual([true, true, false]);
});

test('knows the object that it holds from one that looks the same', () => {
  const held = new Declarations();
  const declared = held.hold({ path: 'a' });
  expect([declared, { path: 'a' }, { path: 'b' }].map(each => held.holds(each))).toEqual([true, false, false]);
});

test('has no names taken that nobody took', () => expect(new Declarations().taken('constructor')).toBe(false));
