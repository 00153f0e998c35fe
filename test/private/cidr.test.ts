import { isIPv4, isIPv6 } from 'node:net';
import * as fc from 'fast-check';
import { assertCidrs } from '../../src/private/cidr';
import { accepts, expectRefusal, survivesHostileText } from '../support/declare';

/**
 * What Kubernetes takes without a warning, told with Node's own parsers: no zone, no leading zero, no IPv4 tail in IPv6, no bit behind the length, IPv6
 * as in RFC 5952, which is how WHATWG writes it.
 */
function isRange(text: string): boolean {
  const slash = text.lastIndexOf('/');
  const [address, length] = [text.slice(0, slash), text.slice(slash + 1)];
  if (slash < 0 || String(Number(length)) !== length || !/^\d+$/.test(length)) return false;
  if (isIPv4(address)) return Number(length) <= 32 && !bitsOf(address.split('.').map(Number), 8).slice(Number(length)).includes('1');
  if (!isIPv6(address) || /[%.]/.test(address) || Number(length) > 128 || new URL(`http://[${address}]`).hostname !== `[${address}]`) return false;
  const [head, tail] = address.split('::').map(half => half.split(':').filter(group => group !== ''));
  const groups = [...head, ...Array<string>(8 - head.length - (tail?.length ?? 0)).fill('0'), ...tail ?? []];
  return !bitsOf(groups.map(group => parseInt(group, 16)), 16).slice(Number(length)).includes('1') && !/^(0:){5}ffff:/.test(groups.join(':'));
}

function bitsOf(parts: number[], width: number): string {
  return parts.map(part => part.toString(2).padStart(width, '0')).join('');
}

test.each([
  '0.0.0.0/0', '203.0.113.0/24', '10.0.0.1/32', '255.255.255.255/32', '::/0', '2001:db8::/32', '2001:db8::1/128', '::1/128', 'fe80::/10', '::/80', '1:0:0:2::/64',
])('accepts %s', cidr => expect(assertCidrs([cidr], 'p')).toEqual([cidr]));

test('accepts no list', () => expect(assertCidrs(undefined, 'p')).toBeUndefined());

test.each([
  '', '203.0.113.0', '203.0.113.0/33', '203.0.113.0/-1', '203.0.113.0/024', '203.0.113.0/24/24', '256.0.0.0/8', '1.2.3/24', '01.2.3.4/8', '1.2.3.4.5/8',
  '2001:db8::/129', ':::/0', '::::::/64', '1:2:3:4:5:6:7:8:9/64', '12345::/16', '1::2::3/64', '1:2:3:4:5:6:7:8::/64', ':/0', 'fe80::1%eth0/64', 'example.com/24',
  ' 10.0.0.0/8', '10.0.0.0/8\n', 5 as never,
])('BST026: refuses %j', cidr =>
  expectRefusal(() => assertCidrs(['10.0.0.0/8', cidr], 'shop/db'), 'BST026', 'shop/db', 'is no address range', 'CIDR notation, such as 203.0.113.0/24', 'give the ranges'));

test.each([
  ['10.1.2.3/8', '10.0.0.0/8', '10.1.2.3/32'], ['2001:db8::1/32', '2001:db8::/32', '2001:db8::1/128'], ['2001:DB8::/32', '2001:db8::/32', '2001:db8::/128'],
  ['2001:0db8::/32', '2001:db8::/32', '2001:db8::/128'], ['1:0:0:2:0:0:0:3/64', '1:0:0:2::/64', '1:0:0:2::3/128'], ['2001:db8:0:0:0:0:0:0/32', '2001:db8::/32', '2001:db8::/128'],
])('BST026: refuses %s, which a cluster would refuse or write otherwise, and says what is meant', (cidr, range, alone) =>
  expectRefusal(() => assertCidrs([cidr], 'p'), 'BST026', 'p', `"${cidr}" is not how`, `write "${range}" for the range, or "${alone}" for the one address`));

test.each([['::ffff:c000:201/128', '192.0.2.1/32'], ['::ffff:0:0/96', '0.0.0.0/0'], ['::FFFF:a00:1/104', '10.0.0.0/8']])(
  'BST026: refuses %s, which is IPv4', (cidr, meant) => expectRefusal(() => assertCidrs([cidr], 'p'), 'BST026', 'p', 'a range of IPv4 written as IPv6', `write "${meant}"`));

test('BST026: refuses a range that is given twice', () =>
  expectRefusal(() => assertCidrs(['10.0.0.0/8', '::/0', '10.0.0.0/8'], 'p'), 'BST026', 'p', '"10.0.0.0/8" is given twice', 'give it once'));

test.each(['010.0.0.0/8', '10.0.0.0/08', '::ffff:192.0.2.1/128'])('BST026: refuses %s, which parsers read differently', cidr =>
  expectRefusal(() => assertCidrs([cidr], 'p'), 'BST026', 'p', 'is no address range'));

test('accepts exactly what Kubernetes takes without a warning', () => {
  const length = fc.oneof(fc.integer({ min: -2, max: 140 }).map(String), fc.constantFrom('32', '128'), fc.constantFrom('', '00', '08', '1e1', ' 8'));
  const groups = fc.array(fc.constantFrom('', '0', '1', 'ab', 'ffff', '12345', 'g'), { maxLength: 10 }).map(parts => parts.join(':'));
  const octets = fc.array(fc.constantFrom('0', '1', '09', '99', '255', '256', ''), { minLength: 3, maxLength: 5 }).map(parts => parts.join('.'));
  const address = fc.oneof(fc.ipV4(), fc.ipV6(), groups, octets);
  fc.assert(fc.property(address, length, (ip, bits) => {
    expect([`${ip}/${bits}`, accepts(() => assertCidrs([`${ip}/${bits}`], 'p'))]).toEqual([`${ip}/${bits}`, isRange(`${ip}/${bits}`)]);
  }), { numRuns: 2000 });
});

test('survives hostile text', () => survivesHostileText(text => assertCidrs([text], 'p')));
