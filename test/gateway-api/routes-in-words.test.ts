import { RetryPolicy, StringMatch } from '../../src';
import { ReleaseChannel } from '../../src/gateway-api/release-channel';
import { routeInWords } from '../../src/gateway-api/routes-in-words';
import { parsePath } from '../../src/traffic/path-template';
import { RequestMatch } from '../../src/traffic/request-match';

const { STANDARD, EXPERIMENTAL } = ReleaseChannel;
const routeOf = (match: RequestMatch) => ({ name: 'all', matches: [match], shares: [{ weight: 100 }], retry: RetryPolicy.attempts(1) });

test.each([[STANDARD, false], [EXPERIMENTAL, true]])('the %s channel has words for retries: %s', (channel, has) =>
  expect(routeInWords(routeOf({}), channel).retry !== undefined).toBe(has));

test('the path of an operation is an exact one, unless it has parameters', () => {
  const path = parsePath('/orders/{id}');
  expect(routeInWords(routeOf({ methods: ['GET'], path: parsePath('/orders/all') }), STANDARD).matches).toEqual([{ methods: ['GET'], uri: StringMatch.exact('/orders/all') }]);
  expect(routeInWords(routeOf({ methods: ['GET'], path }), STANDARD).matches).toEqual([{ methods: ['GET'], path }]);
});

test('a route without operations stays as it is', () => expect(routeInWords(routeOf({ uri: StringMatch.prefix('/a/') }), STANDARD).matches).toEqual([{ uri: StringMatch.prefix('/a/') }]));
