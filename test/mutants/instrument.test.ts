import { instrument } from './instrument';
import { Switches } from './switches';

/** What a function of the source answers, with the mutant on that writes `after`; without any if there is none. */
function answer(text: string, after?: string): unknown {
  const switches = new Switches();
  (globalThis as unknown as { __mutants: Switches }).__mutants = switches;
  const { code, mutants } = instrument('src/a.ts', text);
  switches.turnOn(after === undefined ? undefined : mutants.find(mutant => mutant.after === after)!.id);
  switches.allow(50);
  const exported: { f?: () => unknown } = {};
  new Function('exports', code)(exported);
  return exported.f!();
}

const mutantsOf = (text: string) => instrument('src/a.ts', text).mutants.map(({ kind, before, after }) => `${kind}: ${before} -> ${after}`);

test.each([
  ['a < b', ['boundary: a < b -> (a) <= (b)']],
  ['a && !b', ['logic: a && !b -> (a) || (!b)', 'negation: !b -> b']],
  ['a ?? 1', ['default: a ?? 1 -> a', 'number: 1 -> 2']],
  ['a ? true : "k"', ['condition: a -> !(a)', 'boolean: true -> false', 'string: "k" -> ""']],
  ['a.filter(b)', ['method: a.filter(b) -> a']],
  ['a.some(b)', ['method: a.some(b) -> a.every(b)']],
  ['a - 1', ['arithmetic: a - 1 -> (a) + (1)', 'number: 1 -> 2']],
  ['a + "x"', ['string: "x" -> ""']],
  ['`${a} x`', []],
  ['{ fix: "do", "k": a }', []],
  ['new TypeError("none")', []],
  ['Problem.of(a, "none")', []],
  ['"two words"', []],
])('the mutants of %s are %j', (expression, expected) => expect(mutantsOf(`const x: A<'t'> = ${expression};`)).toEqual(expected));

test.each([
  ['f();', ['step: f() -> undefined']],
  ['super(1);', ['number: 1 -> 2']],
  ['return a;', ['return: a -> undefined']],
  ['return false;', ['boolean: false -> true']],
  ['throw new Error("x");', []],
  ['if (a) b = 1;', ['condition: a -> !(a)', 'number: 1 -> 2']],
])('the mutants of %s are %j', (statement, expected) =>
  expect(mutantsOf(`class C extends D { constructor() { ${statement} } }`)).toEqual(expected));

test.each(['enum E { A = "a" }', 'import { a } from "a";', 'interface I { readonly k: "a" }', 'type T = 1 | 2;'])('%s has none', text => expect(mutantsOf(text)).toEqual([]));

test('one program is each of its mutants, one at a time', () => {
  const text = 'export function f() { const list = [1, 2, 3]; return list.filter(n => n < 2).length; }';
  expect([undefined, '(n) <= (2)', 'list', 'undefined'].map(after => answer(text, after))).toEqual([1, 2, 3, undefined]);
});

test('a loop that a mutant makes endless ends', () => {
  const text = 'export function f() { let n = 0; while (n < 5) n = n + 1; return n; }';
  expect(answer(text)).toBe(5);
  expect(() => answer(text, '!(n < 5)')).not.toThrow();
  expect(() => answer(text, '(n) - (1)')).toThrow('a loop does not end');
});
