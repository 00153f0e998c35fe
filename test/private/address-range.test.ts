import { BlockList } from 'node:net';
import * as fc from 'fast-check';
import { isWithin, overNat64, parseRange, rangeText } from '../../src/private/address-range';

const range = (text: string) => parseRange(text)!;
const ranges = fc.oneof(
  fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })), fc.tuple(fc.ipV6().filter(address => !address.includes('.')), fc.integer({ min: 0, max: 128 })),
).map(([address, length]) => `${address}/${length}`);

test.each([
  ['10.1.2.3/8', '10.0.0.0/8'], ['1.2.3.4/0', '0.0.0.0/0'], ['255.255.255.255/32', '255.255.255.255/32'], ['FFFF::/1', '8000::/1'], ['1:0:0:2:3:0:0:4/128', '1::2:3:0:0:4/128'],
  ['0:1:2:3:4:5:6:0/128', '0:1:2:3:4:5:6:0/128'], ['1:2:3:4:5:6:0:0/128', '1:2:3:4:5:6::/128'], ['10:0:0:0:0:0:0:1/128', '10::1/128'], ['0:0:0:0:0:0:0:0/128', '::/128'],
])('writes %s as %s', (text, written) => expect(rangeText(range(text))).toBe(written));

test('writes IPv6 as WHATWG does, and nothing changes by writing it again', () => {
  fc.assert(fc.property(ranges, text => {
    const written = rangeText(range(text));
    expect(rangeText(range(written))).toBe(written);
    if (text.includes(':')) expect(rangeText(range(text.replace(/\/.*/, '/128')))).toBe(`${new URL(`http://[${text.split('/')[0]}]`).hostname.slice(1, -1)}/128`);
  }), { numRuns: 1000 });
});

test.each([
  ['10.0.0.0/8', '10.0.0.0/8', true], ['10.255.0.0/16', '10.0.0.0/8', true], ['10.0.0.0/7', '10.0.0.0/8', false], ['11.0.0.0/16', '10.0.0.0/8', false],
  ['fe80::/16', 'fe80::/10', true], ['::/0', '::/0', true], ['::/32', '0.0.0.0/0', false],
])('%s is within %s: %p', (inner, outer, expected) => expect(isWithin(range(inner), range(outer))).toBe(expected));

test.each([
  ['169.254.0.0/16', '64:ff9b::a9fe:0/112'], ['192.0.2.33/32', '64:ff9b::c000:221/128'], ['0.0.0.0/0', '64:ff9b::/96'],
])('%s is reached over NAT64 as %s', (ofFour, ofSix) => expect(rangeText(overNat64(range(ofFour)))).toBe(ofSix));

test('knows of single addresses what Node knows', () => {
  fc.assert(fc.property(ranges, fc.oneof(fc.ipV4(), fc.ipV6().filter(address => !address.includes('.'))), (outer, address) => {
    const [first, length] = outer.split('/');
    const family = (text: string) => text.includes(':') ? 'ipv6' : 'ipv4';
    const list = new BlockList();
    list.addSubnet(first, Number(length), family(first));
    if (family(first) !== family(address)) return;
    expect(isWithin(range(`${address}/${family(address) === 'ipv4' ? 32 : 128}`), range(outer))).toBe(list.check(address, family(address)));
  }), { numRuns: 1000 });
});
