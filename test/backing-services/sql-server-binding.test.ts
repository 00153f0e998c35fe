import { Credential, CredentialPart, DataAccess, Locator, Tls, TlsAuthority } from '../../src';
import { sqlServerEntries } from '../../src/backing-services/sql-server-binding';
import { BindingRequest } from '../../src/model/binding-request';
import { newTopology, newWorkload, readable, vault } from '../support/declare';

const orders = newWorkload(newTopology(), 'orders');
const placed = (tls: Tls) => Locator.external({ addresses: [{ host: 'db.example', port: 1434, tls }] });
const named = (credential: Credential) => credential.with('database', CredentialPart.text('or ders'));
const entries = (credential: Credential, tls = Tls.NONE) =>
  sqlServerEntries(placed(tls), BindingRequest._of(orders, DataAccess.READ_WRITE, [], credential));

test('a URL is composed of encoded parts, and the parts are told beside it', () => {
  const url = 'sqlserver://{rw username %}:{rw password %}@db.example:1434?database=or%20ders&encrypt=false&trustServerCertificate=true';
  expect(readable(entries(named(vault.secret('rw'))))).toEqual({
    'URL': url, '(uri)': url, '(host)': 'db.example', '(port)': '1434', '(database)': 'or ders', '(username)': '{rw username}', '(password)': '{rw password}',
    '(encrypt)': 'false', '(trust-server-certificate)': 'true',
  });
});

test('the default convention sets one variable; every other form is found by its role', () => {
  const told = entries(named(vault.secret('rw')));
  expect(told.filter(({ variable }) => variable !== undefined).map(({ role }) => role)).toEqual(['url']);
  expect(told.map(({ role }) => role)).toEqual([
    'url', 'host', 'port', 'database', 'username', 'password', 'encrypt', 'trust-server-certificate', 'jdbc-url', 'r2dbc-url', 'connection-string',
  ]);
});

test('the authority is told where clients verify by it, and any other part under its name', () => {
  const credential = named(vault.secret('rw', { username: 'u', password: 'p', ca: 'c', role: 'r' }));
  expect(readable(entries(credential, Tls.inProtocol(TlsAuthority.LOGIN)))).toMatchObject({ 'CA_FILE': '/bindings/b/ca.pem', '(ca.pem)': '{rw c}', 'ROLE': '{rw r}' });
  expect(readable(entries(credential))).not.toHaveProperty('(ca.pem)');
});

test('a URL that somebody else keeps is told as it is, and no form is made up of what is not known', () => {
  const whole = vault.secret('rw', { uri: 'u' });
  expect(readable(entries(named(whole)))).toMatchObject({ 'URL': '{rw u}', '(uri)': '{rw u}' });
  expect(entries(whole).map(({ role }) => role)).toEqual(['url', 'host', 'port', 'encrypt', 'trust-server-certificate']);
});
