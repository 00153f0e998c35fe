import { isWithin } from './address-ranges';

test.each([
  ['203.0.113.7', ['203.0.113.0/24'], true], ['203.0.114.7', ['203.0.113.0/24'], false], ['203.0.114.7', ['203.0.113.0/24', '0.0.0.0/0'], true],
  ['2001:db8::1', ['2001:db8::/32'], true], ['2001:db9::1', ['2001:db8::/32'], false], ['203.0.113.7', ['::/0'], false], ['203.0.113.7', [], false],
])('%s in %j: %s', (address, cidrs, expected) => expect(isWithin(address, cidrs)).toBe(expected));
