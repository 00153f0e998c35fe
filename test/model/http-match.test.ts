import { HttpMatch } from '../../src';
import { expectRefusal, survivesHostileText } from '../support/declare';

test('matches a header, its name in lower case, its value as given', () =>
  expect({ ...HttpMatch.header('End-User', 'Jason Ü') }).toEqual({ headerName: 'end-user', headerValue: 'Jason Ü' }));

test('accepts a value of 1024 characters', () => expect(HttpMatch.header('a', 'x'.repeat(1024)).headerValue).toHaveLength(1024));

test.each(['', 'a\nb', '\0', 'a\u007f', 'x'.repeat(1025)])('BST024: refuses the value %j', value =>
  expectRefusal(() => HttpMatch.header('a', value), 'BST024', 'HttpMatch.header', 'header value "', 'allowed are 1 to 1024 characters, none a control', 'match on a value'));

test('BST801: refuses a header name that is none', () =>
  expectRefusal(() => HttpMatch.header('end user', 'x'), 'BST801', 'HttpMatch.header', '"end user"', 'RFC 9110 token', 'choose such a name'));

test('survives hostile text', () => survivesHostileText(text => [HttpMatch.header('a', text), HttpMatch.header(text, 'a')]));

test('takes no other value once it is made', () =>
  expect(() => Object.assign(HttpMatch.header('a', 'b'), { headerValue: 'a\nb' })).toThrow(TypeError));
