import { AddressRole, ExternalAddressProps, Locator, Protocol, Tls } from '../../src';
import { assertBareAddress, assertHeld } from '../../src/model/bare-address-rules';
import { expectRefusal } from '../support/declare';

const at = (props: Partial<ExternalAddressProps> = {}) => Locator.external({ addresses: [{ host: '203.0.113.7', port: 1, ...props }] }).addresses[0];
const six = at({ host: '2001:db8::7' });

test.each([['TCP', at()], ['TLS by clients', at({ tls: Tls.byClient() })], ['TLS in the protocol', at({ tls: Tls.inProtocol() })], ['IPv6', six]])('an address takes %s', (_, address) =>
  expect(() => assertBareAddress(address, 'p')).not.toThrow());

test.each([Protocol.HTTP, Protocol.GRPC])('BST801: refuses requests of %s to an address, whoever starts TLS', protocol => {
  for (const tls of [Tls.NONE, Tls.byClient(), Tls.BY_MESH]) {
    expectRefusal(() => assertBareAddress(at({ protocol, tls }), 'p'), 'BST801', 'p', '"203.0.113.7" cannot be a host of requests', 'TcpProvider.external()');
  }
});

test('BST016: refuses TLS by the mesh to an address, and takes it to a name', () => {
  expectRefusal(() => assertBareAddress(at({ tls: Tls.BY_MESH }), 'p'), 'BST016', 'p', 'start TLS to "203.0.113.7"', 'let clients start TLS');
  expect(() => assertBareAddress(at({ host: 'a.example.com', protocol: Protocol.HTTP, tls: Tls.BY_MESH }), 'p')).not.toThrow();
});

test.each([[undefined], [['203.0.113.7/32', '203.0.113.8/32']], [['198.51.100.0/24', '203.0.113.0/24']], [['0.0.0.0/0']]])('the ranges %j hold an address', cidrs =>
  expect(() => assertHeld({ addresses: [at(), at({ host: 'a.example.com' }), at({ host: '192.0.2.1', role: AddressRole.MANAGEMENT })], endpoints: ['203.0.113.8'] }, cidrs, 'p'))
    .not.toThrow());

test.each([[[at()], ['198.51.100.0/24'], '203.0.113.7'], [[at()], ['::/0'], '203.0.113.7'], [[at(), six], ['203.0.113.0/24'], '2001:db8::7']])(
  'BST026: refuses ranges that do not hold an address', (addresses, cidrs, host) =>
    expectRefusal(() => assertHeld({ addresses }, cidrs, 'p'), 'BST026', 'p', `"${host}" is in none of its address ranges, "${cidrs[0]}"`, 'give a range that holds the host', 'leave cidrs out'));

test.each([[['203.0.113.8'], '203.0.113.8'], [['203.0.113.7', '2001:db8::8'], '2001:db8::8']])('BST026: refuses ranges that do not hold each of the endpoints %j', (endpoints, left) =>
  expectRefusal(() => assertHeld({ addresses: [at({ host: 'a.example.com' })], endpoints }, ['203.0.113.7/32'], 'p'), 'BST026', 'p',
    `its endpoint "${left}" is in none of its address ranges, "203.0.113.7/32"`, 'give a range that holds the endpoint', 'its endpoints alone are opened then'));
