import * as fc from 'fast-check';
import { BindingPart, BindingValue } from '../../../src';
import { secretTemplate } from '../../../src/secrets/external-secrets/secret-template';
import { vault } from '../../support/declare';
import { percentEncoded as byte, render } from '../../support/external-secrets-operator';

const stored = vault.secret('shop/db');
const nameOf = ({ name }: BindingPart) => name!;
const { literal, secret, percentEncoded, join } = BindingValue;

test.each([
  ['a part as it is kept', secret(stored, 'password'), '{{ .password }}'],
  ['a part for a URL', percentEncoded(stored, 'password'), '{{ .password | urlquery | replace "+" "%20" }}'],
  ['literal text', literal('redis://'), 'redis://'],
  ['text that looks like an action', literal('{{ .x }}'), '{{ "{" }}{{ "{" }} .x }}'],
])('%s', (_, value, expected) => expect(secretTemplate(value.parts, nameOf)).toBe(expected));

test('a password in a URL is percent-encoded by RFC 3986, and a URL parser gives it back', () => {
  const template = secretTemplate(join(literal('postgresql://'), percentEncoded(stored, 'username'), literal(':'), percentEncoded(stored, 'password'), literal('@db.example.com:5432/orders')).parts, nameOf);
  fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ minLength: 1 }), (password, username) => {
    const url = render(template, new Map([['password', password], ['username', username]]));
    const encoded = [username, password].map(text => [...Buffer.from(text)].map(byte).join(''));
    expect(url).toBe(`postgresql://${encoded.join(':')}@db.example.com:5432/orders`);
    const parsed = new URL(url);
    expect([parsed.username, parsed.password].map(decodeURIComponent)).toEqual([username, password]);
    expect(parsed.host).toBe('db.example.com:5432');
  }), { numRuns: 1000 });
});

test('the operator renders literal text and credentials as they are, braces at every seam included', () => {
  const literals = fc.string({ unit: fc.constantFrom('{', '}', '{{', '}}', '"', ' .password ', '-', 'a', '\n') }).map(text => literal(text).parts[0]);
  const parts = fc.array(fc.oneof(literals, fc.constant<BindingPart>(secret(stored, 'password').parts[0])));
  fc.assert(fc.property(parts, fc.string(), (given, password) => {
    expect(render(secretTemplate(given, nameOf), new Map([['password', password]]))).toBe(given.map(part => part.literal ?? password).join(''));
  }), { numRuns: 500 });
});
