import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { conditionsOf } from '../model/retry-conditions';
import { tryLimit } from '../model/worst-case';

/** BST106 */
export const perTryTimeoutNeverRetried = ourCheck<ITopologyCheck>({
  code: 'BST106',
  title: 'per-try-timeout-never-retried',
  severity: Severity.WARNING,
  rationale: 'Envoy repeats a try that ran out of its time only on the conditions 5xx and gateway-error; on all others the limit of a try '
    + 'only ends the call sooner. Source: https://github.com/envoyproxy/envoy/blob/main/source/common/router/retry_state_impl.cc',
  fix: 'add RetryCondition.GATEWAY_ERROR, or leave perTryTimeout out',

  check({ graph }) {
    return graph.dependencies
      .filter(({ policy }) => policy.retry?.perTryTimeout)
      .map(call => ({ call, conditions: conditionsOf(call) }))
      .filter(({ conditions }) => conditions.length > 0 && !conditions.some(condition => condition.coversTryTimeout))
      .map(({ call, conditions }) => Problem.of(
        call,
        `a try that exceeds perTryTimeout ${tryLimit(call.policy)} ms is not repeated on ${conditions.map(({ name }) => name).join(', ')}`,
        'add RetryCondition.GATEWAY_ERROR to `on`, or leave perTryTimeout out',
      ));
  },
});
