import { ExistingSecretProps, KubernetesSecret, OperatorSecretProps, SecretMaker } from '../../src';
import { expectRefusal, refusalOf, survivesHostileText } from '../support/declare';

const existing: Required<ExistingSecretProps> = { reason: 'made by the data team' };
const operator: Required<OperatorSecretProps> = { producer: 'KafkaUser orders', emittedKind: 'KafkaUser' };
const ofTeam = KubernetesSecret.existing('db-creds', existing);

test.each<[string, KubernetesSecret, object]>([
  ['somebody else', ofTeam, { maker: SecretMaker.SOMEBODY, producer: existing.reason, emittedKind: undefined }],
  ['an operator, for an object that this program emits', KubernetesSecret.ofOperator('db-creds', operator), { maker: SecretMaker.PROGRAM, ...operator }],
  ['an operator, for a resource of its own', KubernetesSecret.ofOperator('db-creds', { producer: 'Cluster db' }), { maker: SecretMaker.OPERATOR, producer: 'Cluster db' }],
  ['the Sealed Secrets controller', KubernetesSecret.sealed('db-creds'), { maker: SecretMaker.SOMEBODY, producer: 'SealedSecret db-creds', emittedKind: undefined }],
  ['SOPS', KubernetesSecret.sops('db-creds'), { maker: SecretMaker.SOMEBODY, producer: 'Secret db-creds, which is decrypted by SOPS', emittedKind: undefined }],
])('is made by %s, and so is each of its keys', (_, secret, made) => {
  expect(secret).toMatchObject({ name: 'db-creds', ...made });
  expect(secret.key('pass')).toMatchObject({ secretName: 'db-creds', key: 'pass', isStored: false, isUrlSafe: false, ...made });
});

test('a reason is kept without the space around it', () => expect(KubernetesSecret.existing('db', { reason: `  ${existing.reason}\n` }).producer).toBe(existing.reason));

test('a credential has the parts that are named, by default user name and password', () => {
  const keys = (given?: Record<string, string>) =>
    Object.entries(ofTeam.credential(given).parts).map(([part, { secretName, key }]) => [part, secretName, key]);
  expect(keys()).toEqual([['password', 'db-creds', 'password'], ['username', 'db-creds', 'username']]);
  expect(keys({ uri: 'url', ca: 'ca.pem' })).toEqual([['ca', 'db-creds', 'ca.pem'], ['uri', 'db-creds', 'url']]);
});

test('a reason has ten characters', () => expect(KubernetesSecret.existing('db', { reason: 'by team db' }).producer).toBe('by team db'));

test.each(['', 'short', '9 letters', '          '])('BST023: refuses the reason %p', reason =>
  expectRefusal(() => KubernetesSecret.existing('db', { reason }), 'BST023', 'KubernetesSecret.existing', `reason "${reason}"`, 'at least 10 characters', 'say who makes'));

test.each(['Db', 'db_creds', 'a'.repeat(254), ''])('BST801: refuses the name %p', name => {
  expectRefusal(() => KubernetesSecret.existing(name, existing), 'BST801', 'KubernetesSecret.existing', 'an object name', 'RFC 1123 subdomain');
  expectRefusal(() => KubernetesSecret.ofOperator(name, operator), 'BST801', 'KubernetesSecret.ofOperator', 'an object name', 'RFC 1123 subdomain');
  expectRefusal(() => KubernetesSecret.sealed(name), 'BST801', 'KubernetesSecret.sealed', 'an object name', 'RFC 1123 subdomain');
  expectRefusal(() => KubernetesSecret.sops(name), 'BST801', 'KubernetesSecret.sops', 'an object name', 'RFC 1123 subdomain');
});

test.each(['a key', '', '..', '../x', 'a/b'])('BST801: refuses the key %p', key =>
  expectRefusal(() => ofTeam.credential({ password: key }), 'BST801', 'KubernetesSecret(db-creds)', 'cannot be a Secret key', 'letters, digits'));

test.each<[string, () => unknown]>([
  ['name', () => KubernetesSecret.existing('CANARY_pw', existing)], ['name of an operator', () => KubernetesSecret.ofOperator('CANARY_pw', operator)], ['key', () => ofTeam.key('CANARY pw')],
])('BST801: does not repeat what stands in place of a %s', (_, call) => expect(refusalOf(call).message).toMatch(/^BST801 (?!.*CANARY).*not repeated here/));

const CREDENTIAL = 'ghp_CANARYCANARYCANARYCANARY';
test.each<[string, () => unknown]>([
  ['name', () => KubernetesSecret.existing(CREDENTIAL, existing)], ['name', () => KubernetesSecret.ofOperator(CREDENTIAL, operator)],
  ['name', () => KubernetesSecret.sealed(CREDENTIAL)], ['name', () => KubernetesSecret.sops(CREDENTIAL)],
  ['key', () => ofTeam.key(CREDENTIAL)], ['part', () => ofTeam.credential({ [CREDENTIAL]: 'password' })],
])('BST510: refuses a credential as %s and does not repeat it', (_, call) => {
  expect(refusalOf(call).code).toBe('BST510');
  expect(refusalOf(call).message).not.toContain('CANARY');
});

test('a Secret takes no change', () =>
  expect(() => Object.assign(KubernetesSecret.existing('db', { reason: 'made by the data team' }), { name: 'other' })).toThrow(TypeError));

test('survives hostile text', () => survivesHostileText(text => [
  () => KubernetesSecret.existing(text, existing), () => KubernetesSecret.existing('db', { reason: text }), () => KubernetesSecret.ofOperator(text, operator),
  () => KubernetesSecret.sealed(text), () => KubernetesSecret.sops(text), () => ofTeam.key(text), () => ofTeam.credential({ [text]: 'key' }),
].forEach(call => call())));
