import { execFileSync } from 'child_process';
import { join } from 'path';

/** What one process measured. */
interface Measurement {
  readonly millis: number;
  readonly peakMegabytes: number;
  readonly sha256: string;
}

/** The short form runs beside other work and is to find a cliff, not a slope. */
const short = process.argv.includes('--short');
const MOST_TIME = short ? 1.75 : 1.25;
const MOST_MEMORY = 1.25;
const MOST_GROWTH = short ? 1.75 : 1.3;
const sizes = short ? [1000, 5000] : [1000, 5000, 20000];
const rounds = short ? 2 : 4;

/** Runs in turn, A B A B, so that a drifting machine drifts for both. */
function compare(services: number): { declared: Measurement; byHand: Measurement } {
  const runs = Array.from({ length: rounds }, () => ({ byHand: measure('by-hand', services), declared: measure('declared', services) }));
  const [{ declared, byHand }] = runs;
  if (declared.sha256 !== byHand.sha256) throw new Error(`${services} services: the two programs do not emit the same bytes`);
  return { declared: best(runs.map(run => run.declared)), byHand: best(runs.map(run => run.byHand)) };
}

function measure(way: string, services: number): Measurement {
  const program = [`--max-old-space-size=${heapMegabytes(services)}`, join(__dirname, 'measure.js'), way, String(services)];
  return JSON.parse(execFileSync(process.execPath, program, { encoding: 'utf8' })) as Measurement;
}

/**
 * Both ways run in a heap of the same size, somewhat more than either needs. Without a bound the peak shows when V8 chose to collect
 * garbage, not what the program holds.
 */
function heapMegabytes(services: number): number {
  return Math.round(100 + services * 0.035);
}

/** The least of each figure: noise only adds. */
function best(runs: Measurement[]): Measurement {
  return {
    millis: Math.min(...runs.map(run => run.millis)),
    peakMegabytes: Math.min(...runs.map(run => run.peakMegabytes)),
    sha256: runs[0].sha256,
  };
}

function row(...cells: (string | number)[]): void {
  console.log(`| ${cells.map((cell, i) => (i === 0 ? String(cell).padEnd(30) : String(cell).padStart(9))).join(' | ')} |`);
}

function verdict(what: string, value: number, most: number): boolean {
  const holds = value <= most;
  row(what, value.toFixed(2), `<= ${most}`, holds ? 'holds' : 'BROKEN');
  return holds;
}

row('services', ...sizes);
const results = sizes.map(compare);
row('by hand, ms', ...results.map(({ byHand }) => byHand.millis.toFixed(0)));
row('declared, ms', ...results.map(({ declared }) => declared.millis.toFixed(0)));
row('by hand, peak MB', ...results.map(({ byHand }) => byHand.peakMegabytes.toFixed(0)));
row('declared, peak MB', ...results.map(({ declared }) => declared.peakMegabytes.toFixed(0)));
const perService = results.map(({ declared }, i) => declared.millis / sizes[i]);
const holds = [
  ...results.flatMap(({ declared, byHand }, i) => [
    verdict(`time against stock, ${sizes[i]}`, declared.millis / byHand.millis, MOST_TIME),
    verdict(`memory against stock, ${sizes[i]}`, declared.peakMegabytes / byHand.peakMegabytes, MOST_MEMORY),
  ]),
  verdict(`cost per service, ${sizes.at(-1)} to ${sizes[0]}`, perService.at(-1)! / perService[0], MOST_GROWTH),
];
process.exitCode = holds.every(Boolean) ? 0 : 1;
