import { SecretStore } from '../../src';
import { expectRefusal, refusalOf, survivesHostileText } from '../support/declare';

test.each([
  [SecretStore.cluster('vault'), 'ClusterSecretStore'], [SecretStore.namespaced('vault'), 'SecretStore'],
])('%j is a %s', (store, kind) => {
  expect({ ...store }).toEqual({ kind, name: 'vault' });
  expect(store.secret('shop/cache')).toMatchObject({ storeKind: kind, storeName: 'vault', storeKey: 'shop/cache' });
});

test.each(['cluster', 'namespaced'] as const)('BST801: refuses a name that no %s store can have', kind =>
  expectRefusal(() => SecretStore[kind]('My Vault'), 'BST801', `SecretStore.${kind}`, '"My Vault"', 'RFC 1123 subdomain'));

test('BST510: refuses a credential in place of its name', () => {
  const secret = () => SecretStore.cluster('vault').secret('hunter2 is my CANARY');
  expectRefusal(secret, 'BST510', 'SecretStore(vault).secret', 'not repeated here', 'keep the credential in a secret store');
  expect(refusalOf(secret).message).not.toContain('CANARY');
});

test('survives hostile text', () => survivesHostileText(text => [SecretStore.cluster(text), SecretStore.namespaced(text)]));
