import { Mutant } from './instrument';
import { Plan, Sight, Work } from './plan';

const NOTHING: Sight = { tests: [], loaded: [], unfit: [] };
/** What all tests of a long file take. */
const LONG_MS = 3_000;

/** Which test file reaches which mutant. */
export class Reach {
  constructor(private readonly sights: ReadonlyMap<string, Sight>) {}

  /** Other test files that reach a mutant: those in the folder of its own test first, and before all those whose tests run it, the quickest first. */
  public filesNear({ id }: Mutant, own: string): string[] {
    const folder = own.slice(0, own.lastIndexOf('/') + 1);
    const reaching = [...this.sights].filter(([file]) => file !== own);
    const told = reaching.map(([file, { tests }]) => ({ file, tests: tests.filter(({ reached }) => reached.includes(id)) }))
      .filter(({ tests }) => tests.length > 0);
    const running = told.sort((a, b) => durationOf(a) - durationOf(b)).map(({ file }) => file);
    const loading = reaching.filter(([, { loaded }]) => loaded.includes(id)).map(([file]) => file);
    const isNear = (file: string) => file.startsWith(folder);
    return [...new Set([...running.filter(isNear), ...loading.filter(isNear), ...running, ...loading])];
  }

  /** Whether a test file is so quick that what it kills is better not tried in a long one. */
  public isQuick(file: string): boolean {
    return durationOf(this.sights.get(file) ?? NOTHING) < LONG_MS;
  }

  /** The mutants by test file, each with the tests to try. What is reached while modules load, all tests of a file may tell if it is on by then. */
  public work(step: Plan['step'], mutants: readonly Mutant[], filesOf: (mutant: Mutant) => string[]): Record<string, Work[]> {
    const work: Record<string, Work[]> = {};
    for (const mutant of mutants) {
      for (const file of filesOf(mutant)) {
        const { tests, loaded } = this.sights.get(file) ?? NOTHING;
        const telling = tests.filter(({ reached }) => step === 'load' && loaded.includes(mutant.id) || reached.includes(mutant.id)).map(({ name }) => name);
        if (telling.length > 0) (work[file] ??= []).push({ id: mutant.id, tests: telling });
      }
    }
    return work;
  }
}

function durationOf({ tests }: Pick<Sight, 'tests'>): number {
  return tests.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}
