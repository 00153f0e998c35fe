import { ITopologyCheck, ourCheck } from '../model/check';
import { Dependency } from '../model/dependency';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { conditionsOf, isGrpc } from '../model/retry-conditions';
import { capped } from '../private/capped';

/** BST113 */
export const retryOfNonIdempotent = ourCheck<ITopologyCheck>({
  code: 'BST113',
  title: 'retry-of-non-idempotent',
  severity: Severity.ERROR,
  rationale: 'A request that the service may have processed is repeated only if that does no harm: its method is idempotent, its contract '
    + 'takes an Idempotency-Key, or its gRPC method is named as idempotent, by the service or by the `idempotency_level` of its contract. A retry on operations of which none is such never acts. '
    + 'Source: https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2',
  fix: 'take an Idempotency-Key in the contract, name the gRPC methods that are idempotent, repeat only on conditions that are safe, or leave the retry out',

  check({ graph }) {
    return graph.dependencies
      .map(call => ({ call, unsafe: conditionsOf(call).filter(condition => !condition.safe) }))
      .filter(({ unsafe }) => unsafe.length > 0)
      .flatMap(({ call, unsafe }) => judge(call, unsafe.map(({ name }) => name).join(', ')));
  },
});

const IN_OPENAPI = 'declare an Idempotency-Key header for the operation in the contract and honour it in the service';
const IN_PROTO = 'say idempotency_level in the .proto file, or name the method in idempotentMethods, if the service honours it';
const SAFE_ONLY = 'retry on RetryCondition.CONNECT_FAILURE and REFUSED_STREAM only, or leave retry out';

/** Operations that are named, or else the methods of gRPC; a call of HTTP that names none has methods that may be repeated. */
function judge(call: Dependency, unsafe: string): Problem[] {
  const { service, policy: { operations = [] } } = call;
  if (operations.some(({ retriable }) => retriable)) return [];
  if (operations.length > 0) {
    return [Problem.of(
      call,
      `retry on ${unsafe}, but 0 of ${operations.length} operations may be repeated: ` + capped(operations.map(({ id, method }) => `${id} (${method})`)),
      `${isGrpc(service) ? IN_PROTO : IN_OPENAPI}, ${SAFE_ONLY}`,
    )];
  }
  if (!isGrpc(service) || service.idempotentMethods.length > 0) return [];
  return [Problem.of(
    call,
    `retry on ${unsafe}, but no method of ${service.name} is known to be idempotent, so that a payment would be made twice if any were repeated`,
    `name the methods that may be repeated in idempotentMethods of ${service.name}, or say idempotency_level in its contract, ${SAFE_ONLY}`,
  )];
}
