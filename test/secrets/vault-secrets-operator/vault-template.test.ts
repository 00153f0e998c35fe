import * as fc from 'fast-check';
import { BindingPart, BindingValue, SecretEncoding, SecretStore } from '../../../src';
import { encodeText } from '../../../src/model/secret-encoding';
import { vaultTemplate } from '../../../src/secrets/vault-secrets-operator/vault-template';
import { percentEncoded as byte } from '../../support/external-secrets-operator';
import { render } from '../../support/vault-secrets-operator';

const { literal, secret, percentEncoded, encoded, join } = BindingValue;
const vault = SecretStore.vaultKeyValue('vault', { mount: 'kv' });
const stored = vault.secret('shop/db');
const HOSTILE = ['p@ss/w:rd?#%+ ü&=', "it's \\ \" {{ }} $(A) `", '', '日本 + %2B', '\u0000\n\t'];

test.each([
  ['a part as it is kept', secret(stored, 'password'), '{{ if hasKey .Secrets "password" }}{{ get .Secrets "password" }}{{ else }}{{ fail "shop/db has no property password" }}{{ end }}'],
  ['a part for a URL', percentEncoded(stored, 'password'), '{{ if hasKey .Secrets "password" }}{{ get .Secrets "password" | urlquery | replace "+" "%20" }}{{ else }}'
    + '{{ fail "shop/db has no property password" }}{{ end }}'],
  ['literal text', literal('redis://'), 'redis://'],
  ['text that looks like an action', literal('{{ .x }}'), '{{ "{" }}{{ "{" }} .x }}'],
])('%s', (_, value, expected) => expect(vaultTemplate(value.parts)).toBe(expected));

test('a password in a URL is percent-encoded by RFC 3986, and a URL parser gives it back', () => {
  const template = vaultTemplate(join(literal('postgresql://app:'), percentEncoded(stored, 'password'), literal('@db.example.com:5432/orders')).parts);
  const made = (password: string) => {
    const url = render(template, { password });
    expect(url).toBe(`postgresql://app:${[...Buffer.from(password)].map(byte).join('')}@db.example.com:5432/orders`);
    expect(decodeURIComponent(new URL(url).password)).toBe(password);
  };
  HOSTILE.forEach(made);
  fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }), made), { numRuns: 500 });
});

test.each([SecretEncoding.LIBPQ, SecretEncoding.ADO, SecretEncoding.JAAS])('a password is quoted as %s', encoding => {
  const template = vaultTemplate(encoded(stored, 'password', encoding).parts);
  for (const password of HOSTILE) expect(render(template, { password })).toBe(encodeText(password, encoding));
});

test('a property that Vault does not have is an error, and no text without it', () => {
  expect(() => render(vaultTemplate(percentEncoded(stored, 'password').parts), { username: 'app' })).toThrow('shop/db has no property password');
});

test('literal text and credentials are rendered as they are, braces at every seam included, whatever the property is called', () => {
  const named = vault.secret('shop/db', { password: 'the "pass" \\ }} {{ | word' });
  const literals = fc.string({ unit: fc.constantFrom('{', '}', '{{', '}}', '"', ' | ', '-', 'a', '\n') }).map(text => literal(text).parts[0]);
  const parts = fc.array(fc.oneof(literals, fc.constant<BindingPart>(secret(named, 'password').parts[0])));
  fc.assert(fc.property(parts, fc.string(), (given, password) => {
    expect(render(vaultTemplate(given), { 'the "pass" \\ }} {{ | word': password })).toBe(given.map(part => part.literal ?? password).join(''));
  }), { numRuns: 500 });
});
