import { lockMembers } from '../../src/private/lock-members';

const locked = () => {
  const object: Record<string, unknown> = { name: 'a', nothing: undefined };
  lockMembers(object);
  return object;
};

test('no member can be changed, removed or defined anew', () => {
  const object = locked();
  expect(() => { object.name = 'b'; }).toThrow(TypeError);
  expect(() => { object.nothing = 'b'; }).toThrow(TypeError);
  expect(() => { delete object.name; }).toThrow(TypeError);
  expect(() => Object.assign(object, { name: 'b' })).toThrow(TypeError);
  expect(() => Object.defineProperty(object, 'name', { value: 'b' })).toThrow(TypeError);
});

test('jsii can tag it, as it does what crosses the border to another language', () => {
  const tag = Symbol('tag');
  expect(Object.defineProperty(locked(), tag, { value: 1, configurable: true })).toHaveProperty([tag], 1);
});
