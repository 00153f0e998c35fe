import { CredentialPart, KubernetesSecret, SecretMaker } from '../../src';
import { isBranded } from '../../src/private/brand';
import { expectRefusal, refusalOf, survivesHostileText, vault } from '../support/declare';

const property = vault.property('shop/db', 'pass');
const key = KubernetesSecret.ofOperator('db', { producer: 'KafkaUser db', emittedKind: 'KafkaUser' }).key('pass');

test('a literal is its text, kept nowhere', () => {
  const literal = CredentialPart.text('app');
  expect(literal).toMatchObject({ literal: 'app', isStored: false, producer: '', entry: undefined, secretName: undefined });
  expect(isBranded(literal, 'CredentialPart')).toBe(true);
});

test('a part of a store knows its entry, one of a Secret its key; only the first has to be fetched', () => {
  expect(property).toMatchObject({ storeKind: 'ClusterSecretStore', storeName: 'vault', entry: 'shop/db', property: 'pass', isStored: true });
  expect(key).toMatchObject({ secretName: 'db', key: 'pass', maker: SecretMaker.PROGRAM, producer: 'KafkaUser db', emittedKind: 'KafkaUser', isStored: false });
});

const told = ({ literal, storeKind, storeName, entry, property: of,
  secretName, key: at, maker, producer, emittedKind, isUrlSafe }: CredentialPart) => (
  { literal, storeKind, storeName, entry, of, secretName, at, maker, producer, emittedKind, isUrlSafe });

test.each([['of a store', property], ['of a Secret', key]])('a part %s that can stand in a URL is the same in all else', (_, part) => {
  expect(part.isUrlSafe).toBe(false);
  expect(told(part.urlSafe())).toEqual({ ...told(part), isUrlSafe: true });
  expect(part.urlSafe().place).toBe(part.place);
});

test.each([['of a store', property], ['of a Secret', key], ['of text', CredentialPart.text('a')]])('what a part %s was held to stays', (_, part) => {
  for (const member of ['literal', 'entry', 'secretName', 'key', 'isUrlSafe']) expect(() => Object.assign(part, { [member]: 'CANARY' })).toThrow(TypeError);
  expect(part.place).toBe(part.place);
});

test('two parts have one place only if they hold one value', () => {
  const ofTeam = KubernetesSecret.existing('db', { reason: 'made by the data team' });
  const inOperatorsNamespace = KubernetesSecret.ofOperator('db', { producer: 'Cluster db' });
  const parts = [
    property, vault.property('shop/db', 'user'), vault.property('shop', 'pass'), vault.entry('shop/db'), vault.entry('pass'), key, ofTeam.key('user'),
    inOperatorsNamespace.key('pass'), CredentialPart.text('pass'), CredentialPart.text('shop/db'),
  ];
  expect(new Set(parts.map(({ place }) => place)).size).toBe(parts.length);
  expect([vault.property('shop/db', 'pass').place, ofTeam.key('pass').place]).toEqual([property.place, key.place]);
});

test.each(['ghp_CANARYCANARY', 'AKIACANARYCANARYCANA', 'eyJCANARYCANARY.x'])('BST510: refuses the credential %s as a literal and does not repeat it', text => {
  expectRefusal(() => CredentialPart.text(text), 'BST510', 'CredentialPart.text', 'not repeated here', 'keep the credential in a secret store');
  expect(refusalOf(() => CredentialPart.text(text)).message).not.toContain('CANARY');
});

test.each(['0o14', 'a\nb', '\0', '\ud800', '\u202eevil'])('BST017: refuses the literal %j, of which a consumer would read something else', text =>
  expectRefusal(() => CredentialPart.text(text), 'BST017', 'CredentialPart.text', 'not repeated here', 'printable text on one line'));

test.each(['', 'app', 'o\'neil "x" {{ $(VAR) }} ü'])('accepts the literal %p', text => expect(CredentialPart.text(text).literal).toBe(text));

test('survives hostile text', () => survivesHostileText(text => [
  () => CredentialPart.text(text), () => vault.property(text, 'a'), () => vault.property('a', text), () => vault.entry(text),
].forEach(call => call())));

test('a generated password is in a Secret beside the server, and a URL takes it as it is', () => {
  const part = CredentialPart.generated('dev-db');
  expect(part).toMatchObject({ secretName: 'dev-db', key: 'password', maker: SecretMaker.GENERATOR, producer: 'generator dev-db', isStored: false, isUrlSafe: true });
  expect([part._generatedLength, CredentialPart.generated('dev-db', { length: 16 })._generatedLength, part.urlSafe()._generatedLength]).toEqual([32, 16, 32]);
});

test('a copy of a generated password is where a store keeps it, and makes it no other password', () => {
  const copy = vault.property('shop/dev-db', 'password');
  const part = CredentialPart.generated('dev-db', { copy });
  expect([part.copy, part.urlSafe().copy, CredentialPart.generated('dev-db').copy, part.isStored]).toEqual([copy, copy, undefined, false]);
  expect(part.place).toBe(CredentialPart.generated('dev-db').place);
});

test('BST017: refuses a copy that is in no store', () => expectRefusal(
  () => CredentialPart.generated('a', { copy: CredentialPart.generated('b') }), 'BST017', 'CredentialPart.generated', 'in none', 'name an entry of a store'));

test.each([15, 129, 20.5])('BST010: refuses a generated password of %s characters', length =>
  expectRefusal(() => CredentialPart.generated('a', { length }), 'BST010', 'CredentialPart.generated', '16..128'));
