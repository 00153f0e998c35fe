/** Something that this machine lacks, so that nothing can be said about the site. */
export class Missing extends Error {}

/** What was looked at, one row each: `pass`, `FAIL` or `skip`, with what was seen or why not. */
export class Rows {
  #name;
  #counts = { pass: 0, FAIL: 0, skip: 0 };

  constructor(name) {
    this.#name = name;
  }

  /** Whether every row so far passed. */
  get hold() {
    return this.#counts.FAIL + this.#counts.skip === 0;
  }

  async add(row, look) {
    const start = Date.now();
    let verdict = 'pass';
    let seen;
    try {
      seen = await look();
    } catch (error) {
      verdict = error instanceof Missing ? 'skip' : 'FAIL';
      seen = [error.message, error.stderr].filter(Boolean).join('\n').slice(0, 4000);
    }
    this.#counts[verdict]++;
    console.log(`${verdict}  ${row} (${((Date.now() - start) / 1000).toFixed(1)} s)\n      ${String(seen).trimEnd().replaceAll('\n', '\n      ')}`);
  }

  /** Prints the last line, and gives the exit code. */
  close(strict) {
    const { pass, FAIL, skip } = this.#counts;
    const failed = FAIL + (strict ? skip : 0);
    console.log(`${this.#name}: ${pass} passed, ${failed} failed${!strict && skip > 0 ? `, ${skip} skipped` : ''}`);
    return failed > 0 ? 1 : 0;
  }
}
