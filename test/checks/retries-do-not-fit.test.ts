import { CallOptions } from '../../src/model/dependency-options';
import { RetryCondition } from '../../src/model/retry-condition';
import { RetryPolicy } from '../../src/model/retry-policy';
import { Declaration, ms } from '../support/topology';

const PATH = 'error web calls orders-api:';
const { CONNECT_FAILURE, REFUSED_STREAM, SERVER_ERROR } = RetryCondition;

function call(options: CallOptions): Declaration {
  const declared = new Declaration();
  const [web, orders] = declared.workloads('web', 'orders');
  web.calls(declared.api(orders), options);
  return declared;
}

describe('BST104 retries-do-not-fit', () => {
  test.each<[string, CallOptions, string[]]>([
    ['finds tries that are one millisecond too long', { timeout: ms(1299), retry: RetryPolicy.attempts(2, { perTryTimeout: ms(400) }) },
      [`${PATH} 3 × 400 ms + 100 ms backoff = 1300 ms > timeout 1299 ms: 2 of 3 tries fit; raise timeout to 1300 ms, or use RetryPolicy.attempts(1)`]],
    ['accepts tries that fit exactly', { timeout: ms(1300), retry: RetryPolicy.attempts(2, { perTryTimeout: ms(400) }) }, []],
    ['counts the pauses between the tries that fit', { timeout: ms(824), retry: RetryPolicy.attempts(2, { perTryTimeout: ms(400) }) },
      [`${PATH} 3 × 400 ms + 100 ms backoff = 1300 ms > timeout 824 ms: 1 of 3 tries fit; raise timeout to 1300 ms, or use RetryPolicy.attempts(0)`]],
    ['counts a try that fits exactly', { timeout: ms(825), retry: RetryPolicy.attempts(2, { perTryTimeout: ms(400) }) },
      [`${PATH} 3 × 400 ms + 100 ms backoff = 1300 ms > timeout 825 ms: 2 of 3 tries fit; raise timeout to 1300 ms, or use RetryPolicy.attempts(1)`]],
    ['finds a backoff that takes the time of the tries (Istio\'s own example)',
      { timeout: ms(3000), retry: RetryPolicy.attempts(3, { perTryTimeout: ms(100), backoff: ms(2000) }) },
      [`${PATH} 4 × 100 ms + 22000 ms backoff = 22400 ms > timeout 3000 ms: 2 of 4 tries fit; raise timeout to 22400 ms, or use RetryPolicy.attempts(1)`]],
    ['accepts tries without a limit of their own, which share the timeout', { timeout: ms(100), retry: RetryPolicy.attempts(9) }, []],
    ['accepts any tries of a call without a timeout', { retry: RetryPolicy.attempts(9, { perTryTimeout: ms(400) }) }, []],
    ['accepts zero attempts', { timeout: ms(100), retry: RetryPolicy.attempts(0, { perTryTimeout: ms(400) }) }, []],
    ['accepts a call without a retry', { timeout: ms(100) }, []],
    ['leaves a try as long as the timeout to BST105', { timeout: ms(400), retry: RetryPolicy.attempts(2, { perTryTimeout: ms(400) }) }, []],
    ['accepts tries that fail before they take time',
      { timeout: ms(500), retry: RetryPolicy.attempts(2, { perTryTimeout: ms(400), on: [CONNECT_FAILURE, REFUSED_STREAM] }) }, []],
    ['finds tries of which some conditions take time',
      { timeout: ms(500), retry: RetryPolicy.attempts(1, { perTryTimeout: ms(400), on: [CONNECT_FAILURE, SERVER_ERROR] }) },
      [`${PATH} 2 × 400 ms + 25 ms backoff = 825 ms > timeout 500 ms: 1 of 2 tries fit; raise timeout to 825 ms, or use RetryPolicy.attempts(0)`]],
  ])('%s', (_, options, expected) => {
    expect(call(options).found('BST104')).toEqual(expected);
  });

  test('is acknowledged on the call', () => {
    const declared = call({ timeout: ms(500), retry: RetryPolicy.attempts(2, { perTryTimeout: ms(400) }) });
    declared.topology.acknowledge('BST104', declared.topology, 'tries fail fast in practice');
    expect(declared.found('BST104')).toEqual([]);
  });
});
