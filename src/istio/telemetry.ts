import { Construct } from 'constructs';
import { IWorkload } from '../model/workload-interface';
import { emit, Manifest } from '../private/emit';
import { byCodePoint } from '../private/names';
import { emitAbout, podsOf, PolicyTarget } from './policy-target';
import { TelemetryOptions } from './telemetry-options';
import { TelemetryPlan } from './telemetry-plan';
import { TelemetryParts, telemetryParts } from './telemetry-spec';

/**
 * What the proxies of a workload report: what it says itself, else its namespace, else what all do, part by part; one object for each workload, because of several that select a
 * pod none is said to win. Source: https://istio.io/latest/docs/reference/config/analysis/ist0159/
 */
export function emitWorkloadTelemetry(
  scope: Construct, workload: IWorkload, { ofAll, ofWorkloads, ofNamespaces }: TelemetryPlan, target: PolicyTarget = podsOf(workload),
): void {
  const ofNamespace = ofNamespaces.get(workload.namespace)?.options;
  const parts = telemetryParts({ ...workload.guarded ? unsaid(ofAll, ofNamespace) : {}, ...said(ofWorkloads.get(workload)?.options) });
  if (Object.values(parts).some(part => part !== undefined)) emitAbout<TelemetryParts>(scope, target, manifestOf(workload, parts));
}

/** What the proxies of namespaces and of the mesh report, sorted by namespace. */
export function emitWideTelemetry(scope: Construct, { ofNamespaces }: TelemetryPlan): void {
  for (const [there, { namespace, options }] of [...ofNamespaces].sort(([a], [b]) => byCodePoint(a, b))) {
    emit<TelemetryParts>(scope, manifestOf({ name: namespace === undefined ? 'mesh-default' : 'namespace-default', namespace: there }, telemetryParts(options)));
  }
}

function said(options: TelemetryOptions = {}): TelemetryOptions {
  return Object.fromEntries(Object.entries(options).filter(([, part]) => part !== undefined));
}

/** What of these is not said by others. */
function unsaid(options: TelemetryOptions, others?: TelemetryOptions): TelemetryOptions {
  const taken = said(others);
  return Object.fromEntries(Object.entries(said(options)).filter(([part]) => !(part in taken)));
}

function manifestOf({ name, namespace }: Pick<IWorkload, 'name' | 'namespace'>, spec: TelemetryParts): Manifest<TelemetryParts> {
  return { apiVersion: 'telemetry.istio.io/v1', kind: 'Telemetry', name, namespace, spec };
}
