import { Manifests } from './manifests';
import { Observation, Row } from './row';
import { Tier, TierWorld } from './tier';

/** What became of a row. */
export interface Result extends Observation {
  readonly tier: string;
  readonly behaviour: string;
  /** Milliseconds. */
  readonly took: number;
}

/** Starts a tier's systems, puts its manifests on them, and observes every row. */
export async function runTier(tier: Tier, report: (result: Result) => void, isNightly = false): Promise<Result[]> {
  return withWorld(tier, isNightly, async (world, manifests) => {
    await world.apply(manifests);
    return observeAll(tier, world, report);
  });
}

/** What a mutation did: the rows that failed with it. */
export interface Proof {
  readonly tier: string;
  readonly behaviour: string;
  /** The change of the YAML. */
  readonly says: string;
  readonly failed: readonly string[];
  /** Whether exactly the row failed that the change was made for. */
  readonly holds: boolean;
}

/** For each row: changes the YAML as the row says, and observes all rows of the tier again. */
export async function proveTier(tier: Tier, report: (proof: Proof) => void): Promise<Proof[]> {
  return withWorld(tier, false, async (world, manifests) => {
    const proofs: Proof[] = [];
    for (const { behaviour, brokenBy: { says, change } } of tier.rows) {
      await world.apply(manifests.changed(change));
      const failed = (await observeAll(tier, world)).filter(({ holds }) => !holds).map(row => row.behaviour);
      proofs.push({ tier: tier.name, behaviour, says, failed, holds: failed.length === 1 && failed[0] === behaviour });
      report(proofs.at(-1)!);
    }
    return proofs;
  });
}

async function withWorld<T>(tier: Tier, isNightly: boolean, use: (world: TierWorld, manifests: Manifests) => Promise<T>): Promise<T> {
  const manifests = tier.manifests();
  const world = await tier.open(isNightly);
  try {
    return await use(world, manifests);
  } finally {
    await world.close();
  }
}

/** One row after the other: they look at the same systems, and count. */
async function observeAll(tier: Tier, world: TierWorld, report: (result: Result) => void = () => undefined): Promise<Result[]> {
  const results: Result[] = [];
  for (const row of tier.rows) {
    const start = Date.now();
    results.push({ tier: tier.name, behaviour: row.behaviour, ...await observed(row, world), took: Date.now() - start });
    report(results.at(-1)!);
  }
  return results;
}

async function observed(row: Row<TierWorld>, world: TierWorld): Promise<Observation> {
  try {
    return await row.observe(world);
  } catch (error) {
    return { seen: (error as Error).message, holds: false };
  }
}
