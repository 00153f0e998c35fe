/**
 * Percent-encodes all but the unreserved characters of RFC 3986 (letters, digits, "-", ".", "_", "~").
 * `encodeURIComponent` leaves `! ' ( ) *` alone, which not every client does.
 */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
