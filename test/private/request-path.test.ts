import * as fc from 'fast-check';
import { asSent, pathFlaw } from '../../src/private/request-path';

test.each([
  ['/ü', '/%C3%BC'], ['/a b', '/a%20b'], ['/p|q', '/p%7Cq'], ['/<">^`', '/%3C%22%3E%5E%60'], ['/😀/{id}', '/%F0%9F%98%80/{id}'],
  ['/{größe}/{a b}', '/{größe}/{a b}'], ['/%C3%BC/%c3', '/%C3%BC/%c3'], ["/a:b@c!$&'()*+,;=~", "/a:b@c!$&'()*+,;=~"],
])('the path %s is sent as %s', (path, sent) => expect([asSent(path), pathFlaw(sent)]).toEqual([sent, undefined]));

test.each(['/', '/users/', '/users/{id}.json', '/{a}{b}', '/a=b/{x}', '/%2F', '/%5c', '/.well-known/x', '/..a', '/a..', '/...', '/*', `/${'a'.repeat(2047)}`])(
  '%s is a path that a request can have', path => expect(pathFlaw(path)).toBeUndefined());

test.each([
  ['', 'does not begin with "/"'], ['users', 'does not begin with "/"'], ['*', 'does not begin with "/"'], ['{id}', 'does not begin with "/"'],
  ['/r?beta=true', 'has a query or a fragment'], ['/#X-Amz-Target=a', 'has a query or a fragment'],
  ['/{}', 'has a brace that belongs to no parameter'], ['/{a', 'has a brace'], ['/a}', 'has a brace'], ['/{{a}}', 'has a brace'], ['/{a/b}', 'has a brace'],
  ['/%', 'has a "%" that encodes nothing'], ['/%2', 'has a "%"'], ['/%2{a}', 'has a "%"'], ['/%zz', 'has a "%"'],
  ['/%2e%2e/admin', 'encodes a letter'], ['/%61dmin', 'encodes a letter'], ['/%7E', 'encodes a letter'], ['/%5F', 'encodes a letter'], ['/%2D', 'encodes a letter'],
  ['/a\\b', 'has a character that a path carries percent-encoded only'], ['/[a]', 'has a character'], ['/ü', 'has a character'], ['/a\nb', 'has a character'],
  ['//double//x', 'has an empty segment'], ['/a//', 'has an empty segment'],
  ['/a/../admin', 'has the segment "." or ".."'], ['/.', 'has the segment'], ['/a/..', 'has the segment'], ['/./a', 'has the segment'],
  [`/${'a'.repeat(2048)}`, 'is longer than 2048 characters'],
])('no request has the path %s, which %s', (path, flaw) => expect(pathFlaw(path)).toMatch(new RegExp(`^${flaw.replace(/[.%"?]/g, '\\$&')}`)));

test('a path without flaw is the one that a client sends, whose URL takes nothing away from it', () => {
  const text = fc.array(fc.constantFrom('a', '.', '..', '/', '%2e', '%2F', '\\', '?', '#', ' ', 'ü', '|', '^', ';', '\t', '\u00ad'), { maxLength: 6 });
  fc.assert(fc.property(text, parts => {
    const sent = asSent(`/${parts.join('')}`);
    if (pathFlaw(sent) === undefined) expect(new URL(`http://h${sent}`).pathname).toBe(sent);
  }), { numRuns: 2000 });
});
