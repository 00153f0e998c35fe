import { printed } from './child';
import { median, Measurement } from './measurement';

/** Programs with little and with much to derive: most seconds to declare and check, in times of making the same objects by hand. */
export const MIXED: readonly (readonly [program: string, services: number, charts: number, most: number])[] = [
  ['calls', 4000, 1, 10], ['mixed', 4000, 1, 10], ['mixed', 4000, 40, 10],
];
const ROUNDS = 9;

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

/** What a cold synthesis of examples/shop takes, in times of an app of cdk8s-plus that is empty; by turns, as others share the cores. */
export function startUp(): { readonly ratio: number; readonly modules: number } {
  const started = (program: string) => printed<Measurement>('measure.js', `cold/${program}`, 'cdk8s', 1, 1)!;
  const rounds = Array.from({ length: ROUNDS }, () => ({ shop: started('shop'), empty: started('empty') }));
  const secondsOf = (program: 'shop' | 'empty') => median(rounds.map(round => round[program].seconds));
  return { ratio: secondsOf('shop') / secondsOf('empty'), modules: rounds[0].shop.modules };
}
