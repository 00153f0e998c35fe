import { assertTelemetry, heldTelemetry, providersOf } from '../../src/istio/telemetry-rules';
import { TracingTag } from '../../src/istio/tracing-tag';
import { expectRefusal } from '../support/declare';
import { EVERY_TELEMETRY_OPTION } from '../support/mesh';

test('what is said is held as it is, and takes no change', () => {
  const held = assertTelemetry(EVERY_TELEMETRY_OPTION, 'mesh');
  expect(held).toEqual(EVERY_TELEMETRY_OPTION);
  expect(() => held.accessLogs!.push({})).toThrow(TypeError);
  expect(() => { (held.metrics!.overrides![0].tags as Record<string, string>).more = 'x'; }).toThrow(TypeError);
});

test('nothing may be said of all workloads, and something must be said of a scope', () => {
  expect(assertTelemetry({}, 'mesh')).toEqual({});
  expectRefusal(() => heldTelemetry({}, 'Telemetry.ofMesh'), 'BST660', 'Telemetry.ofMesh', 'nothing is said');
});

describe('the sampling percentage', () => {
  test.each([0, 0.01, 0.1, 12.34, 29.11, 99.99, 100])('accepts %p', samplingPercentage =>
    expect(assertTelemetry({ tracing: { samplingPercentage } }, 'mesh')).toEqual({ tracing: { samplingPercentage } }));

  test.each([-0.01, 100.01, 0.001, 33.333, NaN, Infinity, -Infinity])('refuses %p', samplingPercentage =>
    expectRefusal(() => assertTelemetry({ tracing: { samplingPercentage } }, 'mesh'), 'BST010', 'mesh', String(samplingPercentage), '0..100'));
});

test('something is said of tracing', () => {
  expect(assertTelemetry({ tracing: { provider: 'otel' } }, 'mesh')).toEqual({ tracing: { provider: 'otel' } });
  expectRefusal(() => assertTelemetry({ tracing: { tags: [] } }, 'mesh'), 'BST660', 'mesh', 'samplingPercentage');
});

test('a tag of spans is said once', () => expectRefusal(
  () => assertTelemetry({ tracing: { samplingPercentage: 1, tags: [TracingTag.literal('a', 'x'), TracingTag.header('a', 'x')] } }, 'mesh'), 'BST660', 'mesh', 'twice'));

test('the providers that anything goes to are those of any part, once, without the proxy itself', () => {
  expect(providersOf([{ tracing: { provider: 'otel' }, accessLogs: [{ provider: 'envoy' }, { provider: 'als' }, {}] }, { metrics: { provider: 'prometheus' } }, { metrics: { provider: 'als' } }])).toEqual(['als', 'otel']);
  expect(providersOf([{ tracing: { samplingPercentage: 1 } }, {}])).toEqual([]);
});
