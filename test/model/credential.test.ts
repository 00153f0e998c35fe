import * as fc from 'fast-check';
import { Credential, CredentialPart } from '../../src';
import { isBranded } from '../../src/private/brand';
import { accepts, expectRefusal, hostileText, refusalOf, survivesHostileText, vault } from '../support/declare';

const part = vault.entry('shop/db');

test('has the parts that it is made of, sorted by name', () => {
  const credential = Credential.of({ username: CredentialPart.text('app'), password: part, ca: part });
  expect(Object.keys(credential.parts)).toEqual(['ca', 'password', 'username']);
  expect([credential.part('password'), credential.part('username').literal]).toEqual([part, 'app']);
  expect(['ca', 'uri', 'toString', 'constructor', '__proto__'].map(name => credential.has(name))).toEqual([true, false, false, false, false]);
  expect(isBranded(credential, 'Credential')).toBe(true);
});

test('with one part more, or another in its place, it is another credential', () => {
  const credential = Credential.of({ password: part });
  const other = credential.with('ca', part).with('password', vault.entry('other'));
  expect([Object.keys(other.parts), other.part('password').entry]).toEqual([['ca', 'password'], 'other']);
  expect([Object.keys(credential.parts), credential.part('password').entry]).toEqual([['password'], 'shop/db']);
});

test('BST017: refuses to be of no parts', () => expectRefusal(() => Credential.of({}), 'BST017', 'Credential.of', 'no parts lets nobody in', 'leave the credential out'));

test('BST017: refuses to give a part that it lacks, and lists those that it has', () =>
  expectRefusal(() => Credential.of({ password: part, ca: part }).part('uri'), 'BST017', 'Credential.part', 'no part "uri"', '"ca", "password"', 'give it that part'));

test.each(['Password', '', 'pass word', 'pass_word', '-a', 'a-', 'a--b', '1a', '__proto__', 'a'.repeat(64)])('BST801: refuses the part %p', name =>
  expectRefusal(() => Credential.of({ [name]: part }), 'BST801', 'Credential.of', 'cannot be a part of a credential', 'words joined by "-"'));

test.each(['password', 'token', 'private-key', 'uri', 'secret-key', 'api-key', 'client-secret', 'access-token', 'passphrase', 'secret'])('BST510: refuses a literal as %s and does not repeat it', name => {
  const literal = () => Credential.of({ username: part }).with(name, CredentialPart.text('CANARY'));
  expectRefusal(literal, 'BST510', 'Credential.of', `the part "${name}" is the name of a secret`, 'not repeated here', 'keep the credential in a secret store');
  expect(literal).not.toThrow('CANARY');
});

test('a text is no secret where it is empty, or where its name does not say so', () => {
  const texts = { 'password': '', 'token-type': 'Bearer', 'secret-name': 'db' };
  const parts = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, CredentialPart.text(text)]));
  expect(Object.values(Credential.of(parts).parts).map(({ literal }) => literal)).toEqual(['', 'db', 'Bearer']);
});

test.each(['ghp_CANARYCANARY', '9f86d081884c7d659a2feaa0c55ad015'])('BST510: refuses the credential %s as the name of a part and does not repeat it', name => {
  expectRefusal(() => Credential.of({ [name]: part }), 'BST510', 'Credential.of', 'not repeated here');
  expect(refusalOf(() => Credential.of({ [name]: part })).message).not.toContain(name.slice(4));
});

test('every accepted part makes one path segment and, upper-cased, the last part of a variable', () => {
  const near = fc.string({ unit: fc.constantFrom(...'az09-._/A'), maxLength: 66 });
  fc.assert(fc.property(fc.oneof(hostileText, near), name => {
    if (!accepts(() => Credential.of({ [name]: part }))) return;
    expect(name).toMatch(/^[a-z0-9-]{1,63}$/);
    expect(name.replaceAll('-', '_').toUpperCase()).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
  }), { numRuns: 1000 });
});

test('survives hostile text', () => survivesHostileText(text => [
  () => Credential.of({ [text]: part }), () => Credential.of({ ca: part }).part(text), () => Credential.of({ ca: part }).with(text, part),
].forEach(call => call())));

test.each<[string, (credential: Credential) => unknown]>([
  ['part in place of one', ({ parts }) => { parts.password = CredentialPart.text('CANARY'); }], ['part more', ({ parts }) => { parts.uri = CredentialPart.text('CANARY'); }],
  ['parts', credential => Object.assign(credential, { parts: { password: CredentialPart.text('CANARY') } })],
])('takes no %s once it is made', (_, change) => expect(() => change(Credential.of({ password: part }))).toThrow(TypeError));
