import * as fc from 'fast-check';
import { assertDistinguishedName } from '../../src/backing-services/distinguished-name';
import { accepts, expectRefusal } from '../support/declare';

test.each([
  'dc=example,dc=com', 'OU=Sales+CN=J.  Smith,DC=example,DC=net', 'CN=James \\"Jim\\" Smith\\, III,DC=example,DC=net', 'CN=Before\\0dAfter,DC=example,DC=net', '1.3.6.1.4.1.1466.0=#04024869',
  'CN=Lu\\C4\\8Di\\C4\\87', 'o=Müller \\+ Söhne', 'cn=a=b', 'cn=\\ a\\ ', 'cn=a#b', 'o=x',
])('%s is a distinguished name', name => expect(assertDistinguishedName(name, 'p')).toBe(name));

test.each(['', 'example.com', 'dc=', '=x', 'dc=example,', ',dc=x', 'dc=example, dc=com', 'dc = x', 'cn= a', 'cn=a ', 'cn=#xy', 'cn=a"b', 'cn=a;b', 'cn=<a', 'cn=a\\', 'cn=a\\xb', '1=x', '-a=x', 'cn=a\0', `o=${'x'.repeat(1023)}`])(
  'BST801: %j is none', name => expectRefusal(() => assertDistinguishedName(name, 'p'), 'BST801', 'p', 'RFC 4514', 'type=value'));

test('BST511: a URL is none, and is not repeated', () => expectRefusal(() => assertDistinguishedName('ldap://u:CANARY@h/dc=x', 'p'), 'BST511', 'p', 'not repeated here'));

/** A value as RFC 4514 (2.4) writes it. */
const written = (value: string) => value.replace(/["+,;<>\\=]/g, '\\$&').replace(/^[ #]/, '\\$&').replace(/ $/, '\\ ');

test('any value that is written by the rules is taken, and a part of it that is not is refused', () => {
  const value = fc.string({ unit: fc.constantFrom(...'aZ9 #"+,;<>=\\ü日'), minLength: 1, maxLength: 12 }).filter(text => text.trim() !== '');
  fc.assert(fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), values => {
    expect(accepts(() => assertDistinguishedName(values.map(each => `cn=${written(each)}`).join(','), 'p'))).toBe(true);
    expect(accepts(() => assertDistinguishedName(`cn=${written(values[0])},`, 'p'))).toBe(false);
  }), { numRuns: 300 });
});

test('the longest text is judged at once, however its parts begin', () => {
  const started = process.hrtime.bigint();
  for (const text of ['a=' + ' '.repeat(1020), 'a=b'.repeat(300), 'a=\\'.repeat(250), 'a=b+'.repeat(250)]) accepts(() => assertDistinguishedName(text, 'p'));
  expect(Number(process.hrtime.bigint() - started)).toBeLessThan(2_000_000_000);
});
