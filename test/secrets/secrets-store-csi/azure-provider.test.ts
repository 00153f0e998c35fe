import { load } from 'js-yaml';
import { Credential, SecretStore } from '../../../src';
import { azureProvider } from '../../../src/secrets/secrets-store-csi/azure-provider';
import { filesOf } from './objects';

const keyVault = SecretStore.of('AzureKeyVault', 'shop-kv');

test('asks the key vault that the store is named after for secrets, each described by a text of its own', () => {
  const credential = Credential.of({ username: keyVault.entry('db-user'), password: keyVault.entry('db-pass') });
  const { objects, ...parameters } = azureProvider({ tenantId: 't', clientId: 'c' }).parameters(filesOf(credential));
  expect(parameters).toEqual({ keyvaultName: 'shop-kv', tenantID: 't', clientID: 'c' });
  expect((load(objects) as { array: string[] }).array.map(object => load(object))).toEqual([
    { objectName: 'db-pass', objectType: 'secret', objectAlias: 'part-password' }, { objectName: 'db-user', objectType: 'secret', objectAlias: 'part-username' },
  ]);
});
