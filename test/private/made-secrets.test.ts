import { secretsMadeBy } from '../../src/private/made-secrets';

const made = (apiGroup: string, kind: string, spec: object = {}, byHand = true) => secretsMadeBy({ group: apiGroup, kind, name: 'own', byHand, manifest: () => ({ spec }) });

test.each<[string, string, object, string[]]>([
  ['', 'Secret', {}, ['own']],
  ['external-secrets.io', 'ExternalSecret', {}, ['own']],
  ['external-secrets.io', 'ExternalSecret', { target: { name: 'a' } }, ['a']],
  ['external-secrets.io', 'ClusterExternalSecret', { externalSecretName: 'a' }, ['a']],
  ['external-secrets.io', 'ClusterExternalSecret', { externalSecretName: 'b', externalSecretSpec: { target: { name: 'a' } } }, ['a']],
  ['bitnami.com', 'SealedSecret', { template: { metadata: { name: 'a' } } }, ['own']],
  ['secrets.hashicorp.com', 'VaultStaticSecret', { destination: { name: 'a' } }, ['a']],
  ['secrets.hashicorp.com', 'VaultDynamicSecret', {}, []],
  ['secrets.hashicorp.com', 'VaultDynamicSecret', { destination: { name: 'a' } }, ['a']],
  ['secrets.hashicorp.com', 'VaultPKISecret', { destination: { name: 'a' } }, ['a']],
  ['secrets.hashicorp.com', 'HCPVaultSecretsApp', { destination: { name: 'a' } }, ['a']],
  ['secrets-store.csi.x-k8s.io', 'SecretProviderClass', { secretObjects: [{ secretName: 'a' }, { secretName: 'b' }] }, ['a', 'b']],
  ['onepassword.com', 'OnePasswordItem', {}, ['own']],
  ['cert-manager.io', 'Certificate', { secretName: 'a' }, ['a']],
  ['kafka.strimzi.io', 'KafkaUser', {}, ['own']],
  ['access.strimzi.io', 'KafkaAccess', { secretName: 'a' }, ['a']],
  ['example.com', 'Secret', {}, []],
  ['', 'ConfigMap', {}, []],
  ['external-secrets.io', 'ExternalSecret', { target: 'x' }, ['own']],
])('of %s/%s with %j come %j', (group, kind, spec, names) => expect(made(group, kind, spec)).toEqual(names));

test('what this package emits is named as the Secret is, and need not be rendered', () =>
  expect(made('external-secrets.io', 'ExternalSecret', { target: { name: 'a' } }, false)).toEqual(['own']));
