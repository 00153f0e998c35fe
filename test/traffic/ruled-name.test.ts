import * as fc from 'fast-check';
import { Names } from '../../src/private/names';
import { addressLabel, hostLabel, ruledName } from '../../src/traffic/ruled-name';

test.each([
  ['a.example.com', 'a.example.com'], ['*.example.com', '*.example.com'], ['203.0.113.7', '203-0-113-7.address.invalid'],
  ['2001:db8::7', '2001-db8-0-0-0-0-0-7.address.invalid'], ['2001:db8::', '2001-db8-0-0-0-0-0-0.address.invalid'], ['1:2:3:4:5:6:7:8', '1-2-3-4-5-6-7-8.address.invalid'],
])('rules know %s as %s', (host, name) => expect(ruledName(host)).toBe(name));

test.each([
  ['a.example.com', 'a.example.com'], ['*.example.com', 'example.com.any'], ['203.0.113.7', '203-0-113-7'],
])('names of objects tell %s as %s', (host, label) => expect(hostLabel(host)).toBe(label));

test('each address is a name of its own, and a DNS label', () => {
  const address = fc.array(fc.constantFrom('0', '1', 'a', 'ffff'), { minLength: 8, maxLength: 8 }).map(groups => groups.join(':'));
  fc.assert(fc.property(address, address, fc.ipV4(), (one, other, four) => {
    if ((addressLabel(one) === addressLabel(other)) !== (one === other)) throw new Error(`${one} ${other}`);
    if (![one, four].every(host => Names.LABEL.pattern.test(addressLabel(host)) && Names.HOST.pattern.test(ruledName(host)))) throw new Error(`${one} ${four}`);
  }));
});
