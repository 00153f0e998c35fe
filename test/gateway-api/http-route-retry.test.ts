import { Duration } from 'cdk8s';
import { RetryCondition, RetryPolicy } from '../../src';
import { httpRouteRetryOf, lackingOfRetry } from '../../src/gateway-api/http-route-retry';

const { CONNECT_FAILURE, REFUSED_STREAM, RESET_BEFORE_REQUEST, GATEWAY_ERROR, SERVER_ERROR, UNAVAILABLE, status } = RetryCondition;
const FAILING = [CONNECT_FAILURE, REFUSED_STREAM];
const on = (...conditions: RetryCondition[]) => RetryPolicy.attempts(2, { on: conditions });

test('what is repeated is told by statuses, each once, those of a gateway\'s error among them', () => {
  expect(httpRouteRetryOf(RetryPolicy.attempts(2))).toEqual({ codes: [502, 503, 504], attempts: 2, backoff: '25ms' });
  expect(httpRouteRetryOf(RetryPolicy.attempts(10, { on: [...FAILING, status(503), GATEWAY_ERROR, status(409)], backoff: Duration.millis(1500) })))
    .toEqual({ codes: [409, 502, 503, 504], attempts: 10, backoff: '1s500ms' });
});

test.each<[string, RetryPolicy]>([
  ['what is repeated by default', RetryPolicy.attempts(1)], ['a status beside a connection that fails', on(...FAILING, status(429))],
])('of %s nothing is lacking', (_, retry) => expect(lackingOfRetry(retry)).toBeUndefined());

test.each<[RetryPolicy, string]>([
  [RetryPolicy.attempts(0), 'requests that are never repeated'], [RetryPolicy.attempts(1, { perTryTimeout: Duration.seconds(1) }), 'a try that ran out of time'],
  [on(...FAILING, SERVER_ERROR), 'the condition 5xx, and has some for statuses'], [on(...FAILING, status(503), UNAVAILABLE), 'the condition unavailable'],
  [on(...FAILING, RESET_BEFORE_REQUEST, status(503)), 'the condition reset-before-request'], [on(status(503)), 'repetitions on statuses alone, without connect-failure and refused-stream'],
  [on(CONNECT_FAILURE, status(503)), 'repetitions on statuses alone'], [on(...FAILING), 'repetitions where a connection fails alone'],
])('it has no words for some: %#', (retry, words) => expect(lackingOfRetry(retry)).toContain(words));
