import { Duration } from 'cdk8s';
import { assertDuration, assertWhole } from '../private/bounds';
import { lockMembers } from '../private/lock-members';

const MOST = 2 ** 31 - 1;

/** How many repetitions may be under way at a time, by how many requests are, so that a service that fails is not given the work of all its callers' tries. */
export interface RetryBudget {
  /**
   * Percent of the requests that are under way and that wait, 0..100.
   *
   * @default - Istio's: 20
   */
  readonly percent?: number;
  /**
   * Repetitions that may be under way however few the requests are, 1 or more: Istio takes 0 for nothing said.
   * Source: istio, pilot/pkg/networking/core/cluster_traffic_policy.go (`applyRetryBudget`)
   *
   * @default - Istio's: 3
   */
  readonly minRetryConcurrency?: number;
  /**
   * Time for which a request counts, although it is answered; Istio takes it from 1.31 on.
   *
   * @default - requests count that are under way or wait
   */
  readonly budgetInterval?: Duration;
}

/** Throws BST010 if a number is out of bounds, BST009 if the time is no whole number of milliseconds. */
export function heldRetryBudget({ percent, minRetryConcurrency, budgetInterval }: RetryBudget, path: string): RetryBudget {
  const held = {
    percent: percent === undefined ? undefined : assertWhole('retryBudget.percent', percent, [0, 100], path),
    minRetryConcurrency: minRetryConcurrency === undefined ? undefined : assertWhole('retryBudget.minRetryConcurrency', minRetryConcurrency, [1, MOST], path),
    budgetInterval: assertDuration('retryBudget.budgetInterval', budgetInterval, path),
  };
  lockMembers(held);
  return held;
}
