import { Construct } from 'constructs';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { WorkloadStanding } from '../model/workload-standing';
import { emit } from '../private/emit';
import { quote } from '../private/topology-error';
import { Telemetry } from './declared-telemetry';
import { TelemetryOptions } from './telemetry-options';
import { TelemetryParts, telemetryParts } from './telemetry-spec';
import { unsoundTelemetry } from './unsound-telemetry';
import { WorkloadMode } from './workload-mode';

interface TelemetrySpec extends TelemetryParts {
  readonly selector?: { readonly matchLabels: Record<string, string> };
}

/** What proxies report, by scope. @internal */
export interface TelemetryPlan {
  /** Of every workload that is guarded, where no narrower scope says it. */
  readonly ofAll: TelemetryOptions;
  /** Of scopes that say it themselves. */
  readonly ofScopes: readonly Telemetry[];
  readonly rootNamespace: string;
}

/**
 * What the proxies of a workload report: what it says itself, else its namespace, else what all do, part by part; one object for each workload, because of several that select a
 * pod none is said to win. Source: https://istio.io/latest/docs/reference/config/analysis/ist0159/
 */
export function emitWorkloadTelemetry(scope: Construct, workload: IWorkload, { ofAll, ofScopes }: TelemetryPlan): void {
  const own = ofScopes.find(each => each.workload === workload)?.options;
  const ofNamespace = ofScopes.find(each => !each.workload && each.namespace === workload.namespace)?.options;
  const parts = telemetryParts({ ...workload.guarded ? unsaid(ofAll, ofNamespace) : {}, ...said(own) });
  if (Object.values(parts).some(part => part !== undefined)) emitOne(scope, workload, { selector: { matchLabels: workload.selector }, ...parts });
}

/** What the proxies of namespaces and of the mesh report. */
export function emitWideTelemetry(scope: Construct, { ofScopes, rootNamespace }: TelemetryPlan): void {
  for (const { namespace, options } of ofScopes.filter(({ workload }) => !workload)) {
    const place = namespace === undefined ? { name: 'mesh-default', namespace: rootNamespace } : { name: 'namespace-default', namespace };
    emitOne(scope, place, telemetryParts(options));
  }
}

/** Throws BST660 if a scope is there twice, of which Istio heeds one, or if a workload is somebody else's or has no such side. */
export function assertScopes({ ofScopes, rootNamespace }: TelemetryPlan, graph: TopologyGraph, path: string): void {
  const taken = new Set<IWorkload | string>();
  for (const { workload, namespace = rootNamespace, options } of ofScopes) {
    const scope = workload ?? namespace;
    const what = workload ? `telemetry of ${quote(workload.name)}` : `telemetry of namespace ${quote(namespace)}`;
    if (taken.has(scope)) {
      throw unsoundTelemetry(path, `${what} said twice: Istio heeds one object of a scope`, 'say all of a scope at once; the root namespace is the mesh');
    }
    if (workload) assertWorkload(workload, options, { what, graph, path });
    taken.add(scope);
  }
}

/** Where telemetry is said, and how a message calls it. */
interface Said {
  readonly what: string;
  readonly graph: TopologyGraph;
  readonly path: string;
}

function assertWorkload(workload: IWorkload, options: TelemetryOptions, { what, graph, path }: Said): void {
  if (workload.standing === WorkloadStanding.FOREIGN || !graph.workloads.includes(workload)) {
    throw unsoundTelemetry(path, `${what}: allowed are workloads of this topology that are not somebody else's`, 'leave it to the owner of its pods');
  }
  if (workload.standing === WorkloadStanding.GATEWAY && hasServerSide(options)) {
    throw unsoundTelemetry(path, `${what} with WorkloadMode.SERVER: all that a gateway passes on is of its client side`, 'say WorkloadMode.CLIENT, or no mode');
  }
}

function hasServerSide({ accessLogs = [], metrics }: TelemetryOptions): boolean {
  return [...accessLogs, ...metrics?.overrides ?? []].some(({ mode }) => mode === WorkloadMode.SERVER);
}

function said(options: TelemetryOptions = {}): TelemetryOptions {
  return Object.fromEntries(Object.entries(options).filter(([, part]) => part !== undefined));
}

/** What of these is not said by others. */
function unsaid(options: TelemetryOptions, others?: TelemetryOptions): TelemetryOptions {
  const taken = said(others);
  return Object.fromEntries(Object.entries(said(options)).filter(([part]) => !(part in taken)));
}

function emitOne(scope: Construct, { name, namespace }: { readonly name: string; readonly namespace: string }, spec: TelemetrySpec): void {
  emit<TelemetrySpec>(scope, { apiVersion: 'telemetry.istio.io/v1', kind: 'Telemetry', name, namespace, spec });
}
