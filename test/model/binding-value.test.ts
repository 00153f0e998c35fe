import { BindingValue, Credential, CredentialPart, SecretEncoding } from '../../src';
import { expectRefusal, textOf, vault } from '../support/declare';

const secret = vault.secret('shop/db');

test('literal text is known', () => expect(BindingValue.literal('redis://').text).toBe('redis://'));

test('a part of a credential is a reference, as it is kept or percent-encoded', () => {
  const { NONE, PERCENT } = SecretEncoding;
  expect(BindingValue.secret(secret, 'username').parts).toEqual([expect.objectContaining({ name: 'username', secret: secret.part('username'), encoding: NONE })]);
  expect(BindingValue.percentEncoded(secret, 'password').parts).toEqual([expect.objectContaining({ name: 'password', secret: secret.part('password'), encoding: PERCENT })]);
});

test('joined values keep their order', () => {
  const url = BindingValue.join(BindingValue.literal('a:'), BindingValue.join(BindingValue.secret(secret, 'username'), BindingValue.literal('@')));
  expect(textOf(url)).toBe('a:{shop/db username}@');
  expect(url.text).toBeUndefined();
});

test('joined literals are known text, also none and empty ones', () => {
  expect(BindingValue.join(BindingValue.literal('a'), BindingValue.literal(''), BindingValue.literal('b')).text).toBe('ab');
  expect(BindingValue.join().text).toBe('');
});

describe('a part that is no secret, or needs no encoding', () => {
  const mixed = Credential.of({ username: CredentialPart.text("o'neil @x"), password: vault.property('shop/db', 'pass').urlSafe() });

  test.each([[SecretEncoding.NONE, "o'neil @x"], [SecretEncoding.PERCENT, 'o%27neil%20%40x'], [SecretEncoding.LIBPQ, "'o\\'neil @x'"]])('is known text, written as %s', (encoding, text) =>
    expect(BindingValue.encoded(mixed, 'username', encoding).text).toBe(text));

  test('stands in a URL as it is kept', () => expect(textOf(BindingValue.percentEncoded(mixed, 'password'))).toBe('{shop/db pass}'));

  test('stands in quotes as it is kept, which Kubernetes itself can put together', () => expect(textOf(BindingValue.encoded(mixed, 'password', SecretEncoding.LIBPQ))).toBe('\'{shop/db pass}\''));
});

test('BST017: refuses a part that the credential lacks', () =>
  expectRefusal(() => BindingValue.secret(secret, 'uri'), 'BST017', 'Credential.part', 'no part "uri"'));

test('the path of a file is known as soon as its folder is; a secret never is', () => {
  const path = BindingValue.join(BindingValue.literal('file:'), BindingValue.file('ca.crt'));
  expect([path.text, path.holdsSecret, path.textIn('/bindings/db')]).toEqual([undefined, false, 'file:/bindings/db/ca.crt']);
  const url = BindingValue.join(path, BindingValue.secret(secret, 'username'));
  expect([url.holdsSecret, url.textIn('/bindings/db')]).toEqual([true, undefined]);
});
