const FARTHEST = 2;

/** The known word that a misspelled one is nearest to, if it is near: two letters left out, added or changed, or another case. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const [first] = byNearness(word, known);
  return first !== undefined && distance(word.toLowerCase(), first.toLowerCase()) <= FARTHEST ? first : undefined;
}

/** Known words, those that a misspelled one may stand for first: near ones, then those that begin alike, then as they are given. */
export function byNearness(word: string, known: readonly string[]): string[] {
  const asked = word.toLowerCase();
  return known
    .map(name => ({ name, far: distance(asked, name.toLowerCase()), alike: alike(asked, name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far || b.alike - a.alike)
    .map(({ name }) => name);
}

function alike(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Levenshtein's, up to what is near; whatever is farther is one more. Of each row only the cells are asked that lie near the diagonal. */
function distance(a: string, b: string): number {
  const far = FARTHEST + 1;
  if (Math.abs(a.length - b.length) > FARTHEST) return far;
  let row = CELLS.map(cell => cell < FARTHEST ? far : cell - FARTHEST);
  for (let i = 1; i <= a.length && Math.min(...row) < far; i++) row = nextRow(row, i, a, b);
  return Math.min(row[b.length - a.length + FARTHEST], far);
}

/** Cell `k` of row `i` is about the first `i` letters of one word and the first `i + k - FARTHEST` of the other. */
const CELLS = Array.from({ length: 2 * FARTHEST + 1 }, (_, cell) => cell);

function nextRow(row: readonly number[], i: number, a: string, b: string): number[] {
  const next: number[] = [];
  for (const cell of CELLS) {
    const j = i + cell - FARTHEST;
    const replaced = (row[cell] ?? Infinity) + (a[i - 1] === b[j - 1] ? 0 : 1);
    next.push(j < 0 || j > b.length ? Infinity : j === 0 ? i : Math.min(replaced, (row[cell + 1] ?? Infinity) + 1, (next[cell - 1] ?? Infinity) + 1));
  }
  return next;
}
