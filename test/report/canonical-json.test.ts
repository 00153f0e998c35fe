import * as fc from 'fast-check';
import { canonicalJson } from '../../src/report/canonical-json';

test('keys stand in code-point order at every depth, arrays keep theirs, nothing undefined is written', () =>
  expect(canonicalJson({ b: [{ z: 1, a: 2 }, 'x', null], a: undefined, B: { é: 1, e: 2 } })).toBe(
    '{\n  "B": {\n    "e": 2,\n    "é": 1\n  },\n  "b": [\n    {\n      "a": 2,\n      "z": 1\n    },\n    "x",\n    null\n  ]\n}\n'));

test('the same data gives the same bytes in whatever order it was made, and is read back as it was', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.func(fc.integer()), (data, rank) => {
    const shuffled = Object.fromEntries(Object.entries(data).sort(([a], [b]) => rank(a) - rank(b)));
    expect(canonicalJson(shuffled)).toBe(canonicalJson(data));
    expect(JSON.parse(canonicalJson(data))).toEqual(JSON.parse(JSON.stringify(data)));
  }), { numRuns: 200 });
});

test('a key may be called __proto__', () => expect(canonicalJson(JSON.parse('{"__proto__": 1}'))).toBe('{\n  "__proto__": 1\n}\n'));
