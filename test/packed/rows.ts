/** Something that this machine lacks, so that nothing can be said about the package. */
export class Missing extends Error {}

/** Tries what no fault of the package can break: if it fails, this machine lacks `what`. */
export function needs(what: string, attempt: () => void): void {
  try {
    attempt();
  } catch (error) {
    throw new Missing(`needs ${what}: ${(error as Error).message}`, { cause: error });
  }
}

/** What one row came to. */
export interface Outcome {
  readonly row: string;
  readonly verdict: 'pass' | 'FAIL' | 'skip';
  /** What was seen, or why not. */
  readonly seen: string;
}

/** Rows that build on each other: after one that did not pass, those that follow come to the same. */
export class Rows {
  /** The first row of a run. */
  public static start(print: (text: string) => void): Rows {
    return new Rows(print, []);
  }

  private constructor(private readonly print: (text: string) => void, private readonly all: Outcome[], private broken?: Outcome) {}

  /** Rows that build on those so far, but not on those that follow here. */
  public fork(): Rows {
    return new Rows(this.print, this.all, this.broken);
  }

  /** Looks, and says what was seen; a row fails by throwing, and is skipped by throwing `Missing`. */
  public add(row: string, look: () => string): void {
    const start = Date.now();
    const outcome = this.broken ? { row, verdict: this.broken.verdict, seen: `not tried: "${this.broken.row}" did not pass` } : outcomeOf(row, look);
    this.all.push(outcome);
    if (outcome.verdict !== 'pass') this.broken ??= outcome;
    this.print(`${outcome.verdict}  ${row} (${((Date.now() - start) / 1000).toFixed(1)} s)\n      ${outcome.seen.trimEnd().replaceAll('\n', '\n      ')}`);
  }

  /** The outcomes of all rows, those of forks included. */
  public get outcomes(): readonly Outcome[] {
    return this.all;
  }
}

function outcomeOf(row: string, look: () => string): Outcome {
  try {
    return { row, verdict: 'pass', seen: look() };
  } catch (error) {
    return { row, verdict: error instanceof Missing ? 'skip' : 'FAIL', seen: (error as Error).message };
  }
}

/** The last line of the run. Where everything must be there (`strict`), what was skipped has failed. */
export function summary(outcomes: readonly Outcome[], strict: boolean): { readonly line: string; readonly failed: number } {
  const count = (verdict: Outcome['verdict']) => outcomes.filter(outcome => outcome.verdict === verdict).length;
  const failed = count('FAIL') + (strict ? count('skip') : 0);
  const skipped = strict ? 0 : count('skip');
  return { line: `packed: ${count('pass')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`, failed };
}
