import { AdmittedPeer } from '../model/admitted-peer';
import { PeerIdentity } from '../model/admitted-peer-props';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';

/**
 * Ports at which the sidecar itself answers: what comes there is not led through it, so that no policy of the mesh rules it. They are the merged metrics, the
 * health of the sidecar, and its own metrics. Source: https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio;
 * manifests/charts/istio-control/istio-discovery/files/injection-template.yaml (`-d` of istio-iptables)
 */
const OF_THE_SIDECAR: ReadonlySet<number> = new Set([15020, 15021, 15090]);

/** Whom a workload lets in through its sidecar without a declared call. */
export function admittedThroughSidecar(workload: IWorkload, graph: TopologyGraph): AdmittedPeer[] {
  return graph.admittedPeersOf(workload).filter(({ port }) => !OF_THE_SIDECAR.has(port));
}

/** Whether a peer comes by mutual TLS alone. */
export function isInMesh({ identity }: AdmittedPeer): boolean {
  return identity === PeerIdentity.MESH;
}
