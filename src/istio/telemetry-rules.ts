import { distinct } from '../private/distinct';
import { frozenList } from '../private/frozen-copy';
import { lockMembers } from '../private/lock-members';
import { byCodePoint } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';
import { heldAccessLogs } from './access-log-rules';
import { heldMetrics } from './metric-rules';
import { TelemetryOptions, TracingOptions } from './telemetry-options';
import { assertProvider, assertSaidOnce, unsoundTelemetry } from './unsound-telemetry';

/** What these are told stays in the proxy, which writes it out or is asked for it. */
const OF_THE_PROXY: readonly string[] = ['envoy', 'prometheus'];

/** Throws as `assertTelemetry` does, and BST660 where nothing is said at all; returns a copy that takes no change. */
export function heldTelemetry(options: TelemetryOptions, path: string): TelemetryOptions {
  if (Object.values(options).every(part => part === undefined)) {
    throw unsoundTelemetry(path, 'nothing is said: allowed are tracing, accessLogs and metrics', 'say one of them, or leave this out');
  }
  return assertTelemetry(options, path);
}

/**
 * Throws BST660 for what cannot be so, BST010 unless the sampling percentage is one, BST801 unless providers and tags can be called so, BST009 unless the
 * interval can be written, BST510 or BST511 for a credential in an expression; returns a copy that takes no change.
 */
export function assertTelemetry({ tracing, accessLogs, metrics }: TelemetryOptions, path: string): TelemetryOptions {
  const held = {
    tracing: tracing && heldTracing(tracing, path),
    accessLogs: accessLogs && heldAccessLogs(accessLogs, path),
    metrics: metrics && heldMetrics(metrics, path),
  };
  lockMembers(held);
  return held;
}

/** Names of the providers that anything goes to besides the proxy itself, sorted. */
export function providersOf(all: readonly TelemetryOptions[]): string[] {
  const named = all.flatMap(({ tracing, accessLogs = [], metrics }) => [tracing, ...accessLogs, metrics].map(part => part?.provider));
  return distinct(named.flatMap(name => name ?? [])).filter(name => !OF_THE_PROXY.includes(name)).sort(byCodePoint);
}

function heldTracing(tracing: TracingOptions, path: string): TracingOptions {
  const { samplingPercentage, provider, tags = [] } = tracing;
  if (samplingPercentage === undefined && provider === undefined && tags.length === 0) {
    throw unsoundTelemetry(path, 'nothing is said of tracing: allowed are samplingPercentage, provider and tags', 'say one of them, or leave tracing out');
  }
  assertSampling(samplingPercentage, path);
  assertProvider(provider, path);
  assertSaidOnce('tag', tags.map(({ name }) => name), path);
  const held = { ...tracing, tags: tracing.tags && frozenList(tags) };
  lockMembers(held);
  return held;
}

function assertSampling(percentage: number | undefined, path: string): void {
  if (percentage === undefined || percentage >= 0 && percentage <= 100 && Number(percentage.toFixed(2)) === percentage) return;
  throw new TopologyError({
    code: 'BST010',
    path,
    problem: `samplingPercentage ${quote(percentage)}: allowed is 0..100 with at most two decimals`,
    fix: 'give the share of requests to trace in percent',
  });
}
