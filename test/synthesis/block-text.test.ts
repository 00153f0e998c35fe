import { Yaml } from 'cdk8s';
import { blockText } from '../../src/synthesis/block-text';
import { PlainData } from '../../src/synthesis/plain-data';

test.each<[PlainData, string[]]>([
  [{}, ['{}']],
  [[], ['[]']],
  [{ a: {}, b: [], c: 'd' }, ['a: {}', 'b: []', 'c: d']],
  [[{}, [], 'a'], ['- {}', '- []', '- a']],
  [{ a: { b: { c: 1 } }, d: true }, ['a:', '  b:', '    c: 1', 'd: true']],
  [{ a: ['b', 'c'], d: [{ e: -1, f: 'no' }] }, ['a:', '  - b', '  - c', 'd:', '  - e: -1', '    f: "no"']],
  [[['a', ['b']], { c: { d: [[]] } }], ['- - a', '  - - b', '- c:', '    d:', '      - []']],
  [{ a: '{}', b: '[]', c: '' }, ['a: "{}"', 'b: "[]"', 'c: ""']],
  [['', '', 0, false], ['- ""', '- ""', '- 0', '- false']],
])('%j is written as cdk8s writes it', (data, lines) => {
  expect(blockText(data, '\n')).toBe(lines.join('\n'));
  expect(Yaml.stringify(data)).toBe(`${lines.join('\n')}\n`);
});

test('every further line begins with the indentation given', () => {
  expect(blockText({ a: { b: 1 }, c: [2, 3] }, '\n    ')).toBe('a:\n      b: 1\n    c:\n      - 2\n      - 3');
});
