import { Construct } from 'constructs';
import { MutualTlsMode } from '../model/mutual-tls';
import { IWorkload } from '../model/workload-interface';
import { emit } from '../private/emit';
import { ConnectionsTaken } from './connections-taken';

interface Mode {
  readonly mode: MutualTlsMode;
}

interface PeerAuthenticationSpec {
  readonly selector: { readonly matchLabels: Record<string, string> };
  readonly mtls: Mode;
  /** By ports of the pods, those that no Service has among them. Source: istio/istio, pilot/pkg/security/authn (ForPassthrough) */
  readonly portLevelMtls?: Record<string, Mode>;
}

/**
 * Which connections the pods of a workload take. It selects the workload, not the namespace, so that it rules no pod that this topology does not know. On the way into the mesh it stands
 * only where something is said of the workload, or somebody comes in plaintext where its namespace takes none.
 */
export function emitPeerAuthentication(scope: Construct, workload: IWorkload, { mode, ports }: ConnectionsTaken): void {
  if (!workload.guarded && workload.mutualTls === undefined && ports.size === 0) return;
  emit<PeerAuthenticationSpec>(scope, {
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    name: workload.name,
    namespace: workload.namespace,
    spec: {
      selector: { matchLabels: workload.selector },
      mtls: { mode },
      portLevelMtls: ports.size === 0 ? undefined : Object.fromEntries([...ports].map(([port, there]) => [String(port), { mode: there }])),
    },
  });
}
