import { isIPv4, isIPv6 } from 'node:net';
import * as fc from 'fast-check';
import { assertCidrs } from '../../src/private/cidr';
import { accepts, expectRefusal, survivesHostileText } from '../support/declare';

/** What Go's net.ParseCIDR takes, told with Node's own parser: no zone, no leading zero, no IPv4 tail in IPv6. */
function isRange(text: string): boolean {
  const slash = text.lastIndexOf('/');
  const [address, length] = [text.slice(0, slash), text.slice(slash + 1)];
  if (slash < 0 || String(Number(length)) !== length || !/^\d+$/.test(length)) return false;
  if (isIPv4(address)) return Number(length) <= 32;
  return isIPv6(address) && !/[%.]/.test(address) && Number(length) <= 128;
}

test.each([
  '0.0.0.0/0', '203.0.113.0/24', '10.0.0.1/32', '255.255.255.255/32', '::/0', '2001:db8::/32', '2001:DB8:0:0:0:0:0:1/128', '::1/128', 'fe80::/10',
])('accepts %s', cidr => expect(assertCidrs([cidr], 'p')).toEqual([cidr]));

test('accepts no list', () => expect(assertCidrs(undefined, 'p')).toBeUndefined());

test.each([
  '', '203.0.113.0', '203.0.113.0/33', '203.0.113.0/-1', '203.0.113.0/024', '203.0.113.0/24/24', '256.0.0.0/8', '1.2.3/24', '01.2.3.4/8', '1.2.3.4.5/8',
  '2001:db8::/129', ':::/0', '::::::/64', '1:2:3:4:5:6:7:8:9/64', '12345::/16', '1::2::3/64', '1:2:3:4:5:6:7:8::/64', ':/0', 'fe80::1%eth0/64', 'example.com/24',
  ' 10.0.0.0/8', '10.0.0.0/8\n', 5 as never,
])('BST026: refuses %j', cidr =>
  expectRefusal(() => assertCidrs(['10.0.0.0/8', cidr], 'shop/db'), 'BST026', 'shop/db', 'is no address range', 'CIDR notation, such as 203.0.113.0/24', 'give the ranges'));

test('accepts exactly what Node takes for an address and a length', () => {
  const length = fc.oneof(fc.integer({ min: -2, max: 140 }).map(String), fc.constantFrom('', '00', '08', '1e1', ' 8'));
  const groups = fc.array(fc.constantFrom('', '0', '1', 'ab', 'ffff', '12345', 'g'), { maxLength: 10 }).map(parts => parts.join(':'));
  const octets = fc.array(fc.constantFrom('0', '1', '09', '99', '255', '256', ''), { minLength: 3, maxLength: 5 }).map(parts => parts.join('.'));
  const address = fc.oneof(fc.ipV4(), fc.ipV6(), groups, octets);
  fc.assert(fc.property(address, length, (ip, bits) => {
    expect([`${ip}/${bits}`, accepts(() => assertCidrs([`${ip}/${bits}`], 'p'))]).toEqual([`${ip}/${bits}`, isRange(`${ip}/${bits}`)]);
  }), { numRuns: 2000 });
});

test('survives hostile text', () => survivesHostileText(text => assertCidrs([text], 'p')));
