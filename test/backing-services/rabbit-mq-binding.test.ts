import * as fc from 'fast-check';
import { ExternalRabbitMqProps, RabbitMq, RabbitMqProvider, Tls } from '../../src';
import { newTopology, newWorkload, readable, told, vault } from '../support/declare';
import { rendered } from '../support/rendered';

const credentials = vault.secret('rw');
const external = (props: Partial<ExternalRabbitMqProps> = {}) =>
  new RabbitMq(newTopology(), 'broker', { provider: RabbitMqProvider.external({ host: 'mq.example', credentials, ...props }) });
const entriesOf = (broker: RabbitMq) => told(broker, newWorkload(newTopology(), 'orders'));
const read = (broker: RabbitMq) => readable(entriesOf(broker));

test('.NET Aspire is told the URL as its connection string', () => {
  const entries = entriesOf(external());
  expect(rendered(entries, 'connection-string', { username: 'u', password: 'ü@' })).toBe('amqps://u:%C3%BC%40@mq.example:5671/%2F');
});

test('the servers of one cluster are listed, an IPv6 address in brackets; the URL is that of the first', () => {
  const entries = read(external({ host: '2001:db8::7', otherHosts: ['mq-2.example', '2001:db8::7'], tls: Tls.NONE }));
  expect([entries['(addresses)'], entries['(host)'], entries.URL.split('@')[1]]).toEqual(['[2001:db8::7]:5672,mq-2.example:5672', '2001:db8::7', '[2001:db8::7]:5672/%2F']);
});

/** Source: https://www.rabbitmq.com/docs/uri-spec; the path without its first slash is the virtual host, percent-decoded. */
function amqp(uri: string) {
  const { protocol, username, password, hostname, port, pathname } = new URL(uri);
  const [user, secret, virtualHost] = [username, password, pathname.slice(1)].map(decodeURIComponent);
  return { protocol, hostname, port, username: user, password: secret, virtualHost };
}

const hostile = fc.string({ unit: fc.constantFrom(...'p@/:rd?#%+ ü&=[]"\'\\$(){}aZ9'), minLength: 1, maxLength: 20 });

test('whatever the user, the password and the virtual host are, a client that reads the URL has them', () => {
  fc.assert(fc.property(hostile, hostile, hostile, (username, password, name) => {
    const virtualHost = `${name}x`;
    const uri = rendered(entriesOf(external({ virtualHost })), 'url', { username, password });
    expect(amqp(uri)).toEqual({ protocol: 'amqps:', hostname: 'mq.example', port: '5671', username, password, virtualHost });
  }), { numRuns: 300 });
});

test('a virtual host that the credentials name is percent-encoded in the URL, and gives way to one that is said', () => {
  const named = vault.secret('rw', { 'username': 'u', 'password': 'p', 'virtual-host': 'vhost' });
  const entries = entriesOf(external({ credentials: named }));
  expect(amqp(rendered(entries, 'url', { 'username': 'u', 'password': 'p', 'virtual-host': 'team/a b' })).virtualHost).toBe('team/a b');
  expect([readable(entries)['(virtual-host)'], read(external({ credentials: named, virtualHost: 'orders' }))['(virtual-host)']]).toEqual(['{rw vhost}', 'orders']);
});

test('a URL that somebody keeps whole is told as it is, and says its own virtual host', () => {
  const whole = vault.secret('rw', { uri: 'url' });
  expect(read(external({ credentials: whole }))).toMatchObject({ 'URL': '{rw url}', '(uri)': '{rw url}' });
  expect(read(external({ credentials: whole }))).not.toHaveProperty('(virtual-host)');
  expect(read(external({ credentials: whole, virtualHost: 'orders' }))['(virtual-host)']).toBe('orders');
});

test('a certificate takes the place of a password; an authority is a file where clients verify by it', () => {
  const certificate = vault.secret('rw', { 'client-certificate': 'c', 'private-key': 'k', 'ca': 'a' });
  expect(read(external({ credentials: certificate }))).toMatchObject({
    URL: 'amqps://mq.example:5671/%2F', CA_FILE: '/bindings/b/ca.crt', CLIENT_CERTIFICATE_FILE: '/bindings/b/client.crt', PRIVATE_KEY_FILE: '/bindings/b/client.key',
  });
  expect(read(external({ credentials: certificate, tls: Tls.NONE }))).not.toHaveProperty('CA_FILE');
});
