import { Credential, CredentialPart, DataAccess, KubernetesSecret, Locator, Tls, TlsAuthority } from '../../src';
import { mySqlEntries } from '../../src/backing-services/my-sql-binding';
import { BindingRequest } from '../../src/model/binding-request';
import { newTopology, newWorkload, readable, textOf, vault } from '../support/declare';

const orders = newWorkload(newTopology(), 'orders');
const placed = (tls: Tls) => Locator.external({ addresses: [{ host: 'db.example', port: 3307, tls }] });
const named = (credential: Credential) => credential.with('database', CredentialPart.text('or ders'));
const entries = (credential: Credential, tls = Tls.NONE) =>
  mySqlEntries(placed(tls), BindingRequest._of(orders, DataAccess.READ_WRITE, [], credential));

test('a URL is composed of encoded parts, and the parts are told beside it', () => {
  const url = 'mysql://{rw username %}:{rw password %}@db.example:3307/or%20ders';
  expect(readable(entries(named(vault.secret('rw'))))).toEqual({
    'URL': url, '(uri)': url, '(host)': 'db.example', '(port)': '3307', '(database)': 'or ders', '(username)': '{rw username}', '(password)': '{rw password}', '(ssl-mode)': 'PREFERRED',
  });
});

test('the default convention sets one variable; every other form is found by its role', () => {
  const told = entries(named(vault.secret('rw')));
  expect(told.filter(({ variable }) => variable !== undefined).map(({ role }) => role)).toEqual(['url']);
  expect(told.map(({ role }) => role)).toEqual([
    'url', 'bare-url', 'host', 'port', 'database', 'username', 'password', 'ssl-mode', 'jdbc-url', 'r2dbc-url', 'connection-string', 'dsn',
  ]);
});

test('a bare URL says nothing of TLS, so that a text adds the words of another client', () => {
  const bare = entries(named(vault.secret('rw')), Tls.inProtocol()).find(({ role }) => role === 'bare-url')!;
  expect(textOf(bare.value)).toBe('mysql://{rw username %}:{rw password %}@db.example:3307/or%20ders');
});

test('the authority and a certificate are told as files, where a variable names them too', () => {
  const credential = vault.secret('rw', { 'username': 'u', 'password': 'p', 'ca': 'c', 'client-certificate': 'cc', 'private-key': 'k' });
  expect(readable(entries(named(credential), Tls.inProtocol(TlsAuthority.LOGIN)))).toMatchObject({
    'CA_FILE': '/bindings/b/ca.crt', '(ca.crt)': '{rw c}', '(client.crt)': '{rw cc}', '(client.key)': '{rw k}',
  });
});

test('a URL that somebody else keeps is told as it is, and no form is made up of what is not known', () => {
  const whole = KubernetesSecret.existing('rw', { reason: 'made by the data team' }).credential({ uri: 'url' });
  expect(readable(entries(named(whole)))).toMatchObject({ 'URL': '{rw url}', '(uri)': '{rw url}' });
  expect(entries(named(whole)).map(({ role }) => role)).toEqual(['url', 'host', 'port', 'database', 'ssl-mode', 'jdbc-url', 'r2dbc-url']);
  expect(entries(whole).map(({ role }) => role)).toEqual(['url', 'host', 'port', 'ssl-mode']);
});
