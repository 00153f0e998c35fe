import { ExternalMemcachedProps, Memcached, MemcachedProvider, Protocol, ServiceShape, Tls } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, told, vault } from '../support/declare';

const external = (props: Partial<ExternalMemcachedProps> = {}) =>
  new Memcached(newTopology(), 'cache', { provider: MemcachedProvider.external({ host: 'cache.example', ...props }) });
const read = (cache: Memcached) => readable(told(cache, newWorkload(newTopology(), 'orders')));

test('is a cache over TCP, told as servers because no client takes a URL; clients start TLS unless told', () => {
  expect(external()).toMatchObject({ protocol: Protocol.TCP, bindingType: 'memcached', shape: ServiceShape.CACHE });
  expect(read(external())).toEqual({ 'SERVERS': 'cache.example:11211', '(servers)': 'cache.example:11211', '(host)': 'cache.example', '(port)': '11211', '(ssl)': 'true' });
});

test('an IPv6 address stands in brackets where a port follows', () => {
  expect(read(external({ host: '2001:db8::7', port: 11212, tls: Tls.NONE }))).toMatchObject({ 'SERVERS': '[2001:db8::7]:11212', '(host)': '2001:db8::7', '(ssl)': 'false' });
});

test('several servers are a list, each once', () =>
  expect(read(external({ otherHosts: ['b.example', 'cache.example', 'a.example'] }))).toMatchObject({ 'SERVERS': 'cache.example:11211,b.example:11211,a.example:11211', '(host)': 'cache.example' }));

test('user and password are told as they are, for SASL', () => {
  expect(read(external({ credentials: vault.secret('mc') }))).toMatchObject({ USERNAME: '{mc username}', PASSWORD: '{mc password}' });
});

test('the authority of the server is told as a file where clients verify by it', () => {
  const credentials = vault.secret('mc', { username: 'u', password: 'p', ca: 'ca' });
  expect(read(external({ credentials }))).toMatchObject({ 'CA_FILE': '/bindings/b/ca.crt', '(ca.crt)': '{mc ca}' });
  expect(read(external({ credentials, tls: Tls.NONE }))).not.toHaveProperty('CA_FILE');
});

test.each([{ password: 'p' }, { username: 'u' }, { uri: 'uri' }])('BST017: a credential of %p cannot enter', properties =>
  expectRefusal(() => external({ credentials: vault.secret('mc', properties as unknown as Record<string, string>) }), 'BST017', 'chart/shop/cache', '"username" and "password"', 'name the missing parts'));
