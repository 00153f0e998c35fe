const SHOWN = 5;

/** The first of several texts, and how many more there are, so that no message grows with what it is about. */
export function capped(texts: readonly string[], shown = SHOWN): string {
  const left = texts.length - shown;
  // One more is as short to tell as to count.
  return left <= 1 ? texts.join(', ') : `${texts.slice(0, shown).join(', ')} and ${left} more`;
}
