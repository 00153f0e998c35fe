import { OnePerMeaning } from '../../src/private/one-per-meaning';

test('what means the same is one object, made once', () => {
  const words = new OnePerMeaning<{ readonly name: string }>();
  const make = jest.fn((name: string) => ({ name }));
  const [a, again, b] = ['a', 'a', 'b'].map(name => words.of(name, () => make(name)));
  expect(again).toBe(a);
  expect(b).toEqual({ name: 'b' });
  expect(make.mock.calls).toEqual([['a'], ['b']]);
});
