/** Lone surrogates count as well: no UTF-8 output could carry them. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;

/** Whether the text holds a character that a reader of a message or a manifest would not see. */
export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}
