import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { WorkloadStanding } from '../model/workload-standing';
import { quote } from '../private/topology-error';
import { Telemetry } from './declared-telemetry';
import { TelemetryOptions } from './telemetry-options';
import { unsoundTelemetry } from './unsound-telemetry';
import { WorkloadMode } from './workload-mode';

/** What proxies report, by scope. @internal */
export interface TelemetryPlan {
  /** Of every workload that is guarded, where no narrower scope says it. */
  readonly ofAll: TelemetryOptions;
  readonly ofWorkloads: ReadonlyMap<IWorkload, Telemetry>;
  /** By namespace; that of the mesh by its root namespace. */
  readonly ofNamespaces: ReadonlyMap<string, Telemetry>;
}

/** Where telemetry is said. */
interface Said {
  readonly rootNamespace: string;
  readonly graph: TopologyGraph;
  readonly path: string;
}

/** Throws BST660 if a scope is there twice, of which Istio heeds one, or if a workload is somebody else's or has no such side. */
export function telemetryPlan(ofAll: TelemetryOptions, scopes: readonly Telemetry[], said: Said): TelemetryPlan {
  const own = new Set(scopes.some(({ workload }) => workload) ? said.graph.workloads : []);
  const ofWorkloads = new Map<IWorkload, Telemetry>();
  const ofNamespaces = new Map<string, Telemetry>();
  for (const telemetry of scopes) {
    const { workload, namespace = said.rootNamespace } = telemetry;
    const what = workload ? `telemetry of ${quote(workload.name)}` : `telemetry of namespace ${quote(namespace)}`;
    if (workload ? ofWorkloads.has(workload) : ofNamespaces.has(namespace)) {
      throw unsoundTelemetry(said.path, `${what} said twice: Istio heeds one object of a scope`, 'say all of a scope at once; the root namespace is the mesh');
    }
    if (workload === undefined) ofNamespaces.set(namespace, telemetry);
    else ofWorkloads.set(assertRuled(workload, telemetry, { what, own, path: said.path }), telemetry);
  }
  return { ofAll, ofWorkloads, ofNamespaces };
}

/** How a message calls it, and the workloads that may say it. */
interface Place {
  readonly what: string;
  readonly own: ReadonlySet<IWorkload>;
  readonly path: string;
}

function assertRuled(workload: IWorkload, { options }: Telemetry, { what, own, path }: Place): IWorkload {
  if (workload.standing === WorkloadStanding.FOREIGN || !own.has(workload)) {
    throw unsoundTelemetry(path, `${what}: allowed are workloads of this topology that are not somebody else's`, 'leave it to the owner of its pods');
  }
  if (workload.standing === WorkloadStanding.GATEWAY && hasServerSide(options)) {
    throw unsoundTelemetry(path, `${what} with WorkloadMode.SERVER: all that a gateway passes on is of its client side`, 'say WorkloadMode.CLIENT, or no mode');
  }
  return workload;
}

function hasServerSide({ accessLogs = [], metrics }: TelemetryOptions): boolean {
  return [...accessLogs, ...metrics?.overrides ?? []].some(({ mode }) => mode === WorkloadMode.SERVER);
}
