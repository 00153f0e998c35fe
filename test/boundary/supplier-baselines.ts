import { App } from 'cdk8s';
import {
  BindingValue, CredentialPart, ExternalSecretsOperator, FirstSupplier, ManifestRenderer, OnePasswordOperator, RefreshPolicy, SecretCreationPolicy,
  SecretDeletionPolicy, SecretEncoding, SecretsStoreCsiDriver, SecretStore, SecretSupplier, SuppliedSecret, VaultSecretsOperator,
} from '../../src';
import { CallName } from '../../src/private/boundary';
import { Baselines, credentials, labels, second, vault } from './baseline-parts';

const generated = () => ({
  name: 'dev-db', namespace: 'shop', key: 'password', length: 32, copy: vault().entry('shop/dev-db'), type: 'kubernetes.io/basic-auth', labels: { team: 'shop' },
  texts: { username: 'dev' },
});
/** Secrets that follow the store, and some that are made once. */
const fetchedAs = () => [
  { refreshPolicy: RefreshPolicy.PERIODIC, refreshInterval: second(), deletionPolicy: SecretDeletionPolicy.DELETE,
    creationPolicy: SecretCreationPolicy.OWNER },
  { refreshPolicy: RefreshPolicy.CREATED_ONCE, immutable: true, secretType: 'Opaque', secretLabels: labels, secretAnnotations: { 'example.com/a': 'b' } },
].map(options => ({ args: [options] }));
const suppliedSecret = (from = credentials()) => SuppliedSecret._of({ name: 'web-cache', namespace: 'shop', type: 'servicebinding.io/redis' }, new Map([['uri', BindingValue.secret(from, 'password')]]));
const item = () => SecretStore.onePassword('Shop').secret('cache');
const csi = () => ({
  vault: { address: 'https://vault.example.com:8200', kubernetesMount: 'kubernetes/shop' },
  azure: { tenantId: '11111111-2222-3333-4444-555555555555', clientId: '66666666-7777-8888-9999-aaaaaaaaaaaa' }, awsPodIdentity: true,
});
const inVault = () => SecretStore.vaultKeyValue('vault', { mount: 'kv', version: 1 }).secret('shop/cache');

export const SUPPLIERS = {
  'ManifestRenderer#renders': () => ({ on: ManifestRenderer.HELM, args: [new App()] }),
  'SecretSupplier#generate': bench => ({ on: SecretSupplier.prototype, args: [bench.chart, generated()] }),
  'SecretSupplier#generates': () => ({ on: SecretSupplier.prototype, args: [vault().entry('a')] }),
  'CredentialPart.generated': () => ({ args: ['dev-db', { length: 40, copy: vault().entry('shop/dev-db') }] }),
  'ExternalSecretsOperator#generate': bench => ({ on: new ExternalSecretsOperator(), args: [bench.chart, generated()] }),
  'ExternalSecretsOperator#generates': () => ({ on: new ExternalSecretsOperator(), args: [CredentialPart.generated('dev-db')] }),
  'ExternalSecretsOperator#keepsCopyOf': () => ({ on: new ExternalSecretsOperator(), args: [CredentialPart.generated('dev-db')] }),
  'SecretSupplier#keepsCopyOf': () => ({ on: SecretSupplier.prototype, args: [CredentialPart.generated('dev-db')] }),
  'FirstSupplier#keepsCopyOf': () => ({ on: new FirstSupplier(new ExternalSecretsOperator()), args: [CredentialPart.generated('dev-db')] }),
  'Secrets.externalSecrets': fetchedAs,
  'new ExternalSecretsOperator': fetchedAs,
  'KubernetesSecret.sealed': () => ({ args: ['sealed'] }),
  'KubernetesSecret.sops': () => ({ args: ['encrypted'] }),
  'SecretStore.onePassword': () => ({ args: ['Shop'] }),
  'SecretStore.vaultDynamic': () => ({ args: ['platform/vault', { mount: 'database' }] }),
  'SecretStore.vaultKeyValue': () => ({ args: ['platform/vault', { mount: 'kv', version: 1 }] }),
  'SecretSupplier#keyOf': () => ({ on: new VaultSecretsOperator(), args: [credentials().part('password')] }),
  'SecretSupplier#volumeOf': () => ({ on: new VaultSecretsOperator(), args: [suppliedSecret()] }),
  'SecretSupplier#whyNot': () => ({ on: new ExternalSecretsOperator(), args: [suppliedSecret()] }),
  'VaultSecretsOperator#encodes': () => ({ on: new VaultSecretsOperator(), args: [SecretEncoding.PERCENT] }),
  'VaultSecretsOperator#fetches': () => ({ on: new VaultSecretsOperator(), args: [credentials().part('password')] }),
  'VaultSecretsOperator#supply': bench => ({ on: new VaultSecretsOperator(), args: [bench.chart, suppliedSecret(inVault())] }),
  'VaultSecretsOperator#whyNot': () => ({ on: new VaultSecretsOperator(), args: [suppliedSecret(inVault())] }),
  'FirstSupplier#encodes': () => ({ on: new FirstSupplier(new VaultSecretsOperator()), args: [SecretEncoding.PERCENT] }),
  'FirstSupplier#fetches': () => ({ on: new FirstSupplier(new VaultSecretsOperator()), args: [credentials().part('password')] }),
  'FirstSupplier#supply': bench => ({ on: new FirstSupplier(new VaultSecretsOperator()), args: [bench.chart, suppliedSecret(inVault())] }),
  'FirstSupplier#whyNot': () => ({ on: new FirstSupplier(new VaultSecretsOperator()), args: [suppliedSecret(inVault())] }),
  'FirstSupplier#generate': bench => ({ on: new FirstSupplier(new ExternalSecretsOperator()), args: [bench.chart, generated()] }),
  'FirstSupplier#generates': () => ({ on: new FirstSupplier(new ExternalSecretsOperator()), args: [CredentialPart.generated('dev-db')] }),
  'FirstSupplier#keyOf': () => ({ on: new FirstSupplier(new VaultSecretsOperator()), args: [credentials().part('password')] }),
  'FirstSupplier#volumeOf': () => ({ on: new FirstSupplier(new VaultSecretsOperator()), args: [suppliedSecret(inVault())] }),
  'OnePasswordOperator#encodes': () => ({ on: new OnePasswordOperator(), args: [SecretEncoding.PERCENT] }),
  'OnePasswordOperator#fetches': () => ({ on: new OnePasswordOperator(), args: [credentials().part('password')] }),
  'OnePasswordOperator#supply': bench => ({ on: new OnePasswordOperator(), args: [bench.chart, suppliedSecret(item())] }),
  'OnePasswordOperator#whyNot': () => ({ on: new OnePasswordOperator(), args: [suppliedSecret(item())] }),
  'OnePasswordOperator#keyOf': () => ({ on: new OnePasswordOperator(), args: [credentials().part('password')] }),
  'SecretsStoreCsiDriver#encodes': () => ({ on: new SecretsStoreCsiDriver(), args: [SecretEncoding.PERCENT] }),
  'SecretsStoreCsiDriver#fetches': () => ({ on: new SecretsStoreCsiDriver(), args: [credentials().part('password')] }),
  'SecretsStoreCsiDriver#supply': bench => ({ on: new SecretsStoreCsiDriver(), args: [bench.chart, suppliedSecret(inVault())] }),
  'SecretsStoreCsiDriver#whyNot': () => ({ on: new SecretsStoreCsiDriver(), args: [suppliedSecret(inVault())] }),
  'SecretsStoreCsiDriver#volumeOf': () => ({ on: new SecretsStoreCsiDriver(), args: [suppliedSecret(inVault())] }),
  'Secrets.firstOf': () => ({ args: [new VaultSecretsOperator(), new OnePasswordOperator()] }),
  'Secrets.onePassword': () => ({ args: [{ restarts: false }] }),
  'Secrets.secretsStoreCsi': () => ({ args: [csi()] }),
  'Secrets.vaultSecretsOperator': () => ({ args: [{ refreshAfter: second(), restarts: false }] }),
  'new FirstSupplier': () => ({ args: [new VaultSecretsOperator(), [new OnePasswordOperator()]] }),
  'new OnePasswordOperator': () => ({ args: [{ restarts: false }] }),
  'new SecretsStoreCsiDriver': () => ({ args: [csi()] }),
  'new VaultSecretsOperator': () => ({ args: [{ refreshAfter: second(), restarts: false }] }),
  'ExternalSecretsOperator#encodes': () => ({ on: new ExternalSecretsOperator(), args: [SecretEncoding.PERCENT] }),
  'ExternalSecretsOperator#fetches': () => ({ on: new ExternalSecretsOperator(), args: [vault().entry('shop/token')] }),
  'ExternalSecretsOperator#supply': bench => ({ on: new ExternalSecretsOperator(), args: [bench.chart, suppliedSecret()] }),
} satisfies Partial<Record<CallName, Baselines>>;
