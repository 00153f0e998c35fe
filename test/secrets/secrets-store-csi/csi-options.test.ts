import { Secrets, SecretsStoreCsiOptions } from '../../../src';
import { expectRefusal, refusalOf } from '../../support/declare';

const tenantId = '11111111-2222-3333-4444-555555555555';
const path = 'Secrets.secretsStoreCsi';

test('options that can be so are taken', () => {
  const options: Required<SecretsStoreCsiOptions> = { vault: { address: 'http://vault.vault:8200', kubernetesMount: 'a/b' }, azure: { tenantId, clientId: tenantId.toUpperCase() }, awsPodIdentity: true };
  expect(Secrets.secretsStoreCsi(options).name).toBe('the Secrets Store CSI Driver');
});

test.each(['vault.example.com', 'ftp://a', 'https://', 'https://a/b', 'https://a:b', 'https://a b'])('BST801: refuses %p as the address of Vault', address =>
  expectRefusal(() => Secrets.secretsStoreCsi({ vault: { address } }), 'BST801', path, 'cannot be the address of Vault', 'https://vault.example.com:8200'));

test.each(['', '/kubernetes', 'a b'])('BST801: refuses %p as the path of an auth method', kubernetesMount =>
  expectRefusal(() => Secrets.secretsStoreCsi({ vault: { kubernetesMount } }), 'BST801', path, 'cannot be the path of an auth method'));

test.each(['tenantId', 'clientId'])('BST801: refuses what is no UUID as %s, and does not repeat it', identity => {
  const call = () => Secrets.secretsStoreCsi({ azure: { tenantId, clientId: tenantId, [identity]: 'c0rrect-h0rse' } });
  expectRefusal(call, 'BST801', path, 'cannot be an identity of Azure', 'a UUID');
  expect(refusalOf(call).message).not.toContain('c0rrect');
});

test('BST511: refuses an address with a password in it, and does not repeat it', () => {
  const call = () => Secrets.secretsStoreCsi({ vault: { address: 'https://root:hunter2@vault.example.com' } });
  expectRefusal(call, 'BST511', path);
  expect(refusalOf(call).message).not.toContain('hunter2');
});
