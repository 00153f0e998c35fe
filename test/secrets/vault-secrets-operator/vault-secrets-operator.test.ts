import { ApiObject } from 'cdk8s';
import { Credential, CredentialPart, KubernetesSecret, Redis, RedisProvider, SecretBindings, SecretEncoding, Secrets, SecretStore, VaultSecretsOperator } from '../../../src';
import { Declaration } from '../../support/topology';

const operator = new VaultSecretsOperator();
const vault = SecretStore.vaultKeyValue('vault', { mount: 'kv' });

test.each<[string, CredentialPart, boolean]>([
  ['a property of version 2', vault.property('a', 'b'), true],
  ['a property of version 1', SecretStore.vaultKeyValue('vault', { mount: 'kv', version: 1 }).property('a', 'b'), true],
  ['a property of a credential that is made', SecretStore.vaultDynamic('vault', { mount: 'database' }).property('creds/a', 'password'), true],
  ['a whole entry, which is a map', vault.entry('a'), false],
  ['a store of another supplier', SecretStore.cluster('vault').property('a', 'b'), false],
  ['a Secret', KubernetesSecret.existing('a', { reason: 'made by the data team' }).key('b'), false],
  ['a text', CredentialPart.text('a'), false],
])('whether it fetches %s', (_, part, fetched) => expect(operator.fetches(part)).toBe(fetched));

test('its templates compose, and write a part in every way that there is', () =>
  expect([operator.composes, ...Object.values(SecretEncoding).map(encoding => operator.encodes(encoding))]).not.toContain(false));

test('messages name it', () => expect(operator.name).toBe('the Vault Secrets Operator'));

function found(credentials: Credential): [string[], number] {
  const declared = new Declaration();
  declared.workload('web').uses(new Redis(declared.topology, 'cache', { provider: RedisProvider.external({ host: 'c.example.com', credentials }) }));
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: Secrets.vaultSecretsOperator() });
  return [declared.found('BST519'), declared.chart.node.findAll().filter(made => ApiObject.isApiObject(made) && made.kind.startsWith('Vault')).length];
}

test('asks for a credential that it fetches by one object', () => expect(found(vault.secret('shop/cache'))).toEqual([[], 1]));

test.each([
  ['of another path', vault.property('other', 'username')],
  ['of another mount', SecretStore.vaultKeyValue('vault', { mount: 'other' }).property('shop/cache', 'username')],
  ['of another version', SecretStore.vaultKeyValue('vault', { mount: 'kv', version: 1 }).property('shop/cache', 'username')],
  ['that another VaultAuth reads', SecretStore.vaultKeyValue('other', { mount: 'kv' }).property('shop/cache', 'username')],
])('BST519: refuses a credential with a part in an entry %s, because one object reads one entry, and emits none', (_, username) => {
  expect(found(Credential.of({ username, password: vault.property('shop/cache', 'password') }))).toEqual([[
    'error web uses cache: the Vault Secrets Operator cannot supply web with the credentials of cache: its parts are in 2 entries of Vault, and one Secret is made of one; '
    + 'keep the whole credential where one supply reads it, or give the Platform another supplier',
  ], 0]);
});

test('BST519: names a store that it does not fetch from, and emits nothing for it', () => {
  expect(found(SecretStore.cluster('vault').secret('shop/cache'))).toEqual([[
    'error web uses cache: the Vault Secrets Operator does not fetch the credentials of cache from ClusterSecretStore vault; name a store that it knows, or give another supplier',
  ], 0]);
});
