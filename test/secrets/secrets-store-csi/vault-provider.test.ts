import { load } from 'js-yaml';
import { SecretStore } from '../../../src';
import { vaultProvider } from '../../../src/secrets/secrets-store-csi/vault-provider';
import { filesOf } from './objects';

test.each([
  ['version 2 of the key-value engine, whose entries lie below data', SecretStore.vaultKeyValue('orders', { mount: 'teams/shop' }), 'teams/shop/data/db'],
  ['version 1 of it', SecretStore.vaultKeyValue('orders', { mount: 'kv', version: 1 }), 'kv/db'],
  ['an engine that makes credentials', SecretStore.vaultDynamic('orders', { mount: 'database' }), 'database/db'],
])('asks for %s by the path of the API', (_, store, secretPath) => {
  const { objects, ...parameters } = vaultProvider().parameters(filesOf(store.secret('db', { password: 'pass "word"' })));
  expect(parameters).toEqual({ roleName: 'orders' });
  expect(load(objects)).toEqual([{ objectName: 'part-password', secretPath, secretKey: 'pass "word"' }]);
});

test('is told where Vault is, and where its auth method', () => {
  const provider = vaultProvider({ address: 'https://vault.example.com:8200', kubernetesMount: 'kubernetes/shop' });
  expect(provider.parameters(filesOf(SecretStore.vaultKeyValue('orders', { mount: 'kv' }).secret('db'))))
    .toMatchObject({ vaultAddress: 'https://vault.example.com:8200', vaultKubernetesMountPath: 'kubernetes/shop' });
});
