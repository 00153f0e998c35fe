import * as fc from 'fast-check';
import { assertOutsideHost } from '../../src/private/host';
import { addressText, assertNamed, hostAndPort, isIpAddress, rangeOfHost } from '../../src/private/ip-host';
import { expectRefusal } from '../support/declare';

const judged = (host: string) => assertOutsideHost(host, false, 'p');

test.each(['203.0.113.7', '10.0.0.1', '169.254.169.254', '2001:db8::7', 'fd00::1', '64:ff9b::a00:1', '1:2:3:4:5:6:7:8', '223.255.255.255', '239.0.0.1.example.com'])(
  'accepts %s', host => expect(judged(host)).toBe(host));

test.each([
  ['127.0.0.1', 'the pod of whoever dials it', 'leave the service out'], ['127.8.8.8', 'the pod', 'leave'], ['::1', 'the pod', 'leave'],
  ['0.0.0.0', 'no address of a server', 'the address that its server has'], ['::', 'no address of a server', 'give the address'],
  ['224.0.0.1', 'an address of many', 'give the address'], ['239.255.255.255', 'an address of many', 'give the address'], ['ff02::1', 'an address of many', 'give the address'],
  ['fe80::1', 'an address of one link', 'give the address'], ['240.240.0.1', 'a mesh gives such addresses', 'give the address'],
  ['255.255.255.255', 'reserved', 'give the address'], ['2001:2::1', 'reserved', 'give the address'],
])('BST032: refuses %s: %s', (host, why, fix) => expectRefusal(() => judged(host), 'BST032', 'p', `"${host}" is not outside of the cluster`, why, fix));

test.each([
  ['2001:DB8::7', '2001:db8::7'], ['2001:db8:0:0:0:0:0:7', '2001:db8::7'], ['[2001:db8::7]', '2001:db8::7'], ['[10.0.0.1]', '10.0.0.1'],
  ['::ffff:cb00:7107', '203.0.113.7'], ['0:0:0:0:0:0:0:1', '::1'],
])('BST801: refuses %s, and says how it is written', (host, written) =>
  expectRefusal(() => judged(host), 'BST801', 'p', `"${host}" cannot be a host`, 'in its shortest form', `write "${written}"`));

test.each(['010.0.0.1', '1.2.3', '1.2.3.256', '0x7f.1', '1.2.3.4/32', '[::1', '1::2::3', 'fe80::1%eth0', '::ffff:1.2.3.4', '1.2.3.4:80'])(
  'BST801: refuses %s, which is neither an address nor a name', host => expectRefusal(() => judged(host), 'BST801', 'p', 'a lower-case DNS name', 'or an IP address'));

test('BST801: refuses an address, as a URL has it, as host of requests; names pass', () => {
  for (const host of ['203.0.113.7', '[2001:db8::7]']) {
    expectRefusal(() => assertNamed(host, 'p'), 'BST801', 'p', `"${host}" cannot be a host of requests`, 'allowed is a lower-case DNS name', 'TcpProvider.external()');
  }
  expect(assertNamed('a.example.com', 'p')).toBe('a.example.com');
});

test.each([['a.example.com', 'a.example.com:1'], ['203.0.113.7', '203.0.113.7:1'], ['2001:db8::7', '[2001:db8::7]:1']])('%s with its port is %s', (host, text) =>
  expect(hostAndPort(host, 1)).toBe(text));

test('an address is read and written again as the same, in a form that URLs agree with', () =>
  fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 }).map(groups => groups.map(group => group.toString(16)).join(':'))), host => {
    const text = addressText(rangeOfHost(host)!);
    if (!isIpAddress(text) || new URL(`http://${hostAndPort(text, 81)}`).host !== hostAndPort(text, 81)) throw new Error(`${host}: ${text}`);
  })));

test.each([undefined, 5, {}])('%j is no address', host => expect(isIpAddress(host as never)).toBe(false));
