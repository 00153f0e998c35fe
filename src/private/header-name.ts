import { assertName, NameRule } from './names';

/** RFC 9110 token, in the lower case that HTTP/2 sends and Envoy matches. */
const HEADER: NameRule = {
  what: 'a header name',
  pattern: /^[a-z0-9!#$%&'*+.^_`|~-]+$/,
  longest: 256,
  allowed: 'an RFC 9110 token in lower case, at most 256 characters',
};

/** Throws BST801 unless `name` is a header name; returns the name in lower case. */
export function assertHeaderName(name: string, path: string): string {
  return assertName(HEADER, typeof name === 'string' ? name.toLowerCase() : name, path);
}
