import * as fc from 'fast-check';
import { SecretEncoding, BindingValue } from '../../src';
import { encodeText } from '../../src/model/secret-encoding';
import { secretTemplate } from '../../src/secrets/external-secrets/secret-template';
import { vault } from '../support/declare';
import { render } from '../support/external-secrets-operator';
import { adoKeywords } from '../support/sql-clients';

test.each([
  [SecretEncoding.NONE, 'o\'n"e\\il @x'], [SecretEncoding.PERCENT, 'o%27n%22e%5Cil%20%40x'], [SecretEncoding.LIBPQ, '\'o\\\'n"e\\\\il @x\''],
  [SecretEncoding.ADO, '"o\'n""e\\il @x"'], [SecretEncoding.JAAS, '"o\'n\\"e\\\\il @x"'],
])('%s', (encoding, text) => expect(encodeText('o\'n"e\\il @x', encoding)).toBe(text));

/** As Java's StreamTokenizer reads a word in double quotes: a backslash before what is meant as it is, for what is no letter or digit. */
function jaasOptions(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/ ([a-z]+)="((?:\\[^a-z0-9]|[^"\\])*)"/gy)];
  expect(pairs.map(([pair]) => pair).join('')).toBe(text);
  return Object.fromEntries(pairs.map(([, option, quoted]) => [option, quoted.replace(/\\(.)/g, '$1')]));
}

const anyText = fc.string({ unit: fc.oneof(fc.constantFrom('"', '\'', '\\', ';', '=', ' ', 'ü', '{', '}'), fc.string({ minLength: 1, maxLength: 1 })) });
const READERS = [
  [SecretEncoding.ADO, (user: string, password: string) => `Host=h;Username=${user};Password=${password};SSL Mode=VerifyFull`, adoKeywords, ['username', 'password']],
  [SecretEncoding.JAAS, (user: string, password: string) => ` username=${user} password=${password}`, jaasOptions, ['username', 'password']],
] as const;

describe.each(READERS)('what is written as %s', (encoding, written, read, [userKey, passwordKey]) => {
  test('is one value there, and reads as itself', () => {
    fc.assert(fc.property(anyText, anyText, (user, password) => {
      expect(read(written(encodeText(user, encoding), encodeText(password, encoding)))).toMatchObject({ [userKey]: user, [passwordKey]: password });
    }), { numRuns: 500 });
  });

  test('is what the operator\'s template makes of it too', () => {
    const template = secretTemplate(BindingValue.encoded(vault.secret('shop/db'), 'password', encoding).parts, ({ name }) => name!);
    fc.assert(fc.property(anyText, password => expect(render(template, new Map([['password', password]]))).toBe(encodeText(password, encoding))), { numRuns: 500 });
  });
});
