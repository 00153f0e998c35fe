import fc from 'fast-check';
import { ProtoTokens } from '../../src/contracts/proto-tokens';
import { reading, refusal } from './contract-folder';

const tokens = (text: string) => new ProtoTokens(text, reading());

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

test.each(['"a', '\'a\nb\'', '/* a', 'a /*', '"\\'])('%j, whose end is not there, is refused and not guessed', text =>
  expect(refusal(() => all(text))).toContain('a text or a comment has no end, at line '));

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
  expect(refusal(() => all('; '.repeat(1_200_001)))).toContain('at least 1200001 tokens: allowed are 1200000'));
