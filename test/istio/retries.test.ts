import { retriesOf } from '../../src/istio/retries';
import { Protocol } from '../../src/model/protocol';
import { RetryCondition } from '../../src/model/retry-condition';
import { RetryPolicy } from '../../src/model/retry-policy';
import { ms } from '../support/topology';

const TWICE = RetryPolicy.attempts(2);

describe('what is repeated', () => {
  test('is nothing by attempts 0, with no word on conditions, which the webhook would refuse', () =>
    expect(retriesOf(undefined, Protocol.HTTP)).toEqual({ attempts: 0 }));

  test('spells out conditions and pause by default', () =>
    expect(retriesOf(TWICE, Protocol.HTTP)).toEqual({ attempts: 2, retryOn: 'connect-failure,refused-stream,gateway-error', backoff: '25ms' }));

  test('carries everything that was said, conditions in their order without spaces', () => {
    const on = [RetryCondition.status(503), RetryCondition.SERVER_ERROR];
    const said = RetryPolicy.attempts(3, { on, perTryTimeout: ms(1500), backoff: ms(2000) });
    expect(retriesOf(said, Protocol.HTTP)).toEqual({ attempts: 3, retryOn: '503,5xx', perTryTimeout: '1500ms', backoff: '2s' });
  });

  test('is gRPC status 14 for gRPC, of another copy of the package too', () => {
    const copy = Object.assign(Object.create(Protocol.prototype), Protocol.GRPC) as Protocol;
    for (const protocol of [Protocol.GRPC, copy]) expect(retriesOf(TWICE, protocol).retryOn).toBe('connect-failure,refused-stream,unavailable');
  });

  test('takes only words that the webhook knows', () => {
    const known = ['5xx', 'gateway-error', 'reset', 'reset-before-request', 'connect-failure', 'retriable-4xx', 'refused-stream', 'unavailable'];
    const words = Object.values(RetryCondition).filter((value): value is RetryCondition => value instanceof RetryCondition).map(({ name }) => name);
    expect(words.filter(word => !known.includes(word))).toEqual([]);
    expect(words).toHaveLength(6);
  });
});
