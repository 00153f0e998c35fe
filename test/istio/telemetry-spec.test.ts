import { IstioMetric } from '../../src/istio/telemetry-options';
import { telemetryParts } from '../../src/istio/telemetry-spec';
import { TracingTag } from '../../src/istio/tracing-tag';
import { WorkloadMode } from '../../src/istio/workload-mode';

test('an access log that is on says nothing of that', () =>
  expect(telemetryParts({ accessLogs: [{ disabled: false }, { disabled: true, mode: WorkloadMode.CLIENT }] }).accessLogging)
    .toEqual([{}, { disabled: true, match: { mode: 'CLIENT' } }]));

test('an override names its metric and its side, which Istio would not take for granted in each release', () =>
  expect(telemetryParts({ metrics: { overrides: [{ disabled: true }, { metric: IstioMetric.REQUEST_COUNT, mode: WorkloadMode.SERVER, removedTags: ['b'], tags: { a: 'x' } }] } }).metrics)
    .toEqual([{ overrides: [
      { match: { metric: 'ALL_METRICS', mode: 'CLIENT_AND_SERVER' }, disabled: true },
      { match: { metric: 'REQUEST_COUNT', mode: 'SERVER' }, tagOverrides: { a: { operation: 'UPSERT', value: 'x' }, b: { operation: 'REMOVE' } } },
    ] }]));

test('a metric that a wider scope disables is counted again', () =>
  expect(telemetryParts({ metrics: { overrides: [{ disabled: false }] } }).metrics)
    .toEqual([{ overrides: [{ match: { metric: 'ALL_METRICS', mode: 'CLIENT_AND_SERVER' }, disabled: false }] }]));

test('tags stand in one order, however they were said', () => {
  const [b, a] = [TracingTag.literal('b', '1'), TracingTag.literal('a', '2')];
  expect(Object.keys(telemetryParts({ tracing: { samplingPercentage: 1, tags: [b, a] } }).tracing![0].customTags!)).toEqual(['a', 'b']);
});
