import { Operation } from '../../src/model/operation';
import { RetryCondition } from '../../src/model/retry-condition';
import { RetryPolicy } from '../../src/model/retry-policy';
import { Declaration } from '../support/topology';

const operation = (id: string, method: string, retriable: boolean): Operation => ({ id, method, path: `/${id}`, retriable });
const contract = { operations: [operation('charge', 'POST', true), operation('get', 'GET', true), operation('note', 'POST', false), operation('patch', 'PATCH', false)] };

describe('BST113 retry-of-non-idempotent', () => {
  test.each<[string, string[] | undefined, RetryPolicy | undefined, string[]]>([
    ['finds a retry that no operation may be repeated for', ['note', 'patch'], RetryPolicy.attempts(2),
      ['error web calls payments: retry on gateway-error, but 0 of 2 operations may be repeated: note (POST), patch (PATCH); '
        + 'declare an Idempotency-Key header for the operation in the contract and honour it in the service, '
        + 'retry on RetryCondition.CONNECT_FAILURE and REFUSED_STREAM only, or leave retry out']],
    ['names the conditions that are not safe', ['note'],
      RetryPolicy.attempts(1, { on: [RetryCondition.CONNECT_FAILURE, RetryCondition.SERVER_ERROR, RetryCondition.status(429)] }),
      ['error web calls payments: retry on 5xx, 429, but 0 of 1 operations may be repeated: note (POST); '
        + 'declare an Idempotency-Key header for the operation in the contract and honour it in the service, '
        + 'retry on RetryCondition.CONNECT_FAILURE and REFUSED_STREAM only, or leave retry out']],
    ['accepts a POST with an Idempotency-Key', ['charge'], RetryPolicy.attempts(2), []],
    ['accepts operations of which some may be repeated', ['get', 'note'], RetryPolicy.attempts(2), []],
    ['accepts conditions that are safe', ['note'], RetryPolicy.attempts(2, { on: [RetryCondition.CONNECT_FAILURE, RetryCondition.REFUSED_STREAM] }), []],
    ['accepts zero attempts', ['note'], RetryPolicy.attempts(0), []],
    ['accepts a call without a retry', ['note'], undefined, []],
    ['accepts a call that names no operations, since some may be repeated', undefined, RetryPolicy.attempts(2), []],
  ])('%s', (_, operations, retry, expected) => {
    const declared = new Declaration();
    declared.workload('web').calls(declared.external('payments', { contract }), { operations, retry });
    expect(declared.found('BST113')).toEqual(expected);
  });

  test.each<[string, boolean, string[]]>([
    ['finds a method of gRPC that its contract does not call idempotent', false, [
      'error web calls orders-grpc: retry on unavailable, but 0 of 1 operations may be repeated: shop.Orders/Add (POST); say idempotency_level in the .proto file, or name the method '
        + 'in idempotentMethods, if the service honours it, retry on RetryCondition.CONNECT_FAILURE and REFUSED_STREAM only, or leave retry out',
    ]],
    ['accepts one that it does', true, []],
  ])('%s', (_, retriable, expected) => {
    const declared = new Declaration();
    const promised = { operations: [{ id: 'shop.Orders/Add', method: 'POST', path: '/shop.Orders/Add', retriable }] };
    declared.workload('web').calls(declared.grpc(declared.workload('orders'), { contract: promised }), { operations: ['shop.Orders/Add'], retry: RetryPolicy.attempts(2) });
    expect(declared.found('BST113')).toEqual(expected);
  });

  test.each<[string, string[] | undefined, RetryPolicy, boolean]>([
    ['finds gRPC\'s default conditions where no method is declared idempotent', undefined, RetryPolicy.attempts(2), true],
    ['accepts them where one is', ['shop.Orders/Get'], RetryPolicy.attempts(2), false],
    ['finds an unsafe condition beside a safe one', [], RetryPolicy.attempts(1, { on: [RetryCondition.CONNECT_FAILURE, RetryCondition.UNAVAILABLE] }), true],
    ['accepts gRPC on conditions that are safe', undefined, RetryPolicy.attempts(2, { on: [RetryCondition.CONNECT_FAILURE, RetryCondition.REFUSED_STREAM] }), false],
    ['accepts gRPC at zero attempts', undefined, RetryPolicy.attempts(0), false],
  ])('%s', (_, idempotentMethods, retry, isFound) => {
    const declared = new Declaration();
    declared.workload('web').calls(declared.grpc(declared.workload('orders'), { idempotentMethods }), { retry });
    expect(declared.found('BST113')).toEqual(isFound ? [
      'error web calls orders-grpc: retry on unavailable, but no method of orders-grpc is known to be idempotent, so that a payment would be made twice if any were '
        + 'repeated; name the methods that may be repeated in idempotentMethods of orders-grpc, or say idempotency_level in its contract, retry on RetryCondition.CONNECT_FAILURE and REFUSED_STREAM only, or leave retry out',
    ] : []);
  });
});
