import { Mutant } from './instrument';
import { Sight } from './plan';
import { Reach } from './reach';

const mutant = { id: 'src/a/b.ts#1', file: 'src/a/b.ts' } as Mutant;
const sight = (reached: string[], loaded: string[] = [], milliseconds = 1): Sight => ({ tests: [{ name: 't', milliseconds, reached }, { name: 'u', milliseconds: 2, reached: [] }], loaded, unfit: [] });
const reach = new Reach(new Map([
  ['test/c/d.test.ts', sight([mutant.id], [], 9)], ['test/c/h.test.ts', sight([mutant.id])], ['test/a/e.test.ts', sight([], [mutant.id])], ['test/a/b.test.ts', sight([mutant.id])], ['test/a/f.test.ts', sight([mutant.id])],
  ['test/c/g.test.ts', sight([])],
]));

test('the nearest files come first, those that run a mutant before those that load it, and the quickest of them', () =>
  expect(reach.filesNear(mutant, 'test/a/b.test.ts')).toEqual(['test/a/f.test.ts', 'test/a/e.test.ts', 'test/c/h.test.ts', 'test/c/d.test.ts']));

test('a mutant is tried in the tests that reach it, and in all of a file that reaches it while loading', () =>
  expect(reach.work('load', [mutant], () => ['test/a/b.test.ts', 'test/a/e.test.ts', 'test/c/g.test.ts', 'test/unknown.test.ts'])).toEqual({
    'test/a/b.test.ts': [{ id: mutant.id, tests: ['t'] }], 'test/a/e.test.ts': [{ id: mutant.id, tests: ['t', 'u'] }],
  }));

test('one that is turned on in loaded modules is tried in the tests that reach it alone', () =>
  expect(reach.work('switch', [mutant], () => ['test/a/b.test.ts', 'test/a/e.test.ts'])).toEqual({ 'test/a/b.test.ts': [{ id: mutant.id, tests: ['t'] }] }));

test('a file is quick if all of its tests together are', () => {
  const of = (milliseconds: number) => new Reach(new Map([['a', { ...sight([]), tests: [1, 2].map(() => ({ name: 't', milliseconds, reached: [] })) }]])).isQuick('a');
  expect([of(1_000), of(1_500), of(2_000)]).toEqual([true, false, false]);
});
