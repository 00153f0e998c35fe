import { Mutant } from './instrument';

/** At least so many of a hundred mutants must be killed. */
export const GOAL = 95;
const HIGHER: Readonly<Record<string, number>> = { checks: 98, secrets: 98, istio: 98 };

export const goalOf = (folder: string) => HIGHER[folder] ?? GOAL;

/** The folder below src that a mutant is in. */
export function folderOf({ file }: Pick<Mutant, 'file'>): string {
  return file.split('/')[1].replace(/\.ts$/, '');
}

export interface Row {
  readonly folder: string;
  readonly tried: number;
  readonly killed: number;
  readonly percent: number;
  readonly goal: number;
}

/** One row for each folder. */
export function scoreOf(mutants: readonly Mutant[], isKilled: (mutant: Mutant) => boolean): Row[] {
  const folders = [...new Set(mutants.map(folderOf))].sort();
  return folders.map(folder => {
    const own = mutants.filter(mutant => folderOf(mutant) === folder);
    const killed = own.filter(isKilled).length;
    return { folder, tried: own.length, killed, percent: killed / own.length * 100, goal: goalOf(folder) };
  });
}

/** The rows as text, for CONTRIBUTING.md. */
export function renderScore(rows: readonly Row[], every: number): string {
  const sum = (pick: (row: Row) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const tried = sum(row => row.tried);
  const killed = sum(row => row.killed);
  const line = (folder: string, ...cells: (string | number)[]) => folder.padEnd(18) + cells.map(cell => String(cell).padStart(9)).join('');
  const down = (percent: number) => (Math.floor(percent * 10) / 10).toFixed(1);
  return [
    every === 1 ? 'every mutant' : `one mutant in ${every}`,
    line('', 'mutants', 'killed', '%', 'goal'),
    ...rows.map(row => line(row.folder, row.tried, row.killed, down(row.percent), row.goal)),
    line('all', tried, killed, down(killed / tried * 100), ''),
  ].map(text => text.trimEnd()).join('\n') + '\n';
}
