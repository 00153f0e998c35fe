import { AdmittedPeer } from '../model/admitted-peer';
import { MutualTls, modeAt, MutualTlsMode } from '../model/mutual-tls';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { admittedThroughSidecar, isInMesh } from './admitted-ports';
import { HeldPolicy } from './namespace-policies';

/** Which connections pods of a workload take, at all ports but those said otherwise. @internal */
export interface ConnectionsTaken {
  readonly mode: MutualTlsMode;
  /** By ports of the pods, in ascending order; those alone at which it is another. */
  readonly ports: ReadonlyMap<number, MutualTlsMode>;
}

/**
 * What is said of the workload, else of its namespace, else of the mesh; undefined if nothing of ours says it. Plaintext is taken at ports where somebody without an identity is let in.
 * Source: istio, pilot/pkg/security/authn (ComposePeerAuthentication)
 */
export function connectionsTaken(
  workload: IWorkload, graph: TopologyGraph, policies: readonly HeldPolicy[],
  admitted: readonly AdmittedPeer[] = admittedThroughSidecar(workload, graph),
): ConnectionsTaken | undefined {
  const said = workload.mutualTls ?? (workload.guarded ? MutualTls.STRICT : inherited(workload, policies));
  if (said === undefined) return undefined;
  const plain = new Set(admitted.filter(peer => !isInMesh(peer)).map(({ port }) => port));
  const ports = [...new Set([...Object.keys(said.ports).map(Number), ...plain])].sort((a, b) => a - b);
  const modes = ports.map(port => [port, opened(modeAt(said, port), plain.has(port))] as const);
  return { mode: said.mode, ports: new Map(modes.filter(([, mode]) => mode !== said.mode)) };
}

/** Which connections are taken at one port. */
export function takenAt({ mode, ports }: ConnectionsTaken, port: number): MutualTlsMode {
  return ports.get(port) ?? mode;
}

function inherited({ namespace }: IWorkload, policies: readonly HeldPolicy[]): MutualTls | undefined {
  const saying = policies.filter(({ mutualTls }) => mutualTls !== undefined);
  return (saying.find(policy => !policy.isOfMesh && policy.namespace === namespace) ?? saying.find(({ isOfMesh }) => isOfMesh))?.mutualTls;
}

function opened(mode: MutualTlsMode, isPlain: boolean): MutualTlsMode {
  return isPlain && mode === MutualTlsMode.STRICT ? MutualTlsMode.PERMISSIVE : mode;
}
