import { execFileSync } from 'child_process';
import { join } from 'path';

/** A program, written in both ways. */
interface Scenario {
  readonly title: string;
  /** Folder of the program. */
  readonly program: string;
  /** Numbers of services, rising. */
  readonly sizes: number[];
  /** A topology each; stock cdk8s overflows the stack above some 100,000 objects in a chart, because it passes them to one function call. */
  readonly servicesPerTopology: number;
  /** Heap that the program by hand needs, somewhat rounded up. */
  readonly heapMegabytesPerThousand: number;
  /** Most time against the program by hand, in the long form. */
  readonly mostTime: number;
}

/** A credential by hand is a template literal; declared it is read, encoded for where it stands, checked and told to each consumer. */
const WITH_CREDENTIALS = 1.35;

/** What one process measured. */
interface Measurement {
  readonly millis: number;
  /** Of the program's own thread, in user mode: what a user waits for, without what other work on the machine adds. */
  readonly threadMillis: number;
  /** Of all threads, those on which V8 compiles and collects garbage included. */
  readonly cpuMillis: number;
  readonly peakMegabytes: number;
  readonly sha256: string;
}

/** The short form runs beside other work and is to find a cliff, not a slope. */
const short = process.argv.includes('--short');
const MOST_MEMORY = short ? 1.5 : 1.25;
const MOST_GROWTH = short ? 1.75 : 1.3;
const rounds = short ? 2 : 4;
const SCENARIOS: Scenario[] = [
  { title: 'calls', program: 'calls', sizes: short ? [1000, 5000] : [1000, 5000, 20000], servicesPerTopology: 10_000, heapMegabytesPerThousand: 35, mostTime: 1.25 },
  { title: 'credentials, topics, differing callers', program: 'mixed', sizes: short ? [1000, 4000] : [1000, 8000], servicesPerTopology: 8000, heapMegabytesPerThousand: 55, mostTime: WITH_CREDENTIALS },
  { title: '10 and 40 topologies in an app', program: 'mixed', sizes: [1000, 4000], servicesPerTopology: 100, heapMegabytesPerThousand: 12, mostTime: WITH_CREDENTIALS },
];

/** Runs in turn, A B A B, so that a drifting machine drifts for both. */
function compare(scenario: Scenario, services: number): { declared: Measurement; byHand: Measurement } {
  const runs = Array.from({ length: rounds }, () => (
    { byHand: measure(scenario, 'by-hand', services), declared: measure(scenario, 'declared', services) }));
  const [{ declared, byHand }] = runs;
  if (declared.sha256 !== byHand.sha256) throw new Error(`${scenario.title}, ${services} services: the two programs do not emit the same bytes`);
  return { declared: best(runs.map(run => run.declared)), byHand: best(runs.map(run => run.byHand)) };
}

/**
 * Both ways run in a heap of the same size, somewhat more than either needs. Without a bound the peak shows when V8 chose to collect
 * garbage, not what the program holds.
 */
function measure({ program, servicesPerTopology, heapMegabytesPerThousand }: Scenario, way: string, services: number): Measurement {
  const heap = Math.round(100 + services * heapMegabytesPerThousand / 1000);
  const command = [`--max-old-space-size=${heap}`, join(__dirname, 'measure.js'), program, way, String(services), String(servicesPerTopology)];
  return JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' })) as Measurement;
}

/** The least of each figure: noise only adds. */
function best(runs: Measurement[]): Measurement {
  return {
    millis: Math.min(...runs.map(run => run.millis)),
    threadMillis: Math.min(...runs.map(run => run.threadMillis)),
    cpuMillis: Math.min(...runs.map(run => run.cpuMillis)),
    peakMegabytes: Math.min(...runs.map(run => run.peakMegabytes)),
    sha256: runs[0].sha256,
  };
}

function row(...cells: (string | number)[]): void {
  console.log(`| ${cells.map((cell, i) => (i === 0 ? String(cell).padEnd(40) : String(cell).padStart(9))).join(' | ')} |`);
}

function verdict(what: string, value: number, most: number): boolean {
  const holds = value <= most;
  row(what, value.toFixed(2), `<= ${most}`, holds ? 'holds' : 'BROKEN');
  return holds;
}

/** Time is that of the program's thread: on a machine with other work, the clock shows that work. */
function judge(scenario: Scenario): boolean {
  const { title, sizes } = scenario;
  row(title, ...sizes);
  const results = sizes.map(services => compare(scenario, services));
  row('by hand, ms', ...results.map(({ byHand }) => byHand.millis.toFixed(0)));
  row('declared, ms', ...results.map(({ declared }) => declared.millis.toFixed(0)));
  row('by hand, ms of its thread', ...results.map(({ byHand }) => byHand.threadMillis.toFixed(0)));
  row('declared, ms of its thread', ...results.map(({ declared }) => declared.threadMillis.toFixed(0)));
  row('by hand, ms of all threads', ...results.map(({ byHand }) => byHand.cpuMillis.toFixed(0)));
  row('declared, ms of all threads', ...results.map(({ declared }) => declared.cpuMillis.toFixed(0)));
  row('by hand, peak MB', ...results.map(({ byHand }) => byHand.peakMegabytes.toFixed(0)));
  row('declared, peak MB', ...results.map(({ declared }) => declared.peakMegabytes.toFixed(0)));
  const perService = results.map(({ declared }, i) => declared.threadMillis / sizes[i]);
  return [
    ...results.flatMap(({ declared, byHand }, i) => [
      verdict(`time against stock, ${sizes[i]}`, declared.threadMillis / byHand.threadMillis, short ? 1.75 : scenario.mostTime),
      verdict(`memory against stock, ${sizes[i]}`, declared.peakMegabytes / byHand.peakMegabytes, MOST_MEMORY),
    ]),
    verdict(`cost per service, ${sizes.at(-1)} to ${sizes[0]}`, perService.at(-1)! / perService[0], MOST_GROWTH),
  ].every(Boolean);
}

process.exitCode = SCENARIOS.map(judge).every(Boolean) ? 0 : 1;
