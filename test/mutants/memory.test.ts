import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Mutant } from './instrument';
import { killedBefore } from './memory';

const FILE = 'src/private/capped.ts';
const sha256 = createHash('sha256').update(readFileSync(join(__dirname, '../..', FILE))).digest('hex');
const mutants = [1, 2].map(position => ({ id: `${FILE}#${position}`, file: FILE }) as Mutant);

test('what was killed in a file that is the same is known, and nothing of one that has changed', () => {
  const killed = [`${FILE}#1`, `${FILE}#3`];
  expect([...killedBefore(mutants, { [FILE]: { sha256, killed } })]).toEqual([`${FILE}#1`]);
  expect([...killedBefore(mutants, { [FILE]: { sha256: 'another', killed } })]).toEqual([]);
  expect([...killedBefore(mutants, {})]).toEqual([]);
});
