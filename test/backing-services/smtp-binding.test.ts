import * as fc from 'fast-check';
import { ExternalSmtpProps, SmtpProvider, SmtpServer, Tls } from '../../src';
import { newTopology, newWorkload, readable, textOf, told, vault } from '../support/declare';
import { rendered } from '../support/rendered';

const entriesOf = (props: Partial<ExternalSmtpProps> = {}) => told(
  new SmtpServer(newTopology(), 'mail', { provider: SmtpProvider.external({ host: 'smtp.example', ...props }) }), newWorkload(newTopology(), 'orders'));
const read = (props: Partial<ExternalSmtpProps> = {}) => readable(entriesOf(props));
const roleOf = (role: string, props: Partial<ExternalSmtpProps>) =>
  entriesOf(props).filter(entry => entry.role === role).map(({ value }) => textOf(value));

test.each([
  [Tls.NONE, 'smtp://smtp.example:25', 'smtp://smtp.example:25', 'false', 'false'],
  [Tls.inProtocol(), 'smtp://smtp.example:587?requireTLS=true&require_tls=true', 'smtp+tls://smtp.example:587', 'false', 'true'],
  [Tls.byClient(), 'smtps://smtp.example:465', 'smtp+ssl://smtp.example:465', 'true', 'false'],
])('%p is told by each dialect in its own words: %s', (tls, url, ofDjango, ssl, starttls) => {
  const entries = read({ tls });
  expect([entries.URL, ...roleOf('django-url', { tls }), entries['(ssl)'], entries['(starttls)']]).toEqual([url, ofDjango, ssl, starttls]);
});

test('an IPv6 address stands in brackets in the URL, and alone beside it', () =>
  expect(read({ host: '2001:db8::7', tls: Tls.byClient() })).toMatchObject({ 'URL': 'smtps://[2001:db8::7]:465', '(host)': '2001:db8::7' }));

test('a URL that somebody keeps whole is told as it is, and in no other dialect', () => {
  const credentials = vault.secret('rw', { uri: 'url' });
  expect(read({ credentials })).toMatchObject({ 'URL': '{rw url}', '(uri)': '{rw url}' });
  expect(roleOf('django-url', { credentials })).toEqual([]);
});

test('the address that mail is sent from is told whole, and in two parts to whom is told them apart', () => {
  const server = new SmtpServer(newTopology(), 'mail', { from: 'or.ders+shop@mail.example', provider: SmtpProvider.external({ host: 'smtp.example' }) });
  const from = told(server, newWorkload(newTopology(), 'orders')).filter(({ role }) => role.startsWith('from'));
  expect(from.map(({ role, value, variable, file }) => [role, value.text, variable, file])).toEqual([
    ['from', 'or.ders+shop@mail.example', 'FROM', 'from'], ['from-local-part', 'or.ders+shop', undefined, undefined], ['from-domain', 'mail.example', undefined, undefined],
  ]);
});

test('an authority is a file where clients verify by it', () => {
  const credentials = vault.secret('rw', { username: 'u', password: 'p', ca: 'ca' });
  expect(read({ credentials })).toMatchObject({ 'CA_FILE': '/bindings/b/ca.crt', '(ca.crt)': '{rw ca}' });
  expect(read({ credentials, tls: Tls.NONE })).not.toHaveProperty('CA_FILE');
});

/** Nodemailer's and Symfony's grammar is that of URLs, whose query is options; django-environ's is Python's `urlparse`, and `unquote` of user and password. */
function login(url: string) {
  const { username, password, hostname, port, searchParams } = new URL(url);
  return [decodeURIComponent(username), decodeURIComponent(password), hostname, port, ...searchParams.keys()];
}

const hostile = fc.string({ unit: fc.constantFrom(...'p@/:rd?#%+ ü&=[]"\'\\$(){}aZ9'), minLength: 1, maxLength: 20 });

test('whatever user and password are, a client that reads a URL has them, and insists on STARTTLS', () => {
  const entries = entriesOf({ credentials: vault.secret('rw') });
  fc.assert(fc.property(hostile, hostile, (username, password) => {
    expect(login(rendered(entries, 'url', { username, password }))).toEqual([username, password, 'smtp.example', '587', 'requireTLS', 'require_tls']);
    expect(login(rendered(entries, 'django-url', { username, password }))).toEqual([username, password, 'smtp.example', '587']);
  }), { numRuns: 300 });
});
