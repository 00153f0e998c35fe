import { Result } from './run-tier';

/** One line of the table, as it is printed while the run goes on. */
export function line({ tier, behaviour, seen, holds, took }: Result): string {
  return `${holds ? 'pass' : 'FAIL'}  ${tier.padEnd(10)}  ${behaviour}\n      ${' '.repeat(10)}  ${seen.replaceAll('\n', '\n                  ')} (${(took / 1000).toFixed(1)} s)`;
}

/** The table of a tier for docs/conformance.md. */
export function markdown(results: readonly Result[]): string {
  return ['| behaviour | seen | |', '|---|---|---|', ...results.map(({ behaviour, seen, holds }) => `| ${cell(behaviour)} | ${cell(seen)} | ${holds ? 'pass' : '**fail**'} |`)].join('\n');
}

/** Text that cannot end a cell of a table, nor become markup in it. */
export function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\|<>*_`[\]]/g, character => `\\${character}`);
}
