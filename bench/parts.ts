import { printed } from './child';
import { median, Measurement } from './measurement';

/** Programs with little and with much to derive: most seconds to declare and check, in times of making the same objects by hand. */
export const MIXED: readonly (readonly [program: string, services: number, charts: number, most: number])[] = [
  ['calls', 4000, 1, 10], ['mixed', 4000, 1, 10], ['mixed', 4000, 40, 10],
];
const ROUNDS = 5;

/** Seconds to declare, derive and check, in times of those to make the same objects with cdk8s. */
export function makingRatio(program: string, services: number, charts: number): number {
  const making = (way: string) => median([1, 2, 3].map(() => (
    printed<Measurement>('measure.js', `${program}/${way}`, 'cdk8s', services, charts, 'made')!.makingSeconds)));
  return making('declared') / making('by-hand');
}

/** Seconds of a second synthesis of an app that has not changed, in times of the first. */
export function secondSynthesis(services: number, charts: number): number {
  return median([1, 2, 3].map(() => printed<number>('again.js', services, charts)!));
}

/** What a cold synthesis of examples/shop takes, in times of an app of cdk8s-plus that is empty. */
export function startUp(): { readonly ratio: number; readonly modules: number } {
  const started = (program: string) => Array.from({ length: ROUNDS }, () => printed<Measurement>('measure.js', `cold/${program}`, 'cdk8s', 1, 1)!);
  const [shop, empty] = [started('shop'), started('empty')];
  const secondsOf = (runs: readonly Measurement[]) => median(runs.map(({ seconds }) => seconds));
  return { ratio: secondsOf(shop) / secondsOf(empty), modules: shop[0].modules };
}
