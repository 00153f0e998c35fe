import { SecretStore } from '../../src';
import { expectRefusal, refusalOf, survivesHostileText } from '../support/declare';

const stores: Array<[SecretStore, string]> = [
  [SecretStore.cluster('vault'), 'ClusterSecretStore'], [SecretStore.namespaced('vault'), 'SecretStore'], [SecretStore.of('VaultRole', 'vault'), 'VaultRole'],
];

test.each(stores)('%j is a %s, and so is the store of all that is kept in it', (store, kind) => {
  expect({ ...store }).toEqual({ kind, name: 'vault' });
  const kept = { storeKind: kind, storeName: 'vault', producer: `${kind} vault`, isStored: true };
  expect(store.property('shop/cache', 'pass')).toMatchObject({ ...kept, entry: 'shop/cache', property: 'pass' });
  expect(store.entry('shop/token')).toMatchObject({ ...kept, entry: 'shop/token', property: undefined });
});

test.each([
  [SecretStore.vaultKeyValue('vault', { mount: 'kv' }), 'VaultKeyValueV2', 'vault', 'kv'],
  [SecretStore.vaultKeyValue('platform/vault', { mount: 'teams/shop', version: 1 }), 'VaultKeyValueV1', 'platform/vault', 'teams/shop'],
  [SecretStore.vaultDynamic('vault', { mount: 'database' }), 'VaultDynamic', 'vault', 'database'],
])('an engine of Vault has a mount, and so has all that is kept there: %#', (store, kind, name, mount) => {
  expect({ ...store }).toEqual({ kind, name, mount });
  expect(store.property('a', 'b')).toMatchObject({ storeKind: kind, storeName: name, storeMount: mount, producer: `${kind} ${name}` });
});

test('a vault of 1Password is called as people call it', () => {
  expect({ ...SecretStore.onePassword('Shop (prod)') }).toEqual({ kind: 'OnePasswordVault', name: 'Shop (prod)' });
  expect(SecretStore.onePassword('p4xyh2ov6ewhxfmhsqrj2ekplm').name).toBe('p4xyh2ov6ewhxfmhsqrj2ekplm');
});

test.each(['a/b', '/'])('BST801: refuses %p as a vault of 1Password', vault =>
  expectRefusal(() => SecretStore.onePassword(vault), 'BST801', 'SecretStore.onePassword', 'a vault of 1Password', 'text without "/"'));

test('what is kept at two mounts is kept in two places', () => {
  const [one, other] = ['kv', 'team'].map(mount => SecretStore.vaultKeyValue('vault', { mount }).property('a', 'b').place);
  expect(one).not.toBe(other);
});

test.each(['', '/kv', 'kv/', 'a//b', 'a b', 'a\n', '../{{'])('BST801: refuses %p as the mount of an engine', mount => {
  const words = ['cannot be the path of a secrets engine', 'in parts joined by "/"'];
  expectRefusal(() => SecretStore.vaultKeyValue('vault', { mount }), 'BST801', 'SecretStore.vaultKeyValue', ...words);
  expectRefusal(() => SecretStore.vaultDynamic('vault', { mount }), 'BST801', 'SecretStore.vaultDynamic', ...words);
});

test.each(['', 'My Vault', '/vault', 'platform/', 'a/b/c', 'a.b/vault'])('BST801: refuses %p as the name of a VaultAuth', auth =>
  expectRefusal(() => SecretStore.vaultKeyValue(auth, { mount: 'kv' }), 'BST801', 'SecretStore.vaultKeyValue', 'cannot be '));

test.each([0, 3, 1.5])('BST010: there is no version %p of the key-value engine', version =>
  expectRefusal(() => SecretStore.vaultKeyValue('vault', { mount: 'kv', version }), 'BST010', 'SecretStore.vaultKeyValue', 'allowed is a whole number in 1..2'));

test('a secret has the parts that are named, by default user name and password', () => {
  const properties = (given?: Record<string, string>) =>
    Object.entries(SecretStore.cluster('vault').secret('db', given).parts).map(([part, { entry, property }]) => [part, entry, property]);
  expect(properties()).toEqual([['password', 'db', 'password'], ['username', 'db', 'username']]);
  expect(properties({ uri: 'url', ca: 'ca.pem' })).toEqual([['ca', 'db', 'ca.pem'], ['uri', 'db', 'url']]);
});

test.each<[string, () => unknown]>([
  ['SecretStore.cluster', () => SecretStore.cluster('My Vault')], ['SecretStore.namespaced', () => SecretStore.namespaced('My Vault')],
  ['SecretStore.of', () => SecretStore.of('VaultRole', 'My Vault')],
])('BST801: %s refuses a name that no store can have and does not repeat it', (path, call) => {
  expectRefusal(call, 'BST801', path, 'a text (not repeated here) cannot be the name of a store', 'RFC 1123 subdomain');
  expect(refusalOf(call).message).not.toContain('My Vault');
});

test('BST801: of what stands in place of a kind only words are repeated', () =>
  expect(refusalOf(() => SecretStore.of('c0rrect-h0rse', 'vault')).message).not.toContain('c0rrect'));

test('a store takes no change', () => expect(() => Object.assign(stores[0][0], { name: 'other' })).toThrow(TypeError));

test.each(['vaultRole', '', 'Vault Role', 'Vault-Role'])('BST801: refuses %p as the kind of a store', kind =>
  expectRefusal(() => SecretStore.of(kind, 'vault'), 'BST801', 'SecretStore.of', `"${kind}" cannot be a kind of store`, 'an upper-case letter first'));

const CREDENTIAL = 'ghp_CANARYCANARYCANARYCANARY';
const IN_STORE = 'SecretStore(vault)';
test.each<[string, string, () => unknown]>([
  ['name', 'SecretStore.cluster', () => SecretStore.cluster(CREDENTIAL)], ['name', 'SecretStore.namespaced', () => SecretStore.namespaced(CREDENTIAL)],
  ['mount', 'SecretStore.vaultKeyValue', () => SecretStore.vaultKeyValue('vault', { mount: CREDENTIAL })],
  ['vault', 'SecretStore.onePassword', () => SecretStore.onePassword(CREDENTIAL)],
  ['name', 'SecretStore.vaultDynamic', () => SecretStore.vaultDynamic(CREDENTIAL, { mount: 'database' })],
  ['kind', 'SecretStore.of', () => SecretStore.of(CREDENTIAL, 'vault')], ['name', 'SecretStore.of', () => SecretStore.of('VaultRole', CREDENTIAL)],
  ['entry', IN_STORE, () => SecretStore.cluster('vault').secret(CREDENTIAL)], ['entry', IN_STORE, () => SecretStore.cluster('vault').entry(CREDENTIAL)],
  ['property', IN_STORE, () => SecretStore.cluster('vault').secret('db', { password: CREDENTIAL })],
])('BST510: refuses a credential as %s of %s and does not repeat it', (_, path, call) => {
  expectRefusal(call, 'BST510', path, 'not repeated here', 'keep the credential in a secret store');
  expect(refusalOf(call).message).not.toContain('CANARY');
});

test('survives hostile text', () => survivesHostileText(text => [
  () => SecretStore.onePassword(text), () => SecretStore.vaultKeyValue(text, { mount: 'kv' }), () => SecretStore.vaultKeyValue('vault', { mount: text }), () => SecretStore.vaultDynamic(`a/${text}`, { mount: text }),
  () => SecretStore.cluster(text), () => SecretStore.namespaced(text), () => SecretStore.of(text, 'vault'), () => SecretStore.of('Vault', text),
  () => SecretStore.cluster('vault').secret(text), () => SecretStore.cluster('vault').secret('db', { password: text }), () => SecretStore.cluster('vault').entry(text),
].forEach(call => call())));
