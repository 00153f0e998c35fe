import { blockParts, lineFrom, nextLine } from '../../src/contracts/block-parts';

const parts = (text: string, indent = 0) => blockParts(text, 0, text.length, indent)?.map(({ name, start, end }) => [name, text.slice(start, end)]);

test.each<[string, string[][]]>([
  ['a: 1\nb:\n  c: 2\n', [['a', ' 1\n'], ['b', '\n  c: 2\n']]],
  ['# x\n\na:\n- 1\n- 2\nb: [\n  1\n]\n', [['a', '\n- 1\n- 2\n'], ['b', ' [\n  1\n]\n']]],
  ['"a: b": 1\n\'it\'\'s\': 2\na:b: 3\n-a : 4', [['a: b', ' 1\n'], ["it's", ' 2\n'], ['a:b', ' 3\n'], ['-a', ' 4']]],
  ['a: |\n  b: 1\n # no comment?\n\nc:', [['a', ' |\n  b: 1\n # no comment?\n\n'], ['c', '']]],
])('%j has its members, unread', (text, expected) => expect(parts(text)).toEqual(expected));

test('members stand as deep as they are asked for', () => expect(parts('  a: 1\n    x\n  b: 2', 2)).toEqual([['a', ' 1\n    x\n'], ['b', ' 2']]));

test.each(['- a', 'a', ' a: 1', '[a]', '{ a: 1 }', '? a\n: b', '&x a: 1', '*x : 1', '!t a: 1', '"\\x41": 1', 'a #b: 1', '--- a: 1', '%TAG: 1', '\ta: 1', `${'a'.repeat(1100)}: 1`, 'a: 1\n---\nb: 2'])(
  '%j is for a parser', text => expect(parts(text)).toBeUndefined());

test('text begins behind blank lines and comments', () => {
  expect(lineFrom('\n  # x\r\n\r\n  a', 0, 13)).toEqual({ start: 10, text: 12 });
  expect([lineFrom('  \n#', 0, 4), nextLine('a\nb', 0), nextLine('a\nb', 2)]).toEqual([undefined, 2, 3]);
});
