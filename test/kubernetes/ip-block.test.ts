import * as fc from 'fast-check';
import { ipBlockOf, ipBlocksOf } from '../../src/kubernetes/ip-block';
import { isWithin, parseRange } from '../../src/private/address-range';

const MACHINES_V4 = ['169.254.0.0/16', '100.100.100.200/32', '168.63.129.16/32'];
const MACHINES_LOCAL_V6 = ['fd00:ec2::/32', 'fd20:ce::254/128', 'fd00:c1::a9fe:a9fe/128', 'fd00:42::42/128', 'fd00:a9fe:a9fe::1/128', 'fd00:100::100:200/128'];
const MACHINES_NAT64 = ['64:ff9b::a9fe:0/112', '64:ff9b::6464:64c8/128', '64:ff9b::a83f:8110/128'];
const PRIVATE_V4 = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];
const PRIVATE_NAT64 = ['64:ff9b::a00:0/104', '64:ff9b::ac10:0/108', '64:ff9b::c0a8:0/112', '64:ff9b::6440:0/106'];
const NOT_SHARED_NAT64 = ['64:ff9b::a9fe:0/112', '64:ff9b::a83f:8110/128'];

test.each<[string, string[] | undefined, string[] | undefined]>([
  ['0.0.0.0/0', MACHINES_V4, ['169.254.0.0/16', '168.63.129.16/32', ...PRIVATE_V4]],
  ['::/0', ['fe80::/10', ...MACHINES_LOCAL_V6, ...MACHINES_NAT64], ['fe80::/10', ...NOT_SHARED_NAT64, 'fc00::/7', ...PRIVATE_NAT64]],
  ['64:ff9b::/96', MACHINES_NAT64, [...NOT_SHARED_NAT64, ...PRIVATE_NAT64]], ['64:ff9b::6464:0/112', ['64:ff9b::6464:64c8/128'], ['64:ff9b::6464:64c8/128']],
  ['169.0.0.0/8', ['169.254.0.0/16'], ['169.254.0.0/16']], ['168.63.0.0/16', ['168.63.129.16/32'], ['168.63.129.16/32']],
  ['fd00::/8', MACHINES_LOCAL_V6, MACHINES_LOCAL_V6], ['100.64.0.0/10', ['100.100.100.200/32'], ['100.100.100.200/32']], ['8.0.0.0/5', undefined, ['10.0.0.0/8']],
  ['203.0.113.0/24', undefined, undefined], ['10.0.0.0/8', undefined, undefined], ['10.1.0.0/16', undefined, undefined], ['64:ff9b::a00:0/104', undefined, undefined],
  ['169.254.0.0/16', undefined, undefined], ['169.254.169.254/32', undefined, undefined], ['fc00::/7', MACHINES_LOCAL_V6, MACHINES_LOCAL_V6], ['fd00::/7', MACHINES_LOCAL_V6, MACHINES_LOCAL_V6],
  ['169.254.1.1/16', undefined, undefined],
])('%s leaves out %j and, where what is outside is public, %j', (cidr, except, exceptPrivate) => {
  expect([ipBlockOf(cidr, false), ipBlockOf(cidr, true)]).toEqual([{ cidr, except }, { cidr, except: exceptPrivate }]);
});

test('what is left out lies within the range and is less than it, as Kubernetes demands, and none of it lies within another', () => {
  const cidrs = fc.oneof(
    fc.nat(32).map(length => `0.0.0.0/${length}`), fc.constantFrom(8, 16, 24).map(length => `169.254.0.0/${length}`),
    fc.tuple(fc.constantFrom('::', 'fd00::', '64:ff9b::', '64:ff9b::a9fe:0', 'fe80::'), fc.nat(128)).map(([first, length]) => `${first}/${length}`));
  fc.assert(fc.property(cidrs, fc.boolean(), (cidr, outsideIsPublic) => {
    const ranges = (ipBlockOf(cidr, outsideIsPublic).except ?? []).map(text => parseRange(text)!);
    const outer = parseRange(cidr)!;
    if (!ranges.every(range => isWithin(range, outer) && range.length > outer.length)) throw new Error(cidr);
    if (ranges.some(range => ranges.some(other => other !== range && isWithin(range, other)))) throw new Error(cidr);
  }));
});

test.each<[string[], string[], boolean, string[]]>([
  [['0.0.0.0/0'], ['10.1.1.1', 'a.example.com', '10.1.1.1'], true, ['0.0.0.0/0', '10.1.1.1/32']], [['0.0.0.0/0'], ['10.1.1.1'], false, ['0.0.0.0/0']],
  [['0.0.0.0/0', '::/0'], ['203.0.113.7', '2001:db8::7'], true, ['0.0.0.0/0', '::/0']], [['10.1.1.1/32'], ['10.1.1.1'], true, ['10.1.1.1/32']],
  [['0.0.0.0/0', '10.1.0.0/16'], ['10.1.1.1'], true, ['0.0.0.0/0', '10.1.0.0/16']], [['::/0'], ['fd12::1'], true, ['::/0', 'fd12::1/128']],
])('%j open the hosts %j, where what is outside is public: %p, by %j', (cidrs, hosts, outsideIsPublic, expected) =>
  expect(ipBlocksOf(cidrs, hosts, outsideIsPublic).map(({ cidr }) => cidr)).toEqual(expected));
