import fc from 'fast-check';
import { PROTO } from '../../src/contracts/contract-form';
import { ProtoTokens } from '../../src/contracts/proto-tokens';
import { reading, refusal } from './contract-folder';

const tokens = (text: string) => new ProtoTokens(text, reading(PROTO));

function all(text: string): string[] {
  const source = tokens(text);
  const found: string[] = [];
  while (source.next !== undefined) found.push(source.take('a token'));
  return found;
}

test.each([
  ['service Orders{}', ['service', 'Orders', '{', '}']],
  ['a.b/*c*/d//e\n.f', ['a', '.', 'b', 'd', '.', 'f']],
  ['/**/a/* // */b', ['a', 'b']],
  ['"a // b" \'{"\'', ['"a // b"', '\'{"\'']],
  ['"\\"" "\\\\"', ['"\\""', '"\\\\"']],
  ['x=-1.5e3;\r\n', ['x', '=', '-', '1', '.', '5e3', ';']],
  ['[type.example.com/a.B]', ['[', 'type', '.', 'example', '.', 'com', '/', 'a', '.', 'B', ']']],
  ['', []],
])('%j is %j', (text, expected) => expect(all(text)).toEqual(expected));

test('words that comments and spaces separate come one by one, whatever separates them', () => fc.assert(fc.property(
  fc.array(fc.tuple(fc.stringMatching(/^\w{1,8}$/), fc.constantFrom(' ', '\n', '\t\r\n', '/* " */', '//\'{\n', ' /**/ ')), { maxLength: 20 }),
  pairs => expect(all(pairs.map(([word, between]) => word + between).join(''))).toEqual(pairs.map(([word]) => word)),
)));

test.each([['"a', 'text'], ['\'a\nb\'', 'text'], ['"a\\\n"', 'text'], ['"\\', 'text'], ['/* a', 'comment'], ['a /*', 'comment']])('%j is refused and not guessed: a %s has no end', (text, what) =>
  expect(refusal(() => all(text))).toContain(`a ${what} has no end, at line `));

test('a text may be long, with escapes and without', () => {
  for (const long of [`"${'a'.repeat(20_000_000)}"`, `'${'\\n'.repeat(8_000_000)}'`]) expect(all(`a ${long} b`)).toEqual(['a', long, 'b']);
  expect(refusal(() => all(`"${'\\"'.repeat(8_000_000)}`))).toContain('a text has no end');
});

test('a statement ends with ";" or with its block, and its texts end nothing', () => {
  const source = tokens('option (a) = { b: "}" c { d: ";" } }; message A { int32 b = 1; } x');
  source.skipStatement();
  expect(source.takes(';')).toBe(true);
  source.skipStatement();
  expect(source.next).toBe('x');
});

test.each([['a', 'the end of a statement is missing at its end'], ['a }', '"}" closes what none opened'], ['{ {', 'is missing at its end']])('the statement %j is refused', (text, problem) =>
  expect(refusal(() => tokens(text).skipStatement())).toContain(problem));

test('a refusal names the line and not the text', () => {
  const source = tokens('\n\nhunter2 hunter3');
  expect(refusal(() => source.expect('{'))).toMatch(/"\{" is missing, at line 3;/);
  expect(refusal(() => source.take('a number', /^\d+$/))).not.toContain('hunter');
});

test('what a file costs is counted while it is read', () =>
  expect(refusal(() => all('; '.repeat(1_200_001)))).toContain('at least 1200001 tokens: allowed are 1200000, words and signs, comments among them; declare the service in a file of its own'));
