import fc from 'fast-check';
import { StringMatch } from '../../src';
import { namedTextsOf } from '../../src/gateway-api/text-match';
import { matchesRe2 } from '../../src/private/re2';

const written = (text: StringMatch) => namedTextsOf(new Map([['x-a', text]]))![0];

test.each([
  [StringMatch.exact('yes'), { name: 'x-a', type: 'Exact', value: 'yes' }], [StringMatch.regex('a|b'), { name: 'x-a', type: 'RegularExpression', value: 'a|b' }],
  [StringMatch.prefix('v1.'), { name: 'x-a', type: 'RegularExpression', value: 'v1\\..*' }], [StringMatch.ANY, { name: 'x-a', type: 'RegularExpression', value: '.*' }],
])('%j', (text, expected) => expect(written(text)).toEqual(expected));

test('without a condition there is none', () => expect(namedTextsOf(undefined)).toBeUndefined());

test('a beginning, written as an expression, takes what begins so, whatever signs it has', () => {
  const text = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'ab.*+?()[]{}|^$\\-/ ') }).filter(each => each.trim() === each);
  fc.assert(fc.property(text, text, (prefix, value) => {
    expect(matchesRe2(written(StringMatch.prefix(prefix)).value, value)).toBe(value.startsWith(prefix));
    expect(matchesRe2(written(StringMatch.prefix(prefix)).value, prefix + value)).toBe(true);
  }));
});
