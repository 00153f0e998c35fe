import { RetryCondition } from '../../src/model/retry-condition';
import { RetryPolicy } from '../../src/model/retry-policy';
import { Declaration, ms } from '../support/topology';

const PROBLEM = 'a try that exceeds perTryTimeout 500 ms is not repeated on';
const FIX = 'add RetryCondition.GATEWAY_ERROR to `on`, or leave perTryTimeout out';

describe('BST106 per-try-timeout-never-retried', () => {
  test.each<[string, 'api' | 'grpc', RetryPolicy | undefined, string[]]>([
    ['finds conditions of which none covers a try out of time', 'api',
      RetryPolicy.attempts(1, { perTryTimeout: ms(500), on: [RetryCondition.CONNECT_FAILURE, RetryCondition.status(503)] }),
      [`warning web calls orders-api: ${PROBLEM} connect-failure, 503; ${FIX}`]],
    ['finds gRPC\'s default conditions', 'grpc', RetryPolicy.attempts(1, { perTryTimeout: ms(500) }),
      [`warning web calls orders-grpc: ${PROBLEM} connect-failure, refused-stream, unavailable; ${FIX}`]],
    ['accepts HTTP\'s default conditions, of which gateway-error does', 'api', RetryPolicy.attempts(1, { perTryTimeout: ms(500) }), []],
    ['accepts one such condition among others', 'api',
      RetryPolicy.attempts(1, { perTryTimeout: ms(500), on: [RetryCondition.CONNECT_FAILURE, RetryCondition.SERVER_ERROR] }), []],
    ['accepts tries without a limit of their own', 'api', RetryPolicy.attempts(1, { on: [RetryCondition.CONNECT_FAILURE] }), []],
    ['accepts zero attempts', 'api', RetryPolicy.attempts(0, { perTryTimeout: ms(500), on: [RetryCondition.CONNECT_FAILURE] }), []],
    ['accepts a call without a retry', 'api', undefined, []],
  ])('%s', (_, kind, retry, expected) => {
    const declared = new Declaration();
    const [web, orders] = declared.workloads('web', 'orders');
    web.calls(declared[kind](orders), { retry });
    expect(declared.found('BST106')).toEqual(expected);
  });
});
