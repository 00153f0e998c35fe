import { HELM } from '../test/conformance/toolbox/helm';
import { helmTemplate } from './chart';
import { printed } from './child';
import { median, Measurement } from './measurement';

const OURS = 'cdk8s-backing-services';
const STOCK = 'cdk8s';

/** Seconds and megabytes of one way to write the same objects; nothing where a way fails or cannot be tried. */
export interface Took {
  readonly seconds?: number;
  readonly peakMegabytes?: number;
  readonly sha256?: string;
}

/** A way to write the same objects. */
export interface Contender {
  readonly name: string;
  /** Whether its bytes must be ours. */
  readonly sameBytes: boolean;
  /** How many charts are too many, because it takes as long for every one. */
  readonly fewCharts?: boolean;
  readonly run: (services: number, charts: number) => Promise<Took>;
}

const process = (program: string, app: string) => async (services: number, charts: number): Promise<Took> => (
  printed<Measurement>('measure.js', program, app, services, charts) ?? {});
const text = (writer: string): Contender => ({
  name: writer, sameBytes: false, fewCharts: true, run: async (services, charts) => ({ seconds: printed<number>('serialize.js', writer, services, charts) }),
});

export const DECLARED: Contender = { name: 'ours', sameBytes: true, run: process('calls/declared', OURS) };
export const BY_HAND: Contender = { name: 'cdk8s by hand', sameBytes: true, run: process('calls/by-hand', STOCK) };
export const ON_STOCK: Contender = { name: 'ours on cdk8s', sameBytes: true, run: process('calls/declared', STOCK) };
export const PLUS: Contender = { name: 'cdk8s-plus', sameBytes: false, fewCharts: true, run: process('calls/plus', STOCK) };
export const WRITERS: readonly Contender[] = ['yaml', 'js-yaml', 'JSON.stringify'].map(text);

/** Helm, built if it is not there yet; a Contender that tells nothing where there is no Go to build it with. */
export async function helm(): Promise<Contender> {
  try {
    if (!HELM.present()) await HELM.build();
    return { name: 'helm template', sameBytes: false, run: helmTemplate };
  } catch (error) {
    console.log(`skip  helm template: ${(error as Error).message}; to get it: ${HELM.install}`);
    return { name: 'helm template', sameBytes: false, run: async () => ({}) };
  }
}

/** The middle of several rounds, in which all run in turn, so that a drifting machine drifts for all. */
export async function compared(contenders: readonly Contender[], services: number, charts: number, rounds: number): Promise<Map<string, Took>> {
  const runs = contenders.map((): Took[] => []);
  for (let round = 0; round < rounds; round++) for (const [i, contender] of contenders.entries()) runs[i].push(await contender.run(services, charts));
  const bytes = new Set(contenders.flatMap(({ sameBytes }, i) => (sameBytes ? runs[i].flatMap(({ sha256 }) => sha256 ?? []) : [])));
  if (bytes.size > 1) throw new Error(`${services} services in ${charts} charts: not all write the same bytes`);
  return new Map(contenders.map(({ name }, i) => [name, { seconds: middle(runs[i], 'seconds'), peakMegabytes: middle(runs[i], 'peakMegabytes') }]));
}

function middle(runs: readonly Took[], figure: 'seconds' | 'peakMegabytes'): number | undefined {
  const known = runs.flatMap(run => run[figure] ?? []);
  return known.length === 0 ? undefined : median(known);
}
