import { LazyObject } from '../../src/contracts/lazy-object';
import { isObject } from '../../src/contracts/yaml-document';

test('reads a member when somebody asks for it, once, and is an object like any other', () => {
  const asked: string[] = [];
  const member = (name: string, value: number): [string, () => number] => [name, () => { asked.push(name); return value; }];
  const object = new LazyObject(new Map([member('a', 1), member('__proto__', 2)]));
  expect([isObject(object), object.size, object.has('a'), object.has('b'), [...object.keys()], asked]).toEqual([true, 2, true, false, ['a', '__proto__'], []]);
  expect([object.get('a'), object.get('a'), object.get('b'), asked]).toEqual([1, 1, undefined, ['a']]);
  const visited: unknown[] = [];
  object.forEach((data, name) => visited.push(name, data));
  expect([[...object], [...object.values()], visited]).toEqual([[['a', 1], ['__proto__', 2]], [1, 2], ['a', 1, '__proto__', 2]]);
});
