import { Tls, TlsAuthority } from '../../src';
import { endpointAddress, usableBy, withMembers } from '../../src/backing-services/external-endpoint';
import { expectRefusal, vault } from '../support/declare';

const known = vault.secret('a', { username: 'u', password: 'p', ca: 'ca' });

test.each([
  ['https://a.example.com/v1/', { host: 'a.example.com', port: 443, basePath: '/v1', tls: Tls.byClient() }],
  ['https://a.example.com:9200', { host: 'a.example.com', port: 9200, basePath: '', tls: Tls.byClient() }],
  ['http://a.example.com', { host: 'a.example.com', port: 80, basePath: '', tls: Tls.NONE }],
])('%s leads to %j', (url, address) => expect(endpointAddress(url, undefined, 'p')).toMatchObject(address));

test('the server is verified by the part ca, where there is one', () =>
  expect(endpointAddress('https://a.example.com', known, 'p').tls!.authority).toBe(TlsAuthority.LOGIN));

test('each place is an address once; what clients learn of is a member', () => {
  const [a, b] = ['a', 'b'].map(host => endpointAddress(`https://${host}.example.com`, undefined, 'p'));
  const { addresses, cidrs, endpoints } = withMembers(a, [b, a, b, { ...a, port: 8443 }], { cidrs: ['203.0.113.0/24'], endpoints: ['203.0.113.7'] });
  expect(addresses.map(({ host, port, role }) => [host, port, role])).toEqual([
    ['a.example.com', 443, 'primary'], ['b.example.com', 443, 'member'], ['a.example.com', 8443, 'member'],
  ]);
  expect([cidrs, endpoints]).toEqual([['203.0.113.0/24'], ['203.0.113.7']]);
});

test('BST017: who starts no TLS cannot use an authority', () => {
  const complete = (url: string) => usableBy(endpointAddress(url, known, 'p'), 'p', credential => credential)(known);
  expect(complete('https://a.example.com')).toBe(known);
  expectRefusal(() => complete('http://a.example.com'), 'BST017', 'p', '"ca"', 'give an https URL');
});

test.each([['BST511', 'https://u:CANARY@h.example'], ['BST027', 'a.example.com'], ['BST027', 'https://a.example.com?x=1'], ['BST801', 'https://10.0.0.1']])(
  '%s: refuses %s', (code, url) => expectRefusal(() => endpointAddress(url, undefined, 'p'), code, 'p'));
