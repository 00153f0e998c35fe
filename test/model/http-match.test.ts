import { HttpMatch } from '../../src';
import { expectRefusal, refusalOf, survivesHostileText } from '../support/declare';

test('matches a header, its name in lower case, its value as given', () =>
  expect({ ...HttpMatch.header('End-User', 'Jason Ü') }).toEqual({ headerName: 'end-user', headerValue: 'Jason Ü' }));

test('accepts a value of 1024 characters', () => expect(HttpMatch.header('a', 'x'.repeat(1024)).headerValue).toHaveLength(1024));

test.each(['', 'a\nb', '\0', 'a\u007f', 'x'.repeat(1025), ' a', 'a ', ' '])('BST024: refuses the value %j', value =>
  expectRefusal(() => HttpMatch.header('a', value), 'BST024', 'HttpMatch.header', 'the value of the header "a" (not repeated here)', 'allowed are 1 to 1024 characters, none a control', 'match on a value'));

test('BST801: refuses a header name that is none', () =>
  expectRefusal(() => HttpMatch.header('end user', 'x'), 'BST801', 'HttpMatch.header', '"end user"', 'RFC 9110 token', 'choose such a name'));

test.each(['method', 'uri', 'scheme', 'authority', 'Method', 'URI'])('BST036: refuses the header %s, which a mesh ignores, so that every request would match', name => {
  const words = [`a header "${name.toLowerCase()}"`, 'any name but "authority", "method", "scheme", "uri"', 'of your own'];
  expectRefusal(() => HttpMatch.header(name, 'x'), 'BST036', 'HttpMatch.header', ...words);
});

test('accepts a header whose name only begins so', () => expect(HttpMatch.header('x-method', 'GET').headerName).toBe('x-method'));

test('survives hostile text', () => survivesHostileText(text => [HttpMatch.header('a', text), HttpMatch.header(text, 'a')]));

test('takes no other value once it is made', () =>
  expect(() => Object.assign(HttpMatch.header('a', 'b'), { headerValue: 'a\nb' })).toThrow(TypeError));

test.each([
  ['authorization', 'CANARY'], ['Authorization', 'Bearer\tCANARY'], ['proxy-authorization', 'Basic CANARY'], ['x-api-key', 'CANARY'], ['x-auth-token', 'CANARY'], ['x-forwarded', 'Bearer CANARY'],
  ['cookie', 'session=ghp_CANARYCANARY'], ['x-user', 'ghp_CANARYCANARY'],
])('BST510: refuses the credential in the header %s: %j, and does not repeat it', (name, value) => {
  expectRefusal(() => HttpMatch.header(name, value), 'BST510', 'HttpMatch.header', 'not repeated here');
  expect(refusalOf(() => HttpMatch.header(name, value)).message).not.toContain('CANARY');
});

test.each(['cookie', 'x-user'])('BST024: does not repeat the value of %s that cannot be sent', name =>
  expect(refusalOf(() => HttpMatch.header(name, 'a=CANARY\t')).message).not.toContain('CANARY'));

test.each([['cookie', 'canary=always'], ['x-request-id', '550e8400-e29b-41d4-a716-446655440000'], ['x-token-type', 'jwt'], ['x-tier', 'basic plan']])('accepts the header %s with the value %s', (name, value) =>
  expect(HttpMatch.header(name, value)).toMatchObject({ headerName: name, headerValue: value }));
