import { DataAccess, Tls, TlsAuthority } from '../../src';
import { operatedLogin, operatedTls } from '../../src/backing-services/operated-cassandra';
import { expectRefusal, newTopology, newWorkload, vault } from '../support/declare';

const at = { datacenter: 'dc1' };
const orders = newWorkload(newTopology(), 'orders');
const user = vault.secret('user');

test('clients start TLS where there is an authority to verify by', () => {
  expect([operatedTls(at), operatedTls({ ...at, caSecret: 'ca' })]).toEqual([Tls.NONE, Tls.byClient(TlsAuthority.LOGIN)]);
  expect(operatedLogin(user, { ...at, caSecret: 'own-ca' }, 'p').credentialFor(orders, DataAccess.READ_WRITE).part('ca')).toMatchObject({ secretName: 'own-ca', key: 'ca.crt' });
  expect(operatedLogin(user, at, 'p').credentialFor(orders, DataAccess.READ_WRITE).has('ca')).toBe(false);
});

test('an authority that comes with a user is the one that clients verify by', () => {
  const known = vault.secret('user', { username: 'u', password: 'p', ca: 'ca' });
  expect(operatedLogin(known, { ...at, caSecret: 'own-ca' }, 'p').credentialFor(orders, DataAccess.READ_WRITE)).toBe(known);
});

test('who only reads may have a user of its own', () => {
  const login = operatedLogin(user, { ...at, readOnlyCredentials: vault.secret('reader') }, 'p');
  expect([DataAccess.READ_WRITE, DataAccess.READ_ONLY].map(access => login.credentialFor(orders, access).part('username').entry)).toEqual(['user', 'reader']);
});

test('BST017: whoever enters has a name and a password', () => {
  const unnamed = vault.secret('x', { password: 'p' });
  expectRefusal(() => operatedLogin(unnamed, at, 'p'), 'BST017', 'p', 'due is "username" and "password"');
  expectRefusal(() => operatedLogin(user, { ...at, readOnlyCredentials: unnamed }, 'p'), 'BST017', 'p', 'due is "username" and "password"');
});
