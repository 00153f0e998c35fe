import { Duration } from 'cdk8s';
import { CircuitBreaker } from '../../src';
import { outlierDetectionOf } from '../../src/istio/outlier-detection';

const { consecutiveErrors, consecutiveGatewayErrors } = CircuitBreaker;
const TIMES = { interval: '10s', baseEjectionTime: '30s', maxEjectionPercent: 100 };

test.each<[string, CircuitBreaker, object]>([
  ['all errors', consecutiveErrors(5), { consecutive5xxErrors: 5, ...TIMES }],
  ['errors of gateways alone: of the others, none', consecutiveGatewayErrors(7), { consecutiveGatewayErrors: 7, consecutive5xxErrors: 0, ...TIMES }],
  ['failures of connections apart', consecutiveErrors(5, { localOriginErrors: 3, interval: Duration.seconds(1) }), {
    splitExternalLocalOriginErrors: true, consecutiveLocalOriginFailures: 3, consecutive5xxErrors: 5, ...TIMES, interval: '1s',
  }],
])('a breaker counts %s', (_, circuitBreaker, spec) => expect(outlierDetectionOf({ circuitBreaker })).toEqual(spec));

test('nothing is counted where nothing is said', () => expect(outlierDetectionOf({})).toBeUndefined());
