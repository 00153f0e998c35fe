import { Duration } from 'cdk8s';
import { assertSeconds } from '../private/bounds';
import { lockMembers } from '../private/lock-members';
import { assertName, NameRule } from '../private/names';
import { StickyOptions } from './sticky-options';

/** How a cookie is made that keeps a client at one endpoint. */
export interface StickyCookieOptions extends StickyOptions {
  /**
   * Path of the requests that clients send it with; it begins with "/".
   *
   * @default "/", all of the host
   */
  readonly path?: string;
  /**
   * Time for which clients keep it, in whole seconds.
   *
   * @default - as long as the browser is open
   */
  readonly ttl?: Duration;
}

/** A cookie as it is held. @internal */
export interface StickyCookie {
  readonly name: string;
  readonly path: string;
  readonly ttl?: Duration;
}

/** Source: RFC 6265, 4.1.1 (cookie-name) */
const COOKIE: NameRule = {
  what: 'the name of a cookie', pattern: /^(?!(__proto__|constructor)$)[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, longest: 256, allowed: 'an RFC 9110 token, at most 256 characters, not "__proto__" and not "constructor"',
};

/** Source: RFC 6265, 4.1.1 (path-value) */
const PATH: NameRule = { what: 'the path of a cookie', pattern: /^\/[\x21-\x3a\x3c-\x7e]*$/, longest: 1024, allowed: 'a "/" and at most 1023 characters of ASCII, no blank and no ";"' };

/**
 * Throws BST801 unless it can be called so and its path is one, BST009 unless the time is a whole number of seconds: Max-Age of a cookie has no others, and 0 forgets it at once.
 * Source: RFC 6265, 4.1.1 (max-age-av)
 */
export function heldCookie(name: string, { path: under = '/', ttl }: StickyCookieOptions, path: string): StickyCookie {
  const held = { name: assertName(COOKIE, name, path), path: assertName(PATH, under, path), ttl: assertSeconds('ttl', ttl, path) };
  lockMembers(held);
  return held;
}
