/** The greatest number of requests that is told as a number. */
const MOST_TOLD = 1e12;
/** The greatest that is multiplied as it is; a number may hold a little more. */
const MOST_HELD = 1e300;

/**
 * So many requests of which each becomes `factor`. Where no number holds that any more it counts on in powers of two, so that a longer path is still the
 * heavier one, and no path is so long that its number ends.
 */
export function amplified(requests: number, factor: number): number {
  const product = requests * factor;
  if (factor === 1 || product <= MOST_HELD) return product;
  const powers = requests > MOST_HELD ? requests / MOST_HELD : Math.log2(requests);
  return MOST_HELD * (powers + Math.log2(factor));
}

/** The number in words: exact, or the greatest that is told. */
export function amplificationText(requests: number): string {
  return requests > MOST_TOLD ? `more than ${MOST_TOLD}` : String(requests);
}
