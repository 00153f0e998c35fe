import { Duration } from 'cdk8s';
import { StickyCookieOptions, StickyOptions } from '../../src';
import { heldCookie } from '../../src/model/sticky-cookie';
import { expectRefusal } from '../support/declare';

const ALL: Required<Omit<StickyCookieOptions, keyof StickyOptions>> = { path: '/shop/', ttl: Duration.hours(2) };

test('a cookie is for all of its host and for the session, unless it is said otherwise', () => {
  expect(heldCookie('shop', {}, 'x')).toEqual({ name: 'shop', path: '/', ttl: undefined });
  expect(heldCookie('shop', ALL, 'x')).toEqual({ name: 'shop', ...ALL });
  expect(() => Object.assign(heldCookie('shop', ALL, 'x'), { name: 'other' })).toThrow(TypeError);
});

test.each(['', 'a b', 'a=b', 'a;b', '__proto__', 'a'.repeat(257)])('BST801: %j names no cookie', name => expectRefusal(() => heldCookie(name, {}, 'x'), 'BST801', 'x', 'RFC 9110 token'));

test.each(['shop', '/a b', '/a;b', '/ä'])('BST801: %j is no path of a cookie', path => expectRefusal(() => heldCookie('a', { path }, 'x'), 'BST801', 'x', 'a "/"'));

test.each([0, 999, 1500])('BST009: %i milliseconds are no whole seconds', millis => expectRefusal(() => heldCookie('a', { ttl: Duration.millis(millis) }, 'x'), 'BST009', 'x', 'ttl'));
