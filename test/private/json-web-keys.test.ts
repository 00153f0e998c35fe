import { assertPublicKeys } from '../../src/private/json-web-keys';
import { expectRefusal, refusalOf } from '../support/declare';

const publicKey = { kty: 'RSA', kid: 'a', n: 'xAE7eB6qugXyCAG3yhh7pkDkT65pHymX', e: 'AQAB' };
const set = (...keys: object[]) => JSON.stringify({ keys });

test('a set of public keys stays as it was written', () => expect(assertPublicKeys(set(publicKey), 'a')).toBe(set(publicKey)));

test.each([
  ['a private key', { ...publicKey, d: 'Eq5xpGnNCivDflJsRQBXHx1h' }], ['a part of one', { ...publicKey, qi: 'Eq5xpGnN' }], ['a key of an elliptic curve', { kty: 'EC', crv: 'P-256', d: 'Eq5xpGnN' }],
  ['a key that both sides know', { kty: 'oct', k: 'Eq5xpGnN' }],
])('BST510: %s is refused and not repeated', (_, key) => {
  expectRefusal(() => assertPublicKeys(set(publicKey, key), 'a'), 'BST510', 'a', 'public keys alone');
  expect(refusalOf(() => assertPublicKeys(set(key), 'a')).message).not.toContain('Eq5xpGnN');
});

test.each(['', '{}', '{"keys":[]}', '{"keys":[1]}', '{"keys":[null]}', '{"keys":[{"kid":"a"}]}', 'null', '-----BEGIN PUBLIC KEY-----'])('BST542: %j is no set of keys', text =>
  expectRefusal(() => assertPublicKeys(text, 'a'), 'BST542', 'a', 'no JSON Web Key Set'));
