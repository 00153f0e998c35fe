import { Credential, CredentialPart, Tls, TlsAuthority } from '../../src';
import { credentialEntries } from '../../src/backing-services/credential-entries';
import { readable, vault } from '../support/declare';

const VERIFIED = Tls.byClient(TlsAuthority.LOGIN);
const told = (properties: Record<string, string>, tls = VERIFIED, left?: string[]) => readable(credentialEntries(vault.secret('api', properties), tls, left));

test('without a credential nothing is told', () => expect(credentialEntries(undefined, VERIFIED)).toEqual([]));

test('a token is a variable and a file', () => expect(told({ token: 't' })).toEqual({ 'TOKEN': '{api t}', '(token)': '{api t}' }));

test('so is any other part, under its name', () =>
  expect(told({ 'secret-key': 's', 'account-2': 'a' })).toEqual({
    'SECRET_KEY': '{api s}', '(secret-key)': '{api s}', 'ACCOUNT_2': '{api a}', '(account-2)': '{api a}',
  }));

test('certificates are files, and the variables say where', () =>
  expect(told({ 'ca': 'c', 'client-certificate': 'cert', 'private-key': 'key' })).toEqual({
    'CA_FILE': '/bindings/b/ca.crt',
    '(ca.crt)': '{api c}',
    'CLIENT_CERTIFICATE_FILE': '/bindings/b/client.crt',
    '(client.crt)': '{api cert}',
    'PRIVATE_KEY_FILE': '/bindings/b/client.key',
    '(client.key)': '{api key}',
  }));

test.each([Tls.NONE, Tls.BY_MESH, Tls.byClient(), Tls.inProtocol(TlsAuthority.NONE)])('an authority that nobody verifies by is not told: %j', tls =>
  expect(told({ ca: 'c', token: 't' }, tls)).toEqual({ 'TOKEN': '{api t}', '(token)': '{api t}' }));

test('what a kind tells in its own way is left out', () => expect(told({ username: 'u', password: 'p' }, VERIFIED, ['username', 'password'])).toEqual({}));

test('a part that is no secret is told as text', () => {
  const credential = Credential.of({ username: CredentialPart.text('reader') });
  expect(readable(credentialEntries(credential, Tls.NONE))).toEqual({ 'USERNAME': 'reader', '(username)': 'reader' });
});
