import { Construct } from 'constructs';
import { IWorkload } from '../model/workload-interface';
import { emit } from '../private/emit';
import { assertName, NameRule } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';
import { TracingOptions } from './istio-options';

interface TelemetrySpec {
  readonly selector: { readonly matchLabels: Record<string, string> };
  readonly tracing: { readonly providers?: { readonly name: string }[]; readonly randomSamplingPercentage: number }[];
}

/** The share of requests that the workload's sidecar traces. */
export function emitTelemetry(scope: Construct, workload: IWorkload, tracing: TracingOptions): void {
  emit<TelemetrySpec>(scope, {
    apiVersion: 'telemetry.istio.io/v1',
    kind: 'Telemetry',
    name: workload.name,
    namespace: workload.namespace,
    spec: {
      selector: { matchLabels: workload.selector },
      tracing: [{
        ...tracing.provider === undefined ? {} : { providers: [{ name: tracing.provider }] },
        randomSamplingPercentage: tracing.samplingPercentage,
      }],
    },
  });
}

/** MeshConfig takes any text; what nobody would write is a slip. */
const PROVIDER: NameRule = { what: 'a tracing provider', pattern: /^[\x21-\x7e]+$/, longest: 253, allowed: 'at most 253 characters of ASCII, no spaces' };

/** Throws BST010 unless the sampling percentage is one, BST801 unless the provider can be a name; returns the options. */
export function assertSampling(tracing: TracingOptions | undefined, path: string): TracingOptions | undefined {
  const percentage = tracing?.samplingPercentage ?? 0;
  if (!(percentage >= 0 && percentage <= 100) || Number(percentage.toFixed(2)) !== percentage) {
    throw new TopologyError({
      code: 'BST010',
      path,
      problem: `samplingPercentage ${quote(percentage)}: allowed is 0..100 with at most two decimals`,
      fix: 'give the share of requests to trace in percent',
    });
  }
  if (tracing?.provider !== undefined) assertName(PROVIDER, tracing.provider, path);
  return tracing;
}
