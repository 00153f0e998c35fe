import { BindingValue, SecretEncoding } from '../../src';
import { textOf, vault } from '../support/declare';

const secret = vault.secret('shop/db');

test('literal text is known', () => expect(BindingValue.literal('redis://').text).toBe('redis://'));

test('a part of a credential is a reference, as it is kept or percent-encoded', () => {
  expect(BindingValue.secret(secret, 'username').parts).toEqual([{ secret, part: 'username', encoding: SecretEncoding.NONE }]);
  expect(BindingValue.percentEncoded(secret, 'password').parts).toEqual([{ secret, part: 'password', encoding: SecretEncoding.PERCENT }]);
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
