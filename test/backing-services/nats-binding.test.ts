import * as fc from 'fast-check';
import { ExternalNatsProps, Nats, NatsProvider, Tls } from '../../src';
import { newTopology, newWorkload, readable, told, vault } from '../support/declare';
import { rendered } from '../support/rendered';

const entriesOf = (props: Partial<ExternalNatsProps> = {}) => told(
  new Nats(newTopology(), 'bus', { provider: NatsProvider.external({ host: 'nats.example', ...props }) }), newWorkload(newTopology(), 'orders'));
const read = (props: Partial<ExternalNatsProps>) => readable(entriesOf(props));
const held = (part: string) => vault.secret('rw', { [part]: part });

test('servers are a list of URLs, and of host and port, each once; those that clients learn of are not told', () => {
  const entries = read({ otherHosts: ['2001:db8::7', 'nats.example'], discoveredHosts: ['*.nats.example'], tls: Tls.NONE });
  expect([entries.URL, entries['(servers)']]).toEqual(['nats://nats.example:4222,nats://[2001:db8::7]:4222', 'nats.example:4222,[2001:db8::7]:4222']);
});

test.each([[Tls.NONE, 'nats:', 'false', 'false'], [Tls.inProtocol(), 'tls:', 'true', 'false'], [Tls.byClient(), 'tls:', 'true', 'true']])('%p is told by the URL and in two roles', (tls, scheme, encrypted, first) => {
  const entries = read({ tls });
  expect([new URL(entries.URL).protocol, entries['(tls)'], entries['(tls-first)']]).toEqual([scheme, encrypted, first]);
});

test('what is kept in a file is told as one', () => {
  expect(read({ credentials: held('creds') })).toMatchObject({ 'CREDS_FILE': '/bindings/b/nats.creds', '(nats.creds)': '{rw creds}' });
  expect(read({ credentials: held('nkey-seed') })).toMatchObject({ 'NKEY_SEED_FILE': '/bindings/b/nkey.seed', '(nkey.seed)': '{rw nkey-seed}' });
  const certificate = vault.secret('rw', { 'client-certificate': 'c', 'private-key': 'k', 'ca': 'a' });
  expect(read({ credentials: certificate })).toMatchObject({ CA_FILE: '/bindings/b/ca.crt', CLIENT_CERTIFICATE_FILE: '/bindings/b/client.crt', PRIVATE_KEY_FILE: '/bindings/b/client.key' });
});

test('a token is told under its name', () => expect(read({ credentials: held('token') })).toMatchObject({ TOKEN: '{rw token}', URL: 'tls://nats.example:4222' }));

/** As NATS.Net, nats.go and jnats read a list: at each comma, then user and password, or a token alone, of each URL, percent-decoded. */
const logins = (list: string) => list.split(',').map(url => [new URL(url).hostname, new URL(url).username, new URL(url).password].map(decodeURIComponent));
const hostile = fc.string({ unit: fc.constantFrom(...'p@/:rd?#%+, ü&=[]"\'\\$(){}aZ9'), minLength: 1, maxLength: 20 });

test('whatever user and password are, a client that reads them from the URLs has them', () => {
  const entries = entriesOf({ credentials: vault.secret('rw'), otherHosts: ['b.example'] });
  fc.assert(fc.property(hostile, hostile, (username, password) => {
    for (const role of ['url-with-credentials', 'connection-string']) {
      expect(logins(rendered(entries, role, { username, password }))).toEqual([['nats.example', username, password], ['b.example', username, password]]);
    }
  }), { numRuns: 300 });
});

test('whatever a token is, a client that reads it from the URL has it', () => {
  const entries = entriesOf({ credentials: held('token') });
  fc.assert(fc.property(hostile, token => expect(logins(rendered(entries, 'url-with-credentials', { token }))).toEqual([['nats.example', token, '']])), { numRuns: 300 });
});

test('what no URL has stands in none', () => {
  expect(rendered(entriesOf({ credentials: held('creds') }), 'url-with-credentials', {})).toBe('tls://nats.example:4222');
});
