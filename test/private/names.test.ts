import * as fc from 'fast-check';
import { survivesYaml } from '../../src/private/manifest-text';
import { assertName, byCodePoint, NameRule, Names, sortedRecord } from '../../src/private/names';
import { accepts, expectRefusal, hostileText, refusalOf } from '../support/declare';

/** Each rule told once more, character by character. */
const all = (text: string, allowed: string) => [...text].every(character => allowed.includes(character));
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const MIXED = LOWER + LOWER.toUpperCase() + DIGITS;
const label = (text: string) => text !== '' && all(text, `${LOWER + DIGITS}-`) && !text.startsWith('-') && !text.endsWith('-');
const subdomain = (text: string) => text.length <= 253 && text.split('.').every(label);
/** Of a last label: a program would take the whole for an IPv4 address. */
const isNumber = (text: string) => all(text, DIGITS) || text.startsWith('0x') && all(text.slice(2), `${DIGITS}abcdef`);
const ORACLES: Record<keyof typeof Names, (text: string) => boolean> = {
  SERVICE: text => text.length <= 63 && label(text) && LOWER.includes(text[0]),
  LABEL: text => text.length <= 63 && label(text),
  PORT: text => text.length <= 15 && label(text) && !text.includes('--') && [...text].some(character => LOWER.includes(character)),
  SUBDOMAIN: subdomain,
  HOST: text => subdomain(text) && text.split('.').every(part => part.length <= 63) && !isNumber(text.split('.').at(-1)!),
  SECRET_KEY: text => text !== '' && text.length <= 253 && all(text, `${MIXED}-_.`) && text !== '.' && text !== '..',
  KAFKA_TOPIC: text => text !== '' && text.length <= 249 && all(text, `${MIXED}-_.`) && text !== '.' && text !== '..' && !text.startsWith('__'),
};
const RULES = Object.entries(Names) as [keyof typeof Names, NameRule][];

describe.each(RULES)('%s', (rule, { longest, what, allowed }) => {
  const near = fc.string({ unit: fc.constantFrom(...'azAZ09-._', 'é', '\n', ' ', '@'), maxLength: 12 });
  const good = fc.string({ unit: fc.constantFrom(...'az09-.'), minLength: 1, maxLength: 12 });

  test('accepts exactly what the rule, told character by character, accepts', () => {
    fc.assert(fc.property(fc.oneof(hostileText, near, good), text => {
      expect([text, accepts(() => assertName(Names[rule], text, 'p'))]).toEqual([text, ORACLES[rule](text) && survivesYaml(text)]);
    }), { numRuns: 1000 });
  });

  test('accepts its longest name and refuses one character more', () => {
    const longestName = 'a'.repeat(63) + '.a'.repeat(95);
    const name = longest === 63 ? longestName.slice(0, 63) : longestName.slice(0, longest);
    expect(assertName(Names[rule], name, 'p')).toBe(name);
    expect(accepts(() => assertName(Names[rule], longest === 63 ? 'a'.repeat(64) : `${'a.'.repeat(longest)}a`.slice(0, longest + 2), 'p'))).toBe(false);
  });

  test('BST801: refuses with what it becomes, what is allowed and a fix', () => {
    expectRefusal(() => assertName(Names[rule], 'no name', 'shop/a', 'do this'), 'BST801', 'shop/a', '"no name"', what, allowed, '; do this');
  });

  test.each([undefined, null, 7, {}, ['a']])('refuses %p, which is no text', value =>
    expectRefusal(() => assertName(Names[rule], value as never, 'shop/a'), 'BST801', 'shop/a', 'choose such a name'));
});

test('a refused name is cut in the message', () => {
  const refused = () => assertName(Names.SERVICE, 'x'.repeat(100_000), 'p');
  expect(refused).toThrow(/x{80}…"/);
});

test.each(['sk_live_4eC39HqLyjWDarjtT1zdp7dc', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'])('what an issuer marks as a credential is refused, and not repeated: %s', key => {
  for (const [, rule] of RULES) {
    const { message } = refusalOf(() => assertName(rule, `${key} `, 'p'));
    expect([message.includes('a text (not repeated here)'), message.includes(key)]).toEqual([true, false]);
  }
});

test('order is by code unit, as in no locale', () => {
  expect(['b', 'a', 'B', 'ä', 'a-', 'a'].sort(byCodePoint)).toEqual(['B', 'a', 'a', 'a-', 'b', 'ä']);
  expect([byCodePoint('a', 'b'), byCodePoint('a', 'a'), byCodePoint('b', 'a')]).toEqual([-1, 0, 1]);
});

test('a sorted record holds what it held, whatever its keys are', () => {
  fc.assert(fc.property(fc.dictionary(fc.string().filter(key => !/^\d+$/.test(key)), fc.integer()), record => {
    expect(sortedRecord(record)).toEqual({ ...record });
    expect(Object.keys(sortedRecord(record))).toEqual(Object.keys(record).sort());
  }));
});
