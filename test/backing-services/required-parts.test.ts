import { assertParts, ENTERS_POSTGRES, ENTERS_REDIS } from '../../src/backing-services/required-parts';
import { expectRefusal, vault } from '../support/declare';

test('PostgreSQL is entered with a password, a certificate or a URL, and Redis with a password or a URL', () => {
  expect(ENTERS_POSTGRES).toEqual([['username', 'password'], ['username', 'client-certificate', 'private-key'], ['uri']]);
  expect(ENTERS_REDIS).toEqual([['password'], ['uri']]);
});

const SETS = [['username', 'password'], ['uri']];

test.each<Record<string, string>>([{ username: 'u', password: 'p' }, { uri: 'u' }, { uri: 'u', ca: 'c' }])('a credential with one of the sets is returned: %j', parts => {
  const credential = vault.secret('db', parts);
  expect(assertParts(credential, SETS, 'p')).toBe(credential);
});

test.each<Record<string, string>>([{ username: 'u' }, { token: 't' }, { 'client-certificate': 'c' }])('BST017: refuses %j, and says what is due', parts =>
  expectRefusal(() => assertParts(vault.secret('db', parts), SETS, 'shop/db'), 'BST017', 'shop/db',
    `the credential has "${Object.keys(parts)[0]}"`, 'due is "username" and "password", or "uri"', 'name the missing parts'));
