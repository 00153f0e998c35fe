import { Credential, CredentialPart, DataAccess, KubernetesSecret, Locator, Tls, TlsAuthority } from '../../src';
import { cloudNativePg } from '../../src/backing-services/cloud-native-pg';
import { postgresEntries } from '../../src/backing-services/postgres-binding';
import { BindingRequest } from '../../src/model/binding-request';
import { newTopology, newWorkload, readable, textOf, vault } from '../support/declare';

const orders = newWorkload(newTopology(), 'orders');
const placed = (authority: TlsAuthority) => Locator.external({ addresses: [{ host: 'db.example', port: 5433, tls: Tls.inProtocol(authority) }] });
const named = (credential: Credential) => credential.with('database', CredentialPart.text('or ders'));
const told = (credential: Credential, locator = placed(TlsAuthority.NONE), access = DataAccess.READ_WRITE) =>
  readable(postgresEntries(locator, BindingRequest._of(orders, access, [], credential)));

test('a URL is composed of encoded parts, and the parts are told beside it', () => {
  const url = 'postgresql://{rw username %}:{rw password %}@db.example:5433/or%20ders?sslmode=require';
  expect(told(named(vault.secret('rw')))).toEqual({
    'URL': url, '(uri)': url, '(host)': 'db.example', '(port)': '5433', '(database)': 'or ders', '(username)': '{rw username}', '(password)': '{rw password}', '(sslmode)': 'require',
  });
});

test('an IPv6 address stands in brackets in the URL, and alone beside it', () => {
  const locator = Locator.external({ addresses: [{ host: '2001:db8::7', port: 5433, tls: Tls.inProtocol() }] });
  expect(told(named(vault.secret('rw')), locator)).toMatchObject({ 'URL': expect.stringContaining('@[2001:db8::7]:5433/'), '(host)': '2001:db8::7' });
});

test('an authority is a file that the URL names, where clients verify by it', () => {
  const credential = named(vault.secret('rw', { username: 'u', password: 'p', ca: 'ca.pem' }));
  expect(told(credential, placed(TlsAuthority.LOGIN))).toMatchObject({
    'URL': expect.stringMatching(/\?sslmode=verify-full&sslrootcert=\/bindings\/b\/ca\.crt$/), '(ca.crt)': '{rw ca.pem}',
  });
  expect(told(credential)).not.toHaveProperty('(ca.crt)');
});

describe('a client certificate', () => {
  const credential = named(vault.secret('rw', { 'username': 'u', 'client-certificate': 'c', 'private-key': 'k' }));

  test('takes the place of the password: the URL names its files', () =>
    expect(told(credential)).toEqual({
      'URL': 'postgresql://{rw u %}@db.example:5433/or%20ders?sslmode=require&sslcert=/bindings/b/client.crt&sslkey=/bindings/b/client.key',
      '(uri)': 'postgresql://{rw u %}@db.example:5433/or%20ders?sslmode=require&sslcert=/bindings/b/client.crt&sslkey=/bindings/b/client.key',
      '(host)': 'db.example',
      '(port)': '5433',
      '(database)': 'or ders',
      '(username)': '{rw u}',
      '(sslmode)': 'require',
      '(client.crt)': '{rw c}',
      '(client.key)': '{rw k}',
    }));

  test('and its files are named by variables beside a URL that somebody keeps whole', () => {
    const whole = vault.secret('rw', { 'uri': 'u', 'username': 'n', 'ca': 'a', 'client-certificate': 'c', 'private-key': 'k' });
    expect(told(named(whole), placed(TlsAuthority.LOGIN))).toMatchObject({
      CA_FILE: '/bindings/b/ca.crt', CLIENT_CERTIFICATE_FILE: '/bindings/b/client.crt', PRIVATE_KEY_FILE: '/bindings/b/client.key',
    });
  });

  test('is of no use without a handshake', () => {
    const plain = Locator.external({ addresses: [{ host: 'db.example', port: 5433 }] });
    expect(told(credential, plain).URL).toMatch(/\?sslmode=disable$/);
  });
});

test.each([[TlsAuthority.SYSTEM, 'verify-full'], [TlsAuthority.NONE, 'require']])('without an authority of ours clients verify by their own, unless nobody vouches: %s is %s', (authority, mode) => {
  const entries = told(named(vault.secret('rw')), placed(authority));
  expect([entries['(sslmode)'], entries.URL]).toEqual([mode, expect.stringMatching(new RegExp(`\\?sslmode=${mode}$`))]);
});

test.each([
  [placed(TlsAuthority.SYSTEM), 'system'], [placed(TlsAuthority.LOGIN), '/bindings/b/ca.crt'], [placed(TlsAuthority.NONE), ''],
  [Locator.external({ addresses: [{ host: 'db.example', port: 5433 }] }), ''],
])('a convention for libpq finds the authorities in a role that nobody else is told', (locator, text) => {
  const credential = named(vault.secret('rw', { username: 'u', password: 'p', ca: 'c' }));
  const entries = postgresEntries(locator, BindingRequest._of(orders, DataAccess.READ_WRITE, [], credential));
  const found = entries.find(({ role }) => role === 'sslrootcert')!;
  expect([textOf(found.value), found.variable, found.file]).toEqual([text, undefined, undefined]);
});

test.each([[placed(TlsAuthority.SYSTEM), 'true'], [placed(TlsAuthority.NONE), 'true'], [Locator.external({ addresses: [{ host: 'db.example', port: 5433 }] }), 'false']])(
  'whether clients start TLS is told in a role, in no variable and no file', (locator, text) => {
    const found = postgresEntries(locator, BindingRequest._of(orders, DataAccess.READ_WRITE, [], named(vault.secret('rw')))).find(({ role }) => role === 'ssl')!;
    expect([found.value.text, found.variable, found.file]).toEqual([text, undefined, undefined]);
  });

test('any other part is told under its name', () =>
  expect(told(named(vault.secret('rw', { username: 'u', password: 'p', role: 'r' })))).toMatchObject({ 'ROLE': '{rw r}', '(role)': '{rw r}' }));

test('a URL that somebody else keeps is told as it is', () => {
  const existing = KubernetesSecret.existing('rw', { reason: 'made by the data team' }).credential({ uri: 'url' });
  for (const [credential, url] of [[existing, '{rw url}'], [vault.secret('rw', { uri: 'u' }), '{rw u}']] as const) {
    expect(told(named(credential))).toMatchObject({ 'URL': url, '(uri)': url });
  }
});

test('beside a URL that somebody else keeps, a variable names the file of an authority, which nobody would find otherwise', () => {
  const entries = told(named(vault.secret('rw', { uri: 'u', ca: 'c' })), placed(TlsAuthority.LOGIN));
  expect(entries).toMatchObject({ 'URL': '{rw u}', 'CA_FILE': '/bindings/b/ca.crt', '(ca.crt)': '{rw c}' });
  expect(told(named(vault.secret('rw', { username: 'u', password: 'p', ca: 'c' })), placed(TlsAuthority.LOGIN))).not.toHaveProperty('CA_FILE');
});

describe('of CloudNativePG', () => {
  const { locator, login } = cloudNativePg({ cluster: 'orders', namespace: 'data' }, { id: 'db', path: 'p' });
  const read = (access: DataAccess) => told(login!.credentialFor(orders, access), locator, access);
  const TLS = '?sslmode=verify-full&sslrootcert=/bindings/b/ca.crt';

  test("the URL is the operator's, with TLS verified", () => {
    expect(read(DataAccess.READ_WRITE)).toEqual({
      'URL': `{orders-app uri}${TLS}`,
      '(uri)': '{orders-app uri}',
      '(host)': 'orders-rw.data.svc',
      '(port)': '5432',
      '(database)': '{orders-app dbname}',
      '(username)': '{orders-app username}',
      '(password)': '{orders-app password}',
      '(sslmode)': 'verify-full',
      '(ca.crt)': '{orders-ca ca.crt}',
    });
  });

  test('one who only reads is led to the replicas, with parts that need no encoding', () => {
    const entries = read(DataAccess.READ_ONLY);
    expect(entries.URL).toBe(`postgresql://{orders-app username}:{orders-app password}@orders-ro.data.svc:5432/{orders-app dbname}${TLS}`);
    expect([entries['(host)'], entries['(uri)']]).toEqual(['orders-ro.data.svc', undefined]);
  });
});
