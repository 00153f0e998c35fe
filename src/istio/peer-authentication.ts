import { Construct } from 'constructs';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { emit } from '../private/emit';
import { admittedThroughSidecar, isInMesh } from './admitted-ports';

interface PeerAuthenticationSpec {
  readonly selector: { readonly matchLabels: Record<string, string> };
  readonly mtls: { readonly mode: 'STRICT' };
  /** By ports of the pods, those that no Service has among them. Source: istio/istio, pilot/pkg/security/authn (ForPassthrough) */
  readonly portLevelMtls?: Record<string, { readonly mode: 'PERMISSIVE' }>;
}

/**
 * Mutual TLS only, but at ports where somebody without an identity is let in. It selects the workload, not the namespace, so that it rules no pod that this
 * topology does not know.
 */
export function emitPeerAuthentication(scope: Construct, workload: IWorkload, graph: TopologyGraph): void {
  const plain = admittedThroughSidecar(workload, graph).filter(peer => !isInMesh(peer));
  emit<PeerAuthenticationSpec>(scope, {
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    name: workload.name,
    namespace: workload.namespace,
    spec: {
      selector: { matchLabels: workload.selector },
      mtls: { mode: 'STRICT' },
      portLevelMtls: plain.length === 0 ? undefined : Object.fromEntries(plain.map(({ port }) => [String(port), { mode: 'PERMISSIVE' as const }])),
    },
  });
}
