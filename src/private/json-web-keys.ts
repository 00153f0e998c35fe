import { TopologyError } from './topology-error';

/** What is in a private key only, and in one that both sides know. Sources: RFC 7518, 6.2.2, 6.3.2, 6.4.1; RFC 8037, 2 */
const SECRET_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** Throws BST542 unless a text is a JSON Web Key Set, BST510 if a key in it is no public one. The message never repeats the text. */
export function assertPublicKeys(jwks: string, path: string): string {
  const keys = keysOf(jwks);
  if (keys === undefined) throw unreadable(path);
  if (keys.some(key => key.kty === 'oct' || SECRET_MEMBERS.some(member => member in key))) throw secretKey(path);
  return jwks;
}

function keysOf(jwks: string): Record<string, unknown>[] | undefined {
  try {
    const { keys } = JSON.parse(jwks) as { readonly keys?: unknown };
    return Array.isArray(keys) && keys.length > 0 && keys.every(isKey) ? keys : undefined;
  } catch {
    return undefined;
  }
}

/** Source: RFC 7517, 4.1 */
function isKey(key: unknown): key is Record<string, unknown> {
  return typeof key === 'object' && key !== null && typeof (key as { readonly kty?: unknown }).kty === 'string';
}

function unreadable(path: string): TopologyError {
  return new TopologyError({
    code: 'BST542',
    path,
    problem: 'jwks (not repeated here) is no JSON Web Key Set: allowed is JSON with a list "keys", in which each key has a "kty"',
    fix: 'give what the issuer serves at its jwks_uri, or give that URL as jwksUri',
  });
}

function secretKey(path: string): TopologyError {
  return new TopologyError({
    code: 'BST510',
    path,
    problem: 'jwks hold a private key, or one that both sides know (not repeated here): who verifies tokens needs public keys alone',
    fix: 'give the public keys, and take the private one for known by everybody who has read this',
  });
}
