import { DataAccess, Locator, Login, Provision } from '../../src';
import { assertEntered, databaseOfServer, ENTERS_BY_PASSWORD_OR_URL } from '../../src/backing-services/database-of-server';
import { expectRefusal, newTopology, newWorkload, vault } from '../support/declare';

const RULES = { name: { what: 'a database', pattern: /^[a-z]+$/, longest: 9, allowed: 'letters' }, enters: ENTERS_BY_PASSWORD_OR_URL };
const locator = Locator.external({ addresses: [{ host: 'db.example.com', port: 1 }] });
const credentials = vault.secret('rw');
const database = (options = {}) => databaseOfServer(locator, { credentials, database: 'orders', ...options }, RULES, 'p');

test('the name of the database is a part of what each enters with', () => {
  const { login, database: beside } = database({ readOnlyCredentials: vault.secret('ro', { uri: 'u' }) });
  const parts = [DataAccess.READ_WRITE, DataAccess.READ_ONLY].map(access => login!.credentialFor(newWorkload(newTopology(), 'web'), access).parts);
  expect(parts).toMatchObject([{ database: { literal: 'orders' }, username: { entry: 'rw' } }, { database: { literal: 'orders' }, uri: { entry: 'ro' } }]);
  expect(beside).toBeUndefined();
});

test.each<[string, object, string]>([
  ['BST801', { database: 'a b' }, 'cannot be a database'], ['BST511', { database: 'x://u:CANARY@h' }, 'not repeated here'],
  ['BST017', { credentials: vault.secret('x', { username: 'u' }) }, 'due is "username" and "password", or "uri"'],
])('%s: refuses %j', (code, options, words) => {
  expectRefusal(() => database(options), code, 'p', words);
  expect(() => database(options)).not.toThrow('CANARY');
});

test('BST017: a provider of somebody else has to give a credential', () => {
  const provision = new Provision({ locator, login: Login.shared(credentials) });
  expect(assertEntered(provision, 'MySQL', 'p')).toBe(provision);
  expectRefusal(() => assertEntered(new Provision({ locator }), 'MySQL', 'p'), 'BST017', 'p', 'every user of MySQL has a name', 'give the Provision a login');
});
