import { data, refusal } from './contract-folder';

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

test('accepts aliases and shares what they stand for', () => {
  const list = data('- &a { x: 1 }\n- *a\n- &b name: 1\n- *b\n') as unknown[];
  expect(list[1]).toBe(list[0]);
  expect(list[3]).toBe('name');
});

test('accepts 50,000 keys in linear time', () => {
  const text = Array.from({ length: 50_000 }, (_, index) => `k${index}: 1`).join('\n');
  expect((data(text) as Map<string, unknown>).size).toBe(50_000);
});

test.each([
  ['in YAML', 'a: 1\nb: 2\na: 3\n', 'duplicate key "a" at line 3'],
  ['in JSON', '{"a": 1,\n"a": 2}', 'duplicate key "a" at line 2'],
  ['as number and text', '200: a\n"200": b\n', 'duplicate key "200" at line 2'],
  ['by an escape', '{"a": 1, "\\u0061": 2}', 'duplicate key "a" at line 1'],
])('refuses a key given twice %s', (_, text, problem) => {
  expect(refusal(() => data(text))).toContain(problem);
});

test.each(['!x 1', '!!js/function "f"', '!!set { a }', '!!binary aGk=', '!!timestamp 2026-01-01', '!x [1]', '!<tag:x> { a: 1 }'])('refuses the tag in %s', text => {
  expect(refusal(() => data(`a: ${text}`))).toContain('tag resolve failed at line 1');
});

test.each([
  ['an alias without anchor', '- *a', 'the alias "a" has no complete anchor before it'],
  ['an alias before its anchor', '- *a\n- &a 1', 'the alias "a" has no complete anchor before it'],
  ['an alias that holds itself', '&a [*a]', 'the alias "a" has no complete anchor before it'],
  ['an anchor defined twice', '- &a 1\n- &a 2', 'the anchor "a" is defined twice at line 2'],
  ['a list as a key', '? [a]\n: b', 'non string key'],
  ['an alias as a key', '- &a x\n- *a : b', 'non string key'],
  ['an unclosed quote', 'a: "b', 'missing char at line 1'],
  ['an unclosed list', 'a: [b', 'bad indent at line 1'],
])('refuses %s', (_, text, problem) => {
  expect(refusal(() => data(text))).toContain(problem);
});
