import * as fc from 'fast-check';
import { assertHeaderName } from '../../src/private/header-name';
import { accepts, expectRefusal, hostileText } from '../support/declare';

test.each([['x-user', 'x-user'], ['End-User', 'end-user'], ["!#$%&'*+.^_`|~-", "!#$%&'*+.^_`|~-"], ['a'.repeat(256), 'a'.repeat(256)]])(
  'accepts %s', (name, given) => expect(assertHeaderName(name, 'p')).toBe(given));

test.each(['', 'end user', 'end:user', ':authority', 'x-é', 'x\n', 'a'.repeat(257), 'x-\u212Aey', '__proto__', 'Constructor', '0o14', 7 as never])('BST801: refuses %j', name =>
  expectRefusal(() => assertHeaderName(name, 'HttpMatch.header'), 'BST801', 'HttpMatch.header', 'cannot be a header name', 'RFC 9110 token, at most 256', 'choose such'));

test('accepts exactly the names that Node would send as a header, but those that cdk8s cannot write as a key', () => {
  fc.assert(fc.property(fc.oneof(hostileText, fc.string()), name => {
    const sent = () => {
      try {
        new Headers([[name, 'x']]);
        return true;
      } catch {
        return false;
      }
    };
    expect(accepts(() => assertHeaderName(name, 'p'))).toBe(name.length <= 256 && !/^(__proto__|constructor|[-+]?0o[0-7_]+)$/i.test(name) && sent());
  }), { numRuns: 500 });
});
