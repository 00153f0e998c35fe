import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { filesBelow, ROOT } from '../../build-tools/files';
import { equivalentTo } from './equivalents';
import { instrument, Mutant } from './instrument';
import { testFiles } from './jest-run';
import { killedBefore, remember } from './memory';
import { killersOf } from './rounds';
import { renderScore, scoreOf } from './score';

/** Generated, or for people alone. */
const LEFT_OUT = ['index.ts', 'private/boundary-types.ts', 'private/refusal-docs.ts'];
const SCORE = join(__dirname, 'score.txt');

/**
 * `npm run mutants`: writes the source wrongly in one place after another, and sees whether a test fails. With `--again`, what the last run killed in
 * files that are the same is taken for killed: tests grow.
 */
function main(): number {
  const { values: { every: given, only, tests, workers, again, write, list } } = parseArgs({ options: {
    every: { type: 'string', default: '3' }, only: { type: 'string', default: '' }, tests: { type: 'string', default: '' },
    workers: { type: 'string', default: '2' }, again: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false }, list: { type: 'boolean', default: false },
  } });
  const every = Number(given);
  const mutants = mutantsOf(only, every);
  if (list) mutants.forEach(mutant => console.log(inWords(mutant)));
  if (list || mutants.length === 0) return list ? 0 : 1;
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  try {
    const before = again ? killedBefore(mutants) : new Set<string>();
    const tried = mutants.filter(({ id }) => !before.has(id));
    if (again) console.log(`${before.size} of ${mutants.length} were killed before`);
    const killers = killersOf(tried, testFiles().filter(file => file.includes(tests)), { folder, workers, print: console.log });
    const isKilled = ({ id }: Mutant) => before.has(id) || killers.has(id);
    const living = mutants.filter(mutant => !isKilled(mutant));
    remember(mutants, isKilled);
    living.forEach(mutant => console.log(`lives  ${inWords(mutant)}`));
    const rows = scoreOf(mutants, isKilled);
    const text = renderScore(rows, every);
    if (write) writeFileSync(SCORE, text);
    console.log(`\n${text}`);
    return rows.every(({ percent, goal }) => percent >= goal) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every k-th mutant of the files whose path holds `only`. Where a file begins depends on its name, so that small files are not passed over. */
function mutantsOf(only: string, every: number): Mutant[] {
  const files = filesBelow(join(ROOT, 'src'), '.ts').filter(file => !LEFT_OUT.includes(file) && `src/${file}`.includes(only));
  return files.flatMap(file => {
    const first = [...file].reduce((sum, character) => sum + character.charCodeAt(0), 0);
    return instrument(`src/${file}`, readFileSync(join(ROOT, 'src', file), 'utf8')).mutants
      .filter((mutant, position) => (position + first) % every === 0 && equivalentTo(mutant) === undefined);
  });
}

const inWords = ({ file, line, kind, before, after }: Mutant) => `${file}:${line} ${kind}: ${before} -> ${after}`;

process.exitCode = main();
