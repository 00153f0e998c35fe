import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { conditionsOf } from '../model/retry-conditions';

/** BST113 */
export const retryOfNonIdempotent = ourCheck<ITopologyCheck>({
  code: 'BST113',
  title: 'retry-of-non-idempotent',
  severity: Severity.ERROR,
  rationale: 'A request that the service may have processed is repeated only if that does no harm: its method is idempotent, or its contract '
    + 'takes an Idempotency-Key. A retry on operations of which none is such never acts. Source: https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2',
  fix: 'take an Idempotency-Key in the contract, repeat only on conditions that are safe, or leave the retry out',

  check({ graph }) {
    return graph.dependencies
      .map(call => ({ call, operations: call.policy.operations ?? [], unsafe: conditionsOf(call).filter(condition => !condition.safe) }))
      .filter(({ operations, unsafe }) => unsafe.length > 0 && operations.length > 0 && !operations.some(operation => operation.retriable))
      .map(({ call, operations, unsafe }) => Problem.of(
        call,
        `retry on ${unsafe.map(({ name }) => name).join(', ')}, but 0 of ${operations.length} operations may be repeated: `
          + operations.map(({ id, method }) => `${id} (${method})`).join(', '),
        'declare an Idempotency-Key header for the operation in the contract and honour it in the service, '
          + 'retry on RetryCondition.CONNECT_FAILURE and REFUSED_STREAM only, or leave retry out',
      ));
  },
});
