import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../../build-tools/files';
import { Mutant } from './instrument';

/** What the last run killed, by file. */
type Memory = Record<string, { readonly sha256: string; readonly killed: readonly string[] }>;

const MEMORY = join(ROOT, 'node_modules/.cache/mutants.json');

/** Those of these mutants that the last run killed, in files that are as they were then. */
export function killedBefore(mutants: readonly Mutant[], memory: Memory = read()): Set<string> {
  const files = new Set(mutants.map(({ file }) => file));
  const known = new Set([...files].filter(file => memory[file]?.sha256 === sha256Of(file)).flatMap(file => memory[file].killed));
  return new Set(mutants.map(({ id }) => id).filter(id => known.has(id)));
}

/** Keeps what was killed for the next run; what other runs have kept of other files stays. */
export function remember(mutants: readonly Mutant[], isKilled: (mutant: Mutant) => boolean): void {
  const memory = read();
  for (const file of new Set(mutants.map(mutant => mutant.file))) {
    memory[file] = { sha256: sha256Of(file), killed: mutants.filter(mutant => mutant.file === file && isKilled(mutant)).map(({ id }) => id) };
  }
  mkdirSync(dirname(MEMORY), { recursive: true });
  writeFileSync(MEMORY, JSON.stringify(memory));
}

function read(): Memory {
  return existsSync(MEMORY) ? JSON.parse(readFileSync(MEMORY, 'utf8')) as Memory : {};
}

function sha256Of(file: string): string {
  return createHash('sha256').update(readFileSync(join(ROOT, file))).digest('hex');
}
