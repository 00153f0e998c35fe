import { assertName, NameRule } from './names';

/** RFC 9110 token. */
const HEADER: NameRule = {
  what: 'a header name',
  pattern: /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/,
  longest: 256,
  allowed: 'an RFC 9110 token, at most 256 characters',
};

/** Throws BST801 unless `name` is a header name; returns it in the lower case that HTTP/2 sends and Envoy matches. */
export function assertHeaderName(name: string, path: string): string {
  return assertName(HEADER, name, path).toLowerCase();
}
