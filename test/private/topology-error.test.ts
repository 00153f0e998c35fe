import { listed, oneLine, quote, TopologyError } from '../../src/private/topology-error';
import { survivesHostileText } from '../support/declare';

test('a refusal is an Error that says code, path, problem and fix', () => {
  const error = new TopologyError({ code: 'BST000', path: 'shop/a', problem: 'it is wrong', fix: 'do right' });
  expect(error).toBeInstanceOf(Error);
  expect([error.name, error.code, error.message]).toEqual(['TopologyError', 'BST000', 'BST000 shop/a: it is wrong; do right']);
});

test('a path cannot forge a second line or steer a terminal', () => {
  survivesHostileText(text => {
    throw new TopologyError({ code: 'BST000', path: `shop/${text}`, problem: quote(text), fix: 'do right' });
  });
});

test('a problem and a fix cannot either, whoever wrote them', () => {
  survivesHostileText(text => {
    throw new TopologyError({ code: 'BST000', path: 'shop', problem: `it is ${text}`, fix: `do not say ${text}` });
  });
});

test.each([
  ['a\n::warning::forged', 'a\\u{a}::warning::forged'], ['\u001b[31mred', '\\u{1b}[31mred'], ['\u009b31m', '\\u{9b}31m'], ['a\u2028b\u2029c\u0085d', 'a\\u{2028}b\\u{2029}c\\u{85}d'],
  ['\u2066\u202eevil', '\\u{2066}\\u{202e}evil'], ['##[error]forged', '##\\u{5b}error]forged'], ['a ##vso[task.setvariable]', 'a ##vso\\u{5b}task.setvariable]'],
  ["##teamcity[buildStatus text='forged']", "##teamcity\\u{5b}buildStatus text='forged']"], ['a ##TeamCity[b]', 'a ##TeamCity\\u{5b}b]'], ['##other_ci-2[x]', '##other_ci-2\\u{5b}x]'],
  ['section_start:1:a\r\u001b[0Kforged', 'section_start\\u{3a}1:a\\u{d}\\u{1b}[0Kforged'], ['b section_end:1:a', 'b section_end\\u{3a}1:a'],
  ['#[a] ## a[b] [c] #a##', '#[a] ## a[b] [c] #a##'], ['section_started: a_section: b', 'section_started: a_section: b'],
])('%j is printed on one line that commands nothing: %s', (text, printed) => expect([oneLine(text), oneLine(oneLine(text))]).toEqual([printed, printed]));

test.each([
  ['orders', '"orders"'], ['', '""'], [7, '"7"'], [undefined, '"undefined"'], [null, '"null"'], ['a"b\\c', '"a\\"b\\\\c"'], ['a\nb', '"a\\nb"'],
  ['\u202eevil', '"\\u{202e}evil"'], ['a\u2028b', '"a\\u{2028}b"'], ['x'.repeat(81), `"${'x'.repeat(80)}…"`], ['é', '"é"'],
])('%p is quoted as %s', (value, text) => expect(quote(value)).toBe(text));

test('allowed values are listed in order', () => {
  expect(listed(new Set(['v2', 'v1']))).toBe('"v1", "v2"');
  expect(listed([])).toBe('none');
});

test('20 of too many allowed values are listed, those nearest to the value received first, and their count', () => {
  const many = Array.from({ length: 30 }, (_, index) => `v${index + 10}`);
  expect(listed(many)).toMatch(/^"v10", .*, "v29" and 10 more$/);
  expect(listed(many, 'v39')).toMatch(/^"v39", .* and 10 more$/);
  expect(listed(['b', 'a'], 'b')).toBe('"a", "b"');
});
