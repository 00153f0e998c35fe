import { join } from 'node:path';
import { Mutant } from './instrument';
import { runStep } from './jest-run';
import { Plan, Sight } from './plan';
import { Reach } from './reach';

/** In how many other test files a mutant is tried: what survives these is said to live, so that one which no test can tell does not cost an hour. */
const FILES_OF_OTHERS = 15;
/** The same, of one that decides while modules load; all files load nearly all modules. */
const FILES_FOR_LOADING = 4;
/** Asks of each class what all must hold. */
const OF_ALL = 'test/boundary/guarded.test.ts';

export interface Rounds {
  readonly folder: string;
  readonly workers: string;
  readonly print: (text: string) => void;
}

/** The test file at the same path below test/. */
export function ownTestOf({ file }: Pick<Mutant, 'file'>): string {
  return `test/${file.slice('src/'.length).replace(/\.ts$/, '.test.ts')}`;
}

/** Tries each mutant in the test file of its own first, then in the others that reach it; returns which test killed it. */
export function killersOf(mutants: readonly Mutant[], tests: readonly string[], { folder, workers, print }: Rounds): Map<string, string> {
  const killers = new Map<string, string>();
  const sights = new Map<string, Sight>();
  const living = () => mutants.filter(({ id }) => !killers.has(id));
  const round = (title: string, step: Plan['step'], work: Plan['work']) => {
    const plan = { step, work, folder: join(folder, title.replace(/\W+/g, '-')), sample: living().map(({ id }) => id) };
    for (const [file, { killed, sight }] of runStep(plan, workers)) {
      for (const { id, by } of killed) killers.set(id, `${file}: ${by}`);
      if (sight && step === 'look') sights.set(file, sight);
    }
    print(`${title}: ${living().length} of ${mutants.length} live`);
  };

  const byFile = (files: readonly string[], isTried: (file: string, mutant: Mutant) => boolean) =>
    Object.fromEntries(files.map(file => [file, living().filter(mutant => isTried(file, mutant)).map(({ id }) => ({ id }))]));
  round('tests of its own', 'switch', byFile(tests, (file, mutant) => ownTestOf(mutant) === file));
  round('what all tests reach', 'look', byFile(tests, () => false));
  if (sights.size === 0) throw new Error('no test file could be run: MUTANTS_VERBOSE=1 shows what jest says');
  for (const [file, { unfit }] of sights) for (const name of unfit) print(`judges nothing, since it fails without mutants: ${file}: ${name}`);

  const reach = new Reach(sights);
  const others = (mutant: Mutant) => reach.filesNear(mutant, ownTestOf(mutant)).slice(0, FILES_OF_OTHERS);
  round('quick tests of others', 'switch', reach.work('switch', living(), mutant => others(mutant).filter(file => reach.isQuick(file))));
  round('long tests of others', 'switch', reach.work('switch', living(), mutant => others(mutant).filter(file => !reach.isQuick(file))));
  round('tests of its own, loaded with it', 'load', reach.work('load', living(), mutant => [ownTestOf(mutant)]));
  round('tests of others, loaded with it', 'load', reach.work('load', living(), mutant => [...new Set([...mutant.kind === 'step' ? [OF_ALL] : [], ...reach.filesNear(mutant, ownTestOf(mutant)).slice(0, FILES_FOR_LOADING)])]));
  return killers;
}
