import { RetryCondition } from '../../src/model/retry-condition';
import { conditionsOf } from '../../src/model/retry-conditions';
import { RetryPolicy } from '../../src/model/retry-policy';
import { Workload } from '../../src/model/workload';
import { Declaration } from '../support/topology';

describe('the conditions in force', () => {
  let declared: Declaration;
  let web: Workload;
  let orders: Workload;
  beforeEach(() => {
    declared = new Declaration();
    [web, orders] = declared.workloads('web', 'orders');
  });
  const named = (dependency: ReturnType<Workload['calls']>) => conditionsOf(dependency).map(({ name }) => name);

  test.each([['without a retry policy', undefined], ['with zero attempts', RetryPolicy.attempts(0, { on: [RetryCondition.SERVER_ERROR] })]])(
    'are none %s', (_, retry) => expect(named(web.calls(declared.api(orders), { retry }))).toEqual([]));

  test('are the author\'s', () => {
    expect(named(web.calls(declared.api(orders), { retry: RetryPolicy.attempts(1, { on: [RetryCondition.SERVER_ERROR] }) }))).toEqual(['5xx']);
  });

  test('are by default those for HTTP', () => {
    expect(named(web.calls(declared.api(orders), { retry: RetryPolicy.attempts(1) }))).toEqual(['connect-failure', 'refused-stream', 'gateway-error']);
  });

  test('are by default others for gRPC', () => {
    expect(named(web.calls(declared.grpc(orders), { retry: RetryPolicy.attempts(1) }))).toEqual(['connect-failure', 'refused-stream', 'unavailable']);
  });
});
