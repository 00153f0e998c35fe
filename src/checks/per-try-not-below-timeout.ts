import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { callLimit, tries, tryLimit } from '../model/worst-case';

/** BST105 */
export const perTryNotBelowTimeout = ourCheck<ITopologyCheck>({
  code: 'BST105',
  title: 'per-try-not-below-timeout',
  severity: Severity.ERROR,
  rationale: 'The timeout of a call covers all its tries: a first try that may last as long leaves no time for a second. '
    + 'Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry',
  fix: 'set perTryTimeout so far below timeout that the tries fit, or leave it out',

  check({ graph }) {
    return graph.dependencies
      .map(call => ({ call, policy: call.policy }))
      .filter(({ policy }) => policy.retry?.perTryTimeout && tries(policy) > 1)
      .filter(({ policy }) => tryLimit(policy) >= callLimit(policy))
      .map(({ call, policy }) => Problem.of(
        call,
        `perTryTimeout ${tryLimit(policy)} ms >= timeout ${callLimit(policy)} ms: `
          + `a try that runs out of time leaves none for the ${tries(policy) - 1} after it`,
        `set perTryTimeout below ${callLimit(policy)} ms, or leave it out`,
      ));
  },
});
