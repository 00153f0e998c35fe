import { assertWhole } from '../private/bounds';
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
}

/** Throws BST010 if a number is out of bounds. */
export function heldRetryBudget({ percent, minRetryConcurrency }: RetryBudget, path: string): RetryBudget {
  const held = {
    percent: percent === undefined ? undefined : assertWhole('retryBudget.percent', percent, [0, 100], path),
    minRetryConcurrency: minRetryConcurrency === undefined ? undefined : assertWhole('retryBudget.minRetryConcurrency', minRetryConcurrency, [1, MOST], path),
  };
  lockMembers(held);
  return held;
}
