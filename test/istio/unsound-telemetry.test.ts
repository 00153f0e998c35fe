import { Duration } from 'cdk8s';
import { TelemetryOptions } from '../../src/istio/telemetry-options';
import { assertTelemetry } from '../../src/istio/telemetry-rules';
import { expectRefusal } from '../support/declare';

describe.each<[string, (provider: string) => TelemetryOptions]>([
  ['of traces', provider => ({ tracing: { samplingPercentage: 1, provider } })],
  ['of logs', provider => ({ accessLogs: [{ provider }] })],
  ['of metrics', provider => ({ metrics: { provider, reportingInterval: Duration.seconds(1) } })],
])('the provider %s', (_, options) => {
  test.each(['', 'a b', 'otel\n'])('%j is refused: the mesh would report to none', provider =>
    expectRefusal(() => assertTelemetry(options(provider), 'mesh'), 'BST801', 'mesh'));
});
