import { AddressRole, BindingRequest, Credential, DataAccess, KubernetesSecret, Locator } from '../../src';
import { deliveryOf, enteredDatabase, partEntries } from '../../src/backing-services/entered-database';
import { newTopology, newWorkload, readable, vault } from '../support/declare';

const orders = newWorkload(newTopology(), 'orders');
const reader = { host: 'reader.example.com', port: 2, role: AddressRole.READ_ONLY };
const entered = (credential: Credential, access = DataAccess.READ_WRITE, beside = [reader]) =>
  enteredDatabase(Locator.external({ addresses: [{ host: 'db.example.com', port: 1 }, ...beside] }), BindingRequest._of(orders, access, [], credential));

test.each([
  [DataAccess.READ_WRITE, [reader], 'db.example.com'], [DataAccess.READ_ONLY, [reader], 'reader.example.com'], [DataAccess.READ_ONLY, [], 'db.example.com'],
])('who has %s is sent where that is done', (access, beside, host) => expect(entered(vault.secret('db'), access, beside).address.host).toBe(host));

test('a URL that somebody keeps is told where it leads there, or where nothing else is known', () => {
  const whole = vault.secret('db', { uri: 'u' });
  const both = vault.secret('db', { uri: 'u', username: 'n', password: 'p' });
  expect([whole, both].map(credential => entered(credential).isKeptWhole)).toEqual([true, true]);
  expect([whole, both].map(credential => entered(credential, DataAccess.READ_ONLY).isKeptWhole)).toEqual([true, false]);
  expect(entered(vault.secret('db')).isKeptWhole).toBe(false);
});

test('what there is of locator and credential is told in parts', () => {
  expect(readable(partEntries(entered(vault.secret('db', { username: 'u', password: 'p', token: 't' }))))).toEqual({
    '(host)': 'db.example.com', '(port)': '1', '(username)': '{db u}', '(password)': '{db p}',
  });
  expect(entered(vault.secret('db', { uri: 'u' })).hasPassword).toBe(false);
});

test('Kubernetes itself composes a variable of parts that need no encoding, but no file', () => {
  const kept = KubernetesSecret.existing('db', { reason: 'the data team makes it' });
  const safe = Credential.of({ username: kept.key('u').urlSafe(), password: kept.key('p').urlSafe() });
  expect(deliveryOf(entered(safe))).toEqual({ variable: 'URL' });
  expect([vault.secret('db'), safe.with('uri', kept.key('uri'))].map(credential => deliveryOf(entered(credential)))).toEqual(Array(2).fill({ variable: 'URL', file: 'uri' }));
});
