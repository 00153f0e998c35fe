import { ITopologyCheck, ourCheck } from '../model/check';
import { DependencyPolicy } from '../model/dependency-policy';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { conditionsOf } from '../model/retry-conditions';
import { callLimit, reckoning, timeOf, tries, tryLimit } from '../model/worst-case';

/** BST104 */
export const retriesDoNotFit = ourCheck<ITopologyCheck>({
  code: 'BST104',
  title: 'retries-do-not-fit',
  severity: Severity.ERROR,
  rationale: 'The timeout of a call covers all its tries and the pauses between them, so tries beyond it never happen. '
    + 'Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry',
  fix: 'raise timeout, or lower attempts, perTryTimeout or backoff until all tries fit',

  /**
   * A try that fails before the service processed it takes none of its time, so safe conditions alone are fine. A try that may
   * take the whole timeout is BST105.
   */
  check({ graph }) {
    return graph.dependencies
      .filter(({ policy }) => tryLimit(policy) < callLimit(policy))
      .filter(({ policy }) => callLimit(policy) < timeOf(tries(policy), policy))
      .filter(call => conditionsOf(call).some(condition => !condition.safe))
      .map(call => ({ call, policy: call.policy }))
      .map(({ call, policy }) => Problem.of(
        call,
        `${reckoning(policy)} > timeout ${callLimit(policy)} ms: ${fitting(policy)} of ${tries(policy)} tries fit`,
        `raise timeout to ${timeOf(tries(policy), policy)} ms, or use RetryPolicy.attempts(${fitting(policy) - 1})`,
      ));
  },
});

function fitting(policy: DependencyPolicy): number {
  let count = tries(policy);
  while (timeOf(count, policy) > callLimit(policy)) count--;
  return count;
}
