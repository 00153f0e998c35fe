import { assertDuration } from '../private/bounds';
import { frozenList, frozenMap } from '../private/frozen-copy';
import { lockMembers } from '../private/lock-members';
import { assertName, NameRule } from '../private/names';
import { quote } from '../private/topology-error';
import { assertExpression } from './cel-expression';
import { IstioMetric, MetricOverride, MetricsOptions } from './telemetry-options';
import { assertProvider, assertSaidOnce, unsoundTelemetry } from './unsound-telemetry';
import { shareSide } from './workload-mode';

/** Source: https://prometheus.io/docs/concepts/data_model/ (label names) */
const TAG: NameRule = {
  what: 'a tag of metrics',
  pattern: /^(?!(__proto__|constructor)$)[A-Za-z_]\w*$/,
  longest: 253,
  allowed: 'letters, digits and "_", no digit first, at most 253 characters, not "__proto__" and not "constructor"',
};

/**
 * Throws BST660 for what Istio would count otherwise than it is said, BST801 unless providers and tags can be called so, BST009 unless the interval can be written, BST510 or
 * BST511 for a credential in an expression; returns a copy that takes no change. Source: istio, pilot/pkg/model/telemetry.go (mergeMetrics)
 */
export function heldMetrics(metrics: MetricsOptions, path: string): MetricsOptions {
  const { provider, overrides, reportingInterval } = metrics;
  assertProvider(provider, path);
  assertDuration('reportingInterval', reportingInterval, path);
  if ((overrides ?? []).length === 0 && reportingInterval === undefined) {
    throw unsoundTelemetry(path, 'metrics are named and nothing is said of them: allowed are overrides and reportingInterval', 'say one of them, or leave metrics out');
  }
  const held = { ...metrics, overrides: overrides && frozenList(overrides.map(override => heldOverride(override, path))) };
  for (const [at, override] of (held.overrides ?? []).entries()) assertNoneBefore(held.overrides!.slice(0, at), override, path);
  lockMembers(held);
  return held;
}

function heldOverride(override: MetricOverride, path: string): MetricOverride {
  const { disabled, tags = {}, removedTags = [] } = override;
  const names = [...Object.keys(tags), ...removedTags];
  names.forEach(name => assertName(TAG, name, path));
  assertSaidOnce('tag', names, path);
  for (const [name, expression] of Object.entries(tags)) assertExpression(`the value of the tag ${quote(name)}`, expression, path);
  if (names.length === 0 && disabled === undefined) {
    throw unsoundTelemetry(path, 'nothing is said of a metric: allowed are disabled, tags and removedTags', 'disable it, or say its tags');
  }
  if (names.length > 0 && disabled) throw unsoundTelemetry(path, 'a metric is disabled and has tags, which nobody would see', 'disable it, or say its tags');
  const held = { ...override, tags: override.tags && frozenMap(tags), removedTags: override.removedTags && frozenList(removedTags) };
  lockMembers(held);
  return held;
}

/** Istio puts two entries about one metric together, and where one disables all metrics, any other one enables all of them again. */
function assertNoneBefore(before: readonly MetricOverride[], override: MetricOverride, path: string): void {
  const others = before.filter(other => shareSide(other.mode, override.mode));
  if (others.some(other => metricOf(other) === metricOf(override))) {
    throw unsoundTelemetry(path, `${metricOf(override)} is overridden twice on one side of calls; allowed is once`, 'say all of a metric in one override, or each side in its own');
  }
  if (others.length > 0 && [...others, override].some(disablesAll)) {
    throw unsoundTelemetry(path, 'all metrics are disabled and another one is overridden on the same side of calls: Istio would count all of them again',
      'disable the metrics one by one that are not wanted, or all of them alone');
  }
}

function metricOf({ metric }: MetricOverride): IstioMetric {
  return metric ?? IstioMetric.ALL_METRICS;
}

function disablesAll(override: MetricOverride): boolean {
  return override.disabled === true && metricOf(override) === IstioMetric.ALL_METRICS;
}
