import { member, textMember } from './manifest-member';

/** How many pods an object has, and how many may run at once while they are replaced. */
export interface PodCount {
  readonly steady: number;
  readonly most: number;
}

/** What an object says of the number of its pods, or the most that something else scales it to; nothing if neither is known. */
type Steady = number | undefined;
type Counting = (manifest: unknown, steady: Steady) => PodCount | undefined;

/** For objects whose pods are counted in a way of their own; of all others `replicas` tells the number. */
const COUNTING: ReadonlyMap<string, Counting> = new Map<string, Counting>([
  ['Deployment', (manifest, steady) => rolled(steady, textMember(manifest, 'spec', 'strategy', 'type') === 'Recreate' ? 0 : member(manifest, 'spec', 'strategy', 'rollingUpdate', 'maxSurge'))],
  ['Rollout', ofRollout],
  ['Job', manifest => exactly(parallelism(member(manifest, 'spec')))],
  ['CronJob', ofCronJob],
  ['Pod', () => exactly(1)],
  ['DaemonSet', () => undefined],
]);

/**
 * How many pods an object makes run at the most. Pods that end are not counted: they may keep connections until their grace period is over.
 * Sources: https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-surge (25 % by default, rounded up; Recreate has none),
 * https://argo-rollouts.readthedocs.io/en/stable/features/specification/
 *
 * @param scaledTo the most that an autoscaler makes of it
 */
export function podsAtMost(manifest: unknown, scaledTo?: number): PodCount | undefined {
  const said = wholeOf(member(manifest, 'spec', 'replicas'));
  const steady = said === undefined || scaledTo === undefined ? said ?? scaledTo : Math.max(said, scaledTo);
  return (COUNTING.get(textMember(manifest, 'kind') ?? '') ?? ((_, count) => exactly(count)))(manifest, steady);
}

function exactly(count: Steady): PodCount | undefined {
  return count === undefined ? undefined : { steady: count, most: count };
}

function rolled(steady: Steady, maxSurge: unknown): PodCount | undefined {
  return steady === undefined ? undefined : { steady, most: steady + surgeOf(steady, maxSurge) };
}

function surgeOf(steady: number, maxSurge: unknown): number {
  const percent = /^(\d+)%$/.exec(typeof maxSurge === 'string' ? maxSurge : '25%');
  return wholeOf(maxSurge) ?? Math.ceil(steady * Number(percent?.[1] ?? 25) / 100);
}

/** Blue and green run at once until the traffic is switched. */
function ofRollout(manifest: unknown, steady: Steady): PodCount | undefined {
  const strategy = member(manifest, 'spec', 'strategy');
  return member(strategy, 'blueGreen') === undefined ? rolled(steady, member(strategy, 'canary', 'maxSurge')) : steady === undefined ? undefined : { steady, most: 2 * steady };
}

/** Runs that may overlap as often as they like have no most. One that replaces another begins while that ends. */
function ofCronJob(manifest: unknown): PodCount | undefined {
  const each = parallelism(member(manifest, 'spec', 'jobTemplate', 'spec'));
  const policy = textMember(manifest, 'spec', 'concurrencyPolicy');
  if (policy === 'Forbid') return exactly(each);
  return policy === 'Replace' ? { steady: each, most: 2 * each } : undefined;
}

function parallelism(jobSpec: unknown): number {
  return wholeOf(member(jobSpec, 'parallelism')) ?? 1;
}

function wholeOf(value: unknown): Steady {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
