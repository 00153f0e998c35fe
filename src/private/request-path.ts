const PARAMETER = /\{[^{}/]+\}/g;
const LONGEST = 2048;
/**
 * What clients and proxies percent-encode alike; of what is left, they differ on some and undo others.
 * Sources: https://url.spec.whatwg.org/#path-percent-encode-set and the table of Chromium's path canonicalizer, which Envoy uses
 */
const ENCODED_BY_ALL = /\{[^{}/]+\}|[ "<>^`|]|[^ -~\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * What no path of a request is, and in what words. Proxies compare paths after they took away what means nothing, so that a rule about such a path
 * would never act.
 * Sources: https://www.rfc-editor.org/rfc/rfc3986#section-3.3 and #section-6.2.2;
 * https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ProxyPathNormalization
 */
const FLAWS: readonly (readonly [RegExp, string])[] = [
  [/^(?!\/)/, 'does not begin with "/"'],
  [/[{}]/, 'has a brace that belongs to no parameter'],
  [/[?#]/, 'has a query or a fragment, which is no part of a path'],
  [/%(?![0-9a-f]{2})/i, 'has a "%" that encodes nothing'],
  [/%(?:2[de]|3\d|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])/i, 'encodes a letter, a digit or one of "-._~", which proxies may undo'],
  [/[^-\w.~%!$&'()*+,;=:@/]/, 'has a character that a path carries percent-encoded only'],
  [/\/\//, 'has an empty segment, which proxies may leave out'],
  [/\/\.\.?(?:\/|$)/, 'has the segment "." or "..", which clients and proxies resolve'],
];

/** What keeps every request from having such a path, in which `{parameter}` stands for any text; undefined if a request can have it. */
export function pathFlaw(path: string): string | undefined {
  if (path.length > LONGEST) return `is longer than ${LONGEST} characters`;
  const filled = path.replace(PARAMETER, 'x');
  return FLAWS.find(([flaw]) => flaw.test(filled))?.[1];
}

/** A path as it is sent: what every client percent-encodes is encoded, and a parameter keeps its name. */
export function asSent(path: string): string {
  return path.replace(ENCODED_BY_ALL, found => found.startsWith('{') ? found : encodeURIComponent(found));
}
