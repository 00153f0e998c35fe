import { overNat64, parseRange, rangeText } from '../../src/private/address-range';
import { assertCidrs } from '../../src/private/cidr';
import { INSTANCE_SERVICES, isOfInstanceServices } from '../../src/private/instance-services';

test('is told in ranges as a cluster takes them', () => expect(assertCidrs([...INSTANCE_SERVICES], 'p')).toEqual(INSTANCE_SERVICES));

test.each([
  ['169.254.169.254/32', true], ['169.254.0.0/16', true], ['169.254.170.0/24', true], ['fe80::1/128', true], ['fd00:ec2::254/128', true], ['fd00:ec2::23/128', true],
  ['fd20:ce::254/128', true], ['100.100.100.200/32', true], ['169.254.0.0/15', false], ['169.253.0.0/16', false], ['fe80::/9', false], ['100.100.100.201/32', false],
  ['168.63.129.16/32', true], ['fd00:c1::a9fe:a9fe/128', true], ['fd00:42::42/128', true], ['fd00:a9fe:a9fe::1/128', true], ['fd00:100::100:200/128', true],
  ['64:ff9b::a9fe:a9fe/128', true], ['64:ff9b::a9fe:0/112', true], ['64:ff9b::a83f:8110/128', true], ['64:ff9b::/96', false], ['168.63.129.0/24', false],
  ['fd00::/8', false], ['0.0.0.0/0', false], ['::/0', false], ['203.0.113.0/24', false],
])('%s lies in them alone: %p', (cidr, expected) => expect(isOfInstanceServices(cidr)).toBe(expected));

test('what is at an address of IPv4 is left out as it is reached over NAT64 too', () => {
  const ofFour = INSTANCE_SERVICES.filter(cidr => !cidr.includes(':')).map(cidr => rangeText(overNat64(parseRange(cidr)!)));
  expect(ofFour.length).toBeGreaterThan(0);
  expect(INSTANCE_SERVICES).toEqual(expect.arrayContaining(ofFour));
});
