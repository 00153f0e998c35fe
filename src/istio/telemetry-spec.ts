import { durationText } from '../private/duration-text';
import { sortedRecord } from '../private/names';
import { AccessLogOptions, IstioMetric, MetricOverride, MetricsOptions, TelemetryOptions, TracingOptions } from './telemetry-options';
import { CustomTagSpec } from './tracing-tag';
import { WorkloadMode } from './workload-mode';

type Providers = { readonly name: string }[];

/** The parts of a Telemetry. @internal */
export interface TelemetryParts {
  readonly tracing?: TracingSpec[];
  readonly accessLogging?: AccessLogSpec[];
  readonly metrics?: MetricsSpec[];
}

interface TracingSpec {
  readonly providers?: Providers;
  readonly randomSamplingPercentage?: number;
  readonly customTags?: Record<string, CustomTagSpec>;
}

interface AccessLogSpec {
  readonly providers?: Providers;
  readonly match?: { readonly mode: WorkloadMode };
  readonly disabled?: true;
  readonly filter?: { readonly expression: string };
}

interface MetricsSpec {
  readonly providers?: Providers;
  readonly overrides?: OverrideSpec[];
  readonly reportingInterval?: string;
}

type TagOverride = { readonly operation: 'UPSERT'; readonly value: string } | { readonly operation: 'REMOVE' };

interface OverrideSpec {
  readonly match: { readonly metric: IstioMetric; readonly mode: WorkloadMode };
  readonly disabled?: boolean;
  readonly tagOverrides?: Record<string, TagOverride>;
}

/** What is reported, as a Telemetry writes it; what is undefined in it cdk8s does not write. */
export function telemetryParts({ tracing, accessLogs, metrics }: TelemetryOptions): TelemetryParts {
  return { tracing: tracing && [tracingSpec(tracing)], accessLogging: accessLogs?.map(accessLogSpec), metrics: metrics && [metricsSpec(metrics)] };
}

/** Istio honours the first entry alone, with its first provider. */
function tracingSpec({ provider, samplingPercentage, tags = [] }: TracingOptions): TracingSpec {
  const customTags = sortedRecord(Object.fromEntries(tags.map(({ name, _spec }) => [name, _spec])));
  return { providers: providersOf(provider), randomSamplingPercentage: samplingPercentage, customTags: tags.length === 0 ? undefined : customTags };
}

function accessLogSpec({ provider, mode, disabled, filter }: AccessLogOptions): AccessLogSpec {
  return {
    providers: providersOf(provider),
    match: mode && { mode },
    disabled: disabled ? true : undefined,
    filter: filter === undefined ? undefined : { expression: filter },
  };
}

function metricsSpec({ provider, overrides = [], reportingInterval }: MetricsOptions): MetricsSpec {
  return {
    providers: providersOf(provider),
    overrides: overrides.length === 0 ? undefined : overrides.map(overrideSpec),
    reportingInterval: reportingInterval && durationText(reportingInterval),
  };
}

function overrideSpec({ metric, mode, disabled, tags = {}, removedTags = [] }: MetricOverride): OverrideSpec {
  const match = { metric: metric ?? IstioMetric.ALL_METRICS, mode: mode ?? WorkloadMode.CLIENT_AND_SERVER };
  const said = Object.entries(tags).map(([name, value]): [string, TagOverride] => [name, { operation: 'UPSERT', value }]);
  const removed = removedTags.map((name): [string, TagOverride] => [name, { operation: 'REMOVE' }]);
  const all = [...said, ...removed];
  return { match, disabled, tagOverrides: all.length === 0 ? undefined : sortedRecord(Object.fromEntries(all)) };
}

function providersOf(provider: string | undefined): Providers | undefined {
  return provider === undefined ? undefined : [{ name: provider }];
}
