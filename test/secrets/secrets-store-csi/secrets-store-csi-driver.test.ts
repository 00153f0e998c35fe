import { ApiObject } from 'cdk8s';
import { Credential, CredentialPart, EnvNames, Redis, RedisProvider, SecretBindings, SecretEncoding, Secrets, SecretsStoreCsiDriver, SecretStore } from '../../../src';
import { Declaration } from '../../support/topology';

const azure = { tenantId: '11111111-2222-3333-4444-555555555555', clientId: '66666666-7777-8888-9999-aaaaaaaaaaaa' };
const vault = SecretStore.vaultKeyValue('shop', { mount: 'kv' });
const google = SecretStore.of('GoogleSecretManager', 'shop-prod');
const keyVault = SecretStore.of('AzureKeyVault', 'shop-kv');
const region = SecretStore.of('AwsSecretsManager', 'eu-west-1');

test.each<[string, CredentialPart, boolean]>([
  ['a property in Vault', vault.property('a', 'b'), true], ['a whole entry of Vault, which is a map', vault.entry('a'), false],
  ['a secret of AWS', region.entry('a'), true], ['a key of one', region.property('a', 'b'), true],
  ['a secret of Google', google.entry('a'), true], ['a property of one, which has none', google.property('a', 'b'), false],
  ['a secret of a key vault', keyVault.entry('a'), true], ['a property of one, which has none', keyVault.property('a', 'b'), false],
  ['a store of another supplier', SecretStore.cluster('vault').entry('a'), false], ['a text', CredentialPart.text('a'), false],
])('whether it fetches %s', (_, part, fetched) => expect(new SecretsStoreCsiDriver({ azure }).fetches(part)).toBe(fetched));

test('a key vault that nobody was named for is not entered', () => expect(new SecretsStoreCsiDriver().fetches(keyVault.entry('a'))).toBe(false));

test('it writes a part as it is, and puts none together', () => {
  const driver = new SecretsStoreCsiDriver();
  expect([driver.composes, ...Object.values(SecretEncoding).map(encoding => driver.encodes(encoding))])
    .toEqual([false, true, false, false, false, false]);
});

/** What is wrong with a password and a user name that are told apart. */
function found(username: CredentialPart, password: CredentialPart): string[] {
  const declared = new Declaration();
  const provider = RedisProvider.external({ host: 'c.example.com', credentials: Credential.of({ username, password }) });
  const envNames = EnvNames.map({ REDIS_USER: '{username}', REDIS_PASSWORD: '{password}' });
  declared.workload('web').uses(new Redis(declared.topology, 'cache', { provider }), { envNames });
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: Secrets.secretsStoreCsi({ azure }) });
  expect(declared.chart.node.findAll().filter(made => ApiObject.isApiObject(made) && made.kind === 'SecretProviderClass')).toHaveLength(declared.findings('BST519').length === 0 ? 1 : 0);
  return declared.findings('BST519').map(({ problem }) => problem.replace(/^.*credentials of cache: /, ''));
}

const TWO = ['its parts are in 2 stores, and one volume is of one'];
test.each<[string, CredentialPart, CredentialPart, string[]]>([
  ['two engines that one role enters', SecretStore.vaultDynamic('shop', { mount: 'database' }).property('creds/a', 'u'), vault.property('a', 'p'), []],
  ['two roles', SecretStore.vaultKeyValue('other', { mount: 'kv' }).property('a', 'u'), vault.property('a', 'p'), TWO],
  ['two kinds of stores', google.entry('a'), vault.property('a', 'p'), TWO],
  ['a VaultAuth of another namespace, which is no role', SecretStore.vaultKeyValue('a/b', { mount: 'kv' }).property('a', 'u'),
    SecretStore.vaultKeyValue('a/b', { mount: 'kv' }).property('a', 'p'), ['"a/b" names no role that enters the store']],
  ['a path where Google has names', google.entry('a/versions/1'), google.entry('b'), ['"a/versions/1" is no name of an entry of GoogleSecretManager shop-prod']],
  ['an underscore, which Azure has not', keyVault.entry('a'), keyVault.entry('db_pass'), ['"db_pass" is no name of an entry of AzureKeyVault shop-kv']],
])('of a credential in %s', (_, username, password, reasons) => expect(found(username, password)).toEqual(reasons));
