import { assertUsableInTheClear } from '../../src/backing-services/usable-in-the-clear';
import { expectRefusal, vault } from '../support/declare';

test('what a client sends in a request is of use to one that starts no TLS', () => {
  const credential = vault.secret('a', { token: 't', username: 'u', password: 'p' });
  expect(assertUsableInTheClear(credential, 'shop/a', 'start TLS')).toBe(credential);
});

test('BST017: refuses what only a handshake takes, and says how there would be one', () =>
  expectRefusal(() => assertUsableInTheClear(vault.secret('a', { 'token': 't', 'ca': 'c', 'private-key': 'k' }), 'shop/a', 'start TLS'), 'BST017', 'shop/a',
    '"ca", "private-key"', 'start TLS, or leave these parts out'));
