import { assertExpression } from '../../src/istio/cel-expression';
import { expectRefusal, refusalOf } from '../support/declare';

const assert = (text: string) => assertExpression('the filter', text, 'mesh');

describe('an expression', () => {
  test.each([
    'response.code >= 500', '!has(response.code) || response.code >= 500', 'request.headers["x"] == \'a)b"\'', 'request.path in ["/a", "/b"]', '"\\"" != "("', 'a'.repeat(4096),
  ])('may be %s', text => expect(() => assert(text)).not.toThrow());

  test.each(['', '  ', '(a', 'a)', '[(a])', '"a', 'a == \'b', 'a\n|| b', 'a'.repeat(4097)])('%j is refused', text =>
    expectRefusal(() => assert(text), 'BST660', 'mesh', 'the filter', 'CEL'));

  test('that is refused is not repeated', () => expect(refusalOf(() => assert('unlikely(')).message).not.toContain('unlikely'));

  test('holds no credential', () => expectRefusal(() => assert('request.headers["k"] == "ghp_0123456789abcdefghijABCDEFGHIJ012345"'), 'BST510', 'mesh'));

  test.each(['request.headers["authorization"] == "x"', "has(request.headers [ 'X-Api-Key' ])", 'request.headers["x"] != request.headers["Cookie"]'])(
    '%s reads a credential, and is refused', text => expectRefusal(() => assert(text), 'BST660', 'mesh', 'carries a credential'));

  test.each(['request.headers["x-user"] == "authorization"', 'request.path == "/cookie"'])('%s reads none', text => expect(() => assert(text)).not.toThrow());
});
