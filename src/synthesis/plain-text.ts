import { BoundedMemo } from '../private/bounded-memo';

/**
 * Printable ASCII that begins with a letter, in which no `:` stands before a blank or at the end, no `#` after a blank, and no blank at the end; and
 * that is neither a word for true, false or null nor a number, which may begin with its exponent.
 * Sources: https://yaml.org/spec/1.1/#id907281 (plain scalars), https://yaml.org/type/bool.html, null.html, float.html
 */
const SURELY_PLAIN = /^(?!(?:y|yes|n|no|on|off|true|false|null|e[-+]?\d+)$)[a-z](?:[!-9;-~]|:(?=[!-~])| (?=[ !"$-~]))*$/i;

const known = new BoundedMemo(text => SURELY_PLAIN.test(text));

/**
 * Whether a text needs no quotes, neither as a value nor as a key, wherever it stands outside of `[]` and `{}`. Other text may need none either: this
 * is narrow, so that it can be seen to be right.
 */
export function isSurelyPlain(text: string): boolean {
  return known.of(text);
}
