import { Duration } from 'cdk8s';
import { assertDuration, assertWhole } from '../private/bounds';
import { lockMembers } from '../private/lock-members';
import { quote, TopologyError } from '../private/topology-error';

/** How an endpoint that is new gets its share little by little. Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#WarmupConfiguration */
export interface Warmup {
  /** Time until it gets its full share. */
  readonly duration: Duration;
  /**
   * Percent of its share that it gets at first, 1..100.
   *
   * @default 10
   */
  readonly minimumPercent?: number;
  /**
   * How much faster the share grows at first, above 0: 1 for evenly, less for slower at first, which Istio takes from 1.31 on.
   *
   * @default 1
   */
  readonly aggression?: number;
}

/** Throws BST009 unless `duration` is a whole number of milliseconds, BST010 unless the numbers are within their bounds. */
export function heldWarmup({ duration, minimumPercent, aggression }: Warmup, path: string): Warmup {
  const held = {
    duration: assertDuration('warmup.duration', duration, path)!,
    minimumPercent: minimumPercent === undefined ? undefined : assertWhole('warmup.minimumPercent', minimumPercent, [1, 100], path),
    aggression: aggression === undefined ? undefined : assertAggression(aggression, path),
  };
  lockMembers(held);
  return held;
}

function assertAggression(aggression: number, path: string): number {
  if (Number.isFinite(aggression) && aggression > 0) return aggression;
  throw new TopologyError({ code: 'BST010', path, problem: `warmup.aggression ${quote(aggression)}: allowed is a number above 0`, fix: 'give 1 for an even growth, or leave it out' });
}
