import { Yaml } from 'cdk8s';
import { blockText } from '../../src/synthesis/block-text';
import { PlainList, PlainMap } from '../../src/synthesis/plain-data';

test.each<[PlainList | PlainMap, string[]]>([
  [{}, ['{}']],
  [[], ['[]']],
  [{ a: {}, b: [], c: 'd' }, ['a: {}', 'b: []', 'c: d']],
  [[{}, [], 'a'], ['- {}', '- []', '- a']],
  [{ a: { b: { c: 1 } }, d: true }, ['a:', '  b:', '    c: 1', 'd: true']],
  [{ a: ['b', 'c'], d: [{ e: -1, f: 'no' }] }, ['a:', '  - b', '  - c', 'd:', '  - e: -1', '    f: "no"']],
  [[['a', ['b'], 'c'], { d: { e: [[]] }, f: 0 }], ['- - a', '  - - b', '  - c', '- d:', '    e:', '      - []', '  f: 0']],
  [[[[{ a: 1, b: [2] }]]], ['- - - a: 1', '      b:', '        - 2']],
  [{ a: '{}', b: '[]', c: '' }, ['a: "{}"', 'b: "[]"', 'c: ""']],
  [['', '', 0, false], ['- ""', '- ""', '- 0', '- false']],
])('%j is written as cdk8s writes it', (document, lines) => {
  const text = lines.map(line => `${line}\n`).join('');
  expect(blockText(document)).toBe(text);
  expect(Yaml.stringify(document)).toBe(text);
});
