import { CallOptions } from '../../src/model/dependency-options';
import { RetryPolicy } from '../../src/model/retry-policy';
import { Declaration, ms } from '../support/topology';

describe('BST105 per-try-not-below-timeout', () => {
  test.each<[string, CallOptions, string[]]>([
    ['finds a limit of a try as long as the timeout', { timeout: ms(500), retry: RetryPolicy.attempts(2, { perTryTimeout: ms(500) }) },
      ['error web calls orders-api: perTryTimeout 500 ms >= timeout 500 ms: a try that runs out of time leaves none for the 2 after it; '
        + 'set perTryTimeout below 500 ms, or leave it out']],
    ['finds one above the timeout', { timeout: ms(500), retry: RetryPolicy.attempts(1, { perTryTimeout: ms(2000) }) },
      ['error web calls orders-api: perTryTimeout 2000 ms >= timeout 500 ms: a try that runs out of time leaves none for the 1 after it; '
        + 'set perTryTimeout below 500 ms, or leave it out']],
    ['accepts one just below', { timeout: ms(500), retry: RetryPolicy.attempts(2, { perTryTimeout: ms(499) }) }, []],
    ['accepts tries without a limit of their own', { timeout: ms(500), retry: RetryPolicy.attempts(2) }, []],
    ['accepts a call without a timeout', { retry: RetryPolicy.attempts(2, { perTryTimeout: ms(500) }) }, []],
    ['accepts zero attempts, to which the limit does not apply', { timeout: ms(500), retry: RetryPolicy.attempts(0, { perTryTimeout: ms(500) }) }, []],
    ['accepts a call without a retry', { timeout: ms(500) }, []],
  ])('%s', (_, options, expected) => {
    const declared = new Declaration();
    const [web, orders] = declared.workloads('web', 'orders');
    web.calls(declared.api(orders), options);
    expect(declared.found('BST105')).toEqual(expected);
  });
});
