import { wildApps, WildOutcome } from '../../fixtures/wild/wild-apps';

/** As many topologies are put on the real systems, at the least. */
export const TOPOLOGIES = 300;

/** The seed of a run that names none: always the same. */
const SEED = 1;

let programs: readonly WildOutcome[] | undefined;

/** The seed of this run. */
export function seedOfRun(): number {
  return Number(process.env.CONFORMANCE_SEED ?? SEED);
}

/** The random programs of this run, those that the library refused among them. */
export function programsOfRun(): readonly WildOutcome[] {
  return programs ??= wildApps(seedOfRun(), TOPOLOGIES);
}

/** Whether a program's mesh has no sidecars. */
export function isWithoutSidecars({ plan: { topologies } }: WildOutcome): boolean {
  return topologies.some(({ mesh }) => mesh?.ambient !== undefined);
}

/** How the files of a program begin. */
export function filesOf({ plan: { seed, number } }: WildOutcome): string {
  return `random-${seed}-${number}-`;
}
