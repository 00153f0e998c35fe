import { RolePasswords, SecretMaker, SecretStore } from '../../src';
import { expectRefusal, newTopology, newWorkload, vault } from '../support/declare';

const orders = () => newWorkload(newTopology(), 'orders');

test('a generated password is in the Secret of its role, of letters and digits', () => {
  expect(RolePasswords.generated({ length: 64 })._of(orders(), 'shop.orders.db.pg')).toMatchObject({
    secretName: 'shop.orders.db.pg', key: 'password', maker: SecretMaker.GENERATOR, isUrlSafe: true, _generatedLength: 64,
  });
});

test('a stored one is in an entry that is named for the consumer', () => {
  const { storeKind, storeName, entry, property } = RolePasswords.stored(vault, '{namespace}/db/{workload}')._of(orders(), 'unused');
  expect([storeKind, storeName, entry, property]).toEqual(['ClusterSecretStore', 'vault', 'shop/db/orders', 'password']);
});

test('a store may call it by another property', () => {
  expect(RolePasswords.stored(vault, 'db-{workload}', { property: 'pass' })._of(orders(), 'unused')).toMatchObject({ entry: 'db-orders', property: 'pass' });
});

test.each([
  ['shop/db', 'one for all consumers', '"shop/db/orders-db/{workload}"'],
  ['shop/{service}/{workload}', '"{service}"', 'allowed are {workload} and {namespace}'],
])('BST017: refuses the entry %s', (entry, ...[problem]) => {
  expectRefusal(() => RolePasswords.stored(vault, entry), 'BST017', 'RolePasswords.stored', problem);
});

test('BST017: refuses an engine that makes users itself', () => {
  const engine = SecretStore.vaultDynamic('vault', { mount: 'database' });
  expectRefusal(() => RolePasswords.stored(engine, 'creds/{workload}'), 'BST017', 'RolePasswords.stored', 'makes users itself', 'SecretStore.vaultKeyValue()');
});

test('BST510: refuses a credential where an entry is due', () => {
  expectRefusal(() => RolePasswords.stored(vault, 'hvs.CAESIJlU9JMYEhOPYv4igdhm9PnZDrabYTobQ4Ymnlq1qY'), 'BST510', 'SecretStore(vault)');
});

test('BST010: refuses a password that is too short', () => expectRefusal(() => RolePasswords.generated({ length: 8 }), 'BST010', 'CredentialPart.generated', '8'));

test('BST021: refuses one copy of the passwords of all', () => {
  const options = { length: 32, copy: vault.property('db', 'password') };
  expectRefusal(() => RolePasswords.generated(options), 'BST021', 'RolePasswords.generated()', 'copy');
});
