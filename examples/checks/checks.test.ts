import { answersTo, CheckExample } from './example';
import { EXAMPLES } from './examples';

const examples = EXAMPLES.map(example => [example.code, example] as const);

/** Codes that lines are answered, each once. */
function codesIn(declare: CheckExample['bad'], { app }: CheckExample): string[] {
  return [...new Set(answersTo(declare, app).map(({ code }) => code))].sort();
}

test.each(examples)('%s is found in the bad lines, and nothing else that is not said', (code, example) => (
  expect(codesIn(example.bad, example)).toEqual([code, ...example.also ?? []].sort())));

test.each(examples)('%s is not found in the good lines, nor is anything else', (_, example) => expect(codesIn(example.good, example)).toEqual([]));

test('what is no answer of this library is thrown as it is', () => {
  expect(() => answersTo(() => { throw new Error('out of paper'); })).toThrow('out of paper');
});

test('each has a code of its own', () => {
  const codes = EXAMPLES.map(({ code }) => code);
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
});
