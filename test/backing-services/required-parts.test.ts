import { assertParts } from '../../src/backing-services/required-parts';
import { expectRefusal, vault } from '../support/declare';

const SETS = [['username', 'password'], ['uri']];

test.each<Record<string, string>>([{ username: 'u', password: 'p' }, { uri: 'u' }, { uri: 'u', ca: 'c' }])('a credential with one of the sets is returned: %j', parts => {
  const credential = vault.secret('db', parts);
  expect(assertParts(credential, SETS, 'p')).toBe(credential);
});

test.each<Record<string, string>>([{ username: 'u' }, { token: 't' }, { 'client-certificate': 'c' }])('BST017: refuses %j, and says what is due', parts =>
  expectRefusal(() => assertParts(vault.secret('db', parts), SETS, 'shop/db'), 'BST017', 'shop/db',
    `the credential has "${Object.keys(parts)[0]}"`, 'due is "username" and "password", or "uri"', 'name the missing parts'));
