import { LoadBalancing } from '../../src';
import { expectRefusal, survivesHostileText } from '../support/declare';

test.each([[LoadBalancing.LEAST_REQUEST, 'LEAST_REQUEST'], [LoadBalancing.ROUND_ROBIN, 'ROUND_ROBIN'], [LoadBalancing.RANDOM, 'RANDOM']])(
  '%j is called %s by Istio', (balancing, word) => expect({ ...balancing }).toEqual({ algorithm: word, header: undefined }));

test('a sticky header is hashed', () => expect({ ...LoadBalancing.stickyHeader('X-User') }).toEqual({ algorithm: 'CONSISTENT_HASH', header: 'x-user' }));

test.each(['method', 'uri', 'scheme', 'authority'])('a sticky header may be called %s, which Envoy looks up as a header', name =>
  expect(LoadBalancing.stickyHeader(name).header).toBe(name));

test.each([':method', ':path'])('BST801: refuses %s, which is no header', name =>
  expectRefusal(() => LoadBalancing.stickyHeader(name), 'BST801', 'LoadBalancing.stickyHeader', `"${name}"`, 'RFC 9110 token'));

test('BST801: refuses a header name that is none', () =>
  expectRefusal(() => LoadBalancing.stickyHeader('x user'), 'BST801', 'LoadBalancing.stickyHeader', '"x user"', 'RFC 9110 token'));

test('survives hostile text', () => survivesHostileText(text => LoadBalancing.stickyHeader(text)));

test('what means the same is the same', () => {
  expect(LoadBalancing.stickyHeader('X-User')).toBe(LoadBalancing.stickyHeader('x-user'));
  expect(LoadBalancing.stickyHeader('x-user')).not.toBe(LoadBalancing.stickyHeader('x-tenant'));
});

test('is the same for everybody who names it, so nobody can change it', () => expect(() => Object.assign(LoadBalancing.stickyHeader('x-user'), { header: 'x user' })).toThrow(TypeError));
