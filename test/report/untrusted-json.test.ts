import * as fc from 'fast-check';
import { parseUntrusted } from '../../src/report/untrusted-json';

test('what is written as JSON is read back, colons and quotes in texts included', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), data => {
    expect(parseUntrusted(JSON.stringify(data))).toEqual({ data: JSON.parse(JSON.stringify(data)) });
    expect(parseUntrusted(JSON.stringify(data, null, 2))).toEqual({ data: JSON.parse(JSON.stringify(data)) });
  }), { numRuns: 300, examples: [['"a": \\"{[:'], [{ 'a\\': ':', '"': '\\\\":' }]] });
});

test('no text is anything but data or a flaw', () => {
  const piece = fc.constantFrom('"', '\\', '{', '}', '[', ']', ':', ',', 'a', '1', ' ', '"a":1', '__proto__');
  fc.assert(fc.property(fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join('')), text => {
    expect(Object.keys(parseUntrusted(text))).toHaveLength(1);
  }), { numRuns: 500 });
});

test.each([
  ['no JSON', 'password: hunter2', 'it is not JSON'],
  ['no end of a text', '{"a": "b\\"', 'it is not JSON'],
  ['two members of one name', '{"a": 1, "a": 2}', 'an object of it has two members of one name'],
  ['the same in an escape', '{"a": 1, "\\u0061": 2}', 'an object of it has two members of one name'],
  ['too deep', '['.repeat(17) + ']'.repeat(17), 'it is nested deeper than 16 levels'],
  ['too deep beside what is not', `[${'[],'.repeat(20)}${'['.repeat(16)}${']'.repeat(17)}`, 'it is nested deeper than 16 levels'],
])('%s', (_, text, flaw) => expect(parseUntrusted(text)).toEqual({ flaw }));

test('takes 16 levels', () => expect(parseUntrusted('['.repeat(16) + ']'.repeat(16))).toHaveProperty('data'));

test('__proto__ is a member like any other, and no prototype', () => {
  const { data } = parseUntrusted('{"__proto__": {"polluted": true}}') as { readonly data: object };
  expect([Object.getPrototypeOf(data), Object.keys(data)]).toEqual([Object.prototype, ['__proto__']]);
});

test('a text without end is refused before it is parsed: by its length, by its depth, by its members', () => {
  expect(parseUntrusted(' '.repeat(64 * 1024 * 1024 + 1))).toEqual({ flaw: 'it has 67108865 characters: allowed are 67108864' });
  expect(parseUntrusted('['.repeat(5_000_000))).toEqual({ flaw: 'it is nested deeper than 16 levels' });
  expect(parseUntrusted(':'.repeat(4_000_001))).toEqual({ flaw: 'it has 4000001 members: allowed are 4000000' });
});
