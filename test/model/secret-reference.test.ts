import { ExistingSecretOptions, SecretOrigin, SecretReference, StoredSecretOptions } from '../../src';
import { expectRefusal, refusalOf, survivesHostileText, vault } from '../support/declare';

const reason = 'made by the data team';
const existing: Required<ExistingSecretOptions> = { reason, usernameKey: 'user', passwordKey: 'pass', uriKey: 'url', caKey: 'ca.pem' };
const stored: Required<StoredSecretOptions> = { usernameProperty: 'user', passwordProperty: 'pass', caProperty: 'ca.pem' };

test('an existing Secret keeps every key it is told of', () => {
  const secret = SecretReference.existing('db-creds', existing);
  expect(secret).toMatchObject({ origin: SecretOrigin.EXISTING, secretName: 'db-creds', producer: reason, storeKey: undefined });
  expect(secret.keys).toEqual({ username: 'user', password: 'pass', uri: 'url', ca: 'ca.pem' });
});

test('a stored one keeps every property it is told of', () => {
  const secret = vault.secret('shop/db', stored);
  expect(secret).toMatchObject({ origin: SecretOrigin.STORE, storeKind: 'ClusterSecretStore', storeName: 'vault', storeKey: 'shop/db', producer: 'ClusterSecretStore vault' });
  expect([secret.keys, secret.secretName]).toEqual([{ username: 'user', password: 'pass', ca: 'ca.pem' }, undefined]);
});

test.each([SecretReference.existing('db', { reason }), vault.secret('db')])('user name and password are looked for under these names', secret => {
  expect(secret.keys).toEqual({ username: 'username', password: 'password' });
  expect(['username', 'password', 'uri', 'ca', 'toString', '__proto__'].map(part => secret.has(part))).toEqual([true, true, false, false, false, false]);
});

test.each(['', 'short', '          ', undefined as never])('BST014: refuses the reason %p', bad =>
  expectRefusal(() => SecretReference.existing('db', { reason: bad }), 'BST014', 'SecretReference.existing', `reason "${bad}"`, 'at least 10 characters', 'say who makes'));

test.each(['Db', 'db_creds', 'a'.repeat(254), ''])('BST801: refuses the Secret name %p', name =>
  expectRefusal(() => SecretReference.existing(name, { reason }), 'BST801', 'SecretReference.existing', 'an object name', 'RFC 1123 subdomain'));

test.each(['usernameKey', 'passwordKey', 'uriKey', 'caKey'])('BST801: refuses a %s that cannot be a key', option =>
  expectRefusal(() => SecretReference.existing('db', { reason, [option]: 'a key' }), 'BST801', 'Secret db', '"a key" cannot be a Secret key', 'letters, digits'));

const CREDENTIAL = 'ghp_CANARYCANARYCANARYCANARY';
test.each<[string, () => unknown]>([
  ['name', () => SecretReference.existing(CREDENTIAL, { reason })],
  ...(['usernameKey', 'passwordKey', 'uriKey', 'caKey'] as const).map(key => [key, () => SecretReference.existing('db', { reason, [key]: CREDENTIAL })] as [string, () => unknown]),
  ['key', () => vault.secret(CREDENTIAL)],
  ...(['usernameProperty', 'passwordProperty', 'caProperty'] as const).map(key => [key, () => vault.secret('db', { [key]: CREDENTIAL })] as [string, () => unknown]),
])('BST510: refuses a credential as %s and does not repeat it', (_, call) => {
  expect(refusalOf(call).code).toBe('BST510');
  expect(refusalOf(call).message).not.toContain('CANARY');
});

test('survives hostile text', () => survivesHostileText(text => {
  for (const option of Object.keys(existing)) SecretReference.existing('db', { reason, [option]: text });
  for (const option of Object.keys(stored)) vault.secret('db', { [option]: text });
  vault.secret(text);
  SecretReference.existing(text, { reason });
}));
