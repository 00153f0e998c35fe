import { assertName, NameRule } from './names';

/** RFC 9110 token; besides, cdk8s would drop a key `__proto__` and cannot render a key `constructor`. */
const HEADER: NameRule = {
  what: 'a header name',
  pattern: /^(?!(__proto__|constructor)$)[a-z0-9!#$%&'*+.^_`|~-]+$/i,
  longest: 256,
  allowed: 'an RFC 9110 token, at most 256 characters, not "__proto__" and not "constructor"',
};

/** Throws BST801 unless `name` is a header name; returns it in the lower case that HTTP/2 sends and Envoy matches. */
export function assertHeaderName(name: string, path: string): string {
  return assertName(HEADER, name, path).toLowerCase();
}
