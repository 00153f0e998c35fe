import { Data, kindOf } from '../../src/contracts/yaml-document';
import { data, refusal } from './contract-folder';

function list(length: number): string {
  return `[${'1,'.repeat(length)}]`;
}

test('accepts YAML and JSON as Maps, lists and scalars', () => {
  const expected = new Map<string, Data>([['a', [1, 'b', null]], ['c', new Map([['d', true]])]]);
  expect(data('a: [1, b, ~]\nc:\n  d: true\n')).toEqual(expected);
  expect(data('{"a": [1, "b", null], "c": {"d": true}}')).toEqual(expected);
});

test('accepts scalars as the YAML 1.2 core schema reads them', () => {
  expect(data('[a, "1", 1, 0x10, 1.5, true, no, on, ~, null, 2026-01-01, !!str 7]')).toEqual(
    ['a', '1', 1, 16, 1.5, true, 'no', 'on', null, null, '2026-01-01', '7'],
  );
});

test('accepts numbers as keys, as written', () => {
  expect(data('200: a\n1.10: b\ntrue: c\n')).toEqual(new Map([['200', 'a'], ['1.10', 'b'], ['true', 'c']]));
});

test('accepts keys without a value, and nothing at all', () => {
  expect(data('{ a, b: }')).toEqual(new Map([['a', null], ['b', null]]));
  expect(data('# nothing')).toBeNull();
});

test('accepts aliases as what they stand for, anchors in it and keys too', () => {
  expect(data('- &a { x: &b 1 }\n- *a\n- *b\n- &c name: 1\n- *c\n')).toEqual([new Map([['x', 1]]), new Map([['x', 1]]), 1, new Map([['name', 1]]), 'name']);
});

test('accepts 50,000 keys in linear time', () => {
  const text = Array.from({ length: 50_000 }, (_, index) => `k${index}: 1`).join('\n');
  expect((data(text) as Map<string, unknown>).size).toBe(50_000);
});

test.each([
  ['in YAML', 'a: 1\nb: 2\na: 3\n', 3],
  ['in JSON', '{"a": 1,\n"a": 2}', 2],
  ['as number and text', '200: a\n"200": b\n', 2],
  ['by an escape', '{"a": 1, "\\u0061": 2}', 1],
])('refuses a key given twice %s', (_, text, line) => {
  expect(refusal(() => data(text))).toContain(`a key is given twice at line ${line}; give it one meaning`);
});

test.each(['!x 1', '!!js/function "f"', '!!set { a }', '!!binary aGk=', '!!timestamp 2026-01-01', '!x [1]', '!<tag:x> { a: 1 }'])('refuses the tag in %s', text => {
  expect(refusal(() => data(`a: ${text}`))).toContain('tag resolve failed at line 1');
});

test.each([
  ['an alias without anchor', '- *a', 'an alias has no complete anchor before it at line 1'],
  ['an alias before its anchor', '- 1\n- *a\n- &a 1', 'an alias has no complete anchor before it at line 2'],
  ['an alias that holds itself', '&a [*a]', 'an alias has no complete anchor before it'],
  ['an anchor defined twice', '- &a 1\n- &a 2', 'an anchor is defined twice at line 2'],
  ['a list as a key', '? [a]\n: b', 'non string key'],
  ['an alias as a key', '- &a x\n- *a : b', 'non string key'],
  ['an unclosed quote', 'a: "b', 'missing char at line 1'],
  ['an unclosed list', 'a: [b', 'bad indent at line 1'],
  ['a second document', 'a: 1\n---\nb: 2\n', 'it holds more than one YAML document: allowed is one'],
  ['a second document without content', 'a: 1\n---\n', 'it holds more than one YAML document: allowed is one'],
  ['a merge key, which YAML 1.2 would silently not merge', 'a: &a { x: 1 }\nb: { <<: *a }', 'the merge key "<<" does not exist in YAML 1.2'],
])('refuses %s', (_, text, problem) => {
  expect(refusal(() => data(text))).toContain(problem);
});

test('accepts 100,000 nodes and refuses one more', () => {
  expect(data(list(99_999))).toHaveLength(99_999);
  expect(refusal(() => data(list(100_000)))).toContain('at least 100001 nodes: allowed are 100000');
});

test('refuses the billion laughs, counting what aliases stand for', () => {
  const lines = Array.from({ length: 12 }, (_, index) => `a${index + 1}: &a${index + 1} [${Array(10).fill(`*a${index}`).join()}]`);
  expect(refusal(() => data(['a0: &a0 lol', ...lines].join('\n')))).toContain('at least 100001 nodes: allowed are 100000, all its files together and aliases expanded');
});

test('accepts a depth of 200 in block style and refuses 201, aliases followed', () => {
  expect(() => data(`${'- '.repeat(200)}1`)).not.toThrow();
  expect(refusal(() => data(`${'- '.repeat(201)}1`))).toContain('nested more than 200 deep');
  const lines = Array.from({ length: 300 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}]`);
  expect(refusal(() => data(['a0: &a0 1', ...lines].join('\n')))).toContain('nested more than 200 deep');
});

test.each([['lists', '- '], ['complex keys', '? ']])('refuses %s that are nested deeper than the parser can follow', (_, opening) => {
  expect(refusal(() => data(opening.repeat(100_000)))).toContain('nested more than 200 deep');
});

test('accepts names that only an object of JavaScript gives a meaning', () => {
  const names = ['constructor', 'prototype', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'];
  for (const text of [`properties: { ${names.map(name => `${name}: 1`).join()} }`, `{"properties":{${names.map(name => `"${name}":1`).join()}}}`]) {
    expect(data(text)).toEqual(new Map([['properties', new Map(names.map(name => [name, 1]))]]));
  }
  expect(data('"\\u005f_proto__": { polluted: true }')).toEqual(new Map([['__proto__', new Map([['polluted', true]])]]));
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('refuses a hostile $ref even where nothing uses it', () => {
  const text = 'components: { schemas: { A: { properties: { b: { $ref: "http://169.254.169.254/" } } } } }';
  expect(refusal(() => data(text))).toContain('$ref "http://169.254.169.254/" names a scheme or a drive');
});

test('accepts a property of the name $ref', () => {
  expect(() => data('properties: { $ref: { type: string } }')).not.toThrow();
});

test('leaves stack traces as they were, whatever the text', () => {
  const before = Error.stackTraceLimit;
  data('a');
  refusal(() => data('a: ['));
  expect(Error.stackTraceLimit).toBe(before);
});

test('names the kind of a value for a message, never the value', () => {
  expect(([null, undefined, [], new Map(), 'hunter2', 1, false] as Data[]).map(kindOf)).toEqual(['null', 'nothing', 'a list', 'an object', 'text', 'a number', 'a boolean']);
});
