import { CredentialPart, ExternalSecretsOperator, KubernetesSecret, SecretEncoding, SecretStore } from '../../../src';

const operator = new ExternalSecretsOperator();

test.each<[string, CredentialPart, boolean]>([
  ['a ClusterSecretStore', SecretStore.cluster('vault').property('a', 'b'), true],
  ['a SecretStore', SecretStore.namespaced('vault').entry('a'), true],
  ['a store of another supplier', SecretStore.of('VaultAuth', 'vault').entry('a'), false],
  ['a Secret', KubernetesSecret.existing('a', { reason: 'made by the data team' }).key('b'), false],
  ['a text', CredentialPart.text('a'), false],
])('whether it fetches from %s: %#', (_, part, fetched) => expect(operator.fetches(part)).toBe(fetched));

test('its templates compose, and write a part in every way that there is', () =>
  expect([operator.composes, ...Object.values(SecretEncoding).map(encoding => operator.encodes(encoding))])
    .toEqual([true, true, true, true, true, true]));

test('messages name it', () => expect(operator.name).toBe('the External Secrets Operator'));
