import { Construct } from 'constructs';
import { IWorkload } from '../model/workload-interface';
import { emit } from '../private/emit';

interface PeerAuthenticationSpec {
  readonly selector: { readonly matchLabels: Record<string, string> };
  readonly mtls: { readonly mode: 'STRICT' };
}

/** Mutual TLS only. It selects the workload, not the namespace, so that it rules no pod that this topology does not know. */
export function emitPeerAuthentication(scope: Construct, workload: IWorkload): void {
  emit<PeerAuthenticationSpec>(scope, {
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    name: workload.name,
    namespace: workload.namespace,
    spec: { selector: { matchLabels: workload.selector }, mtls: { mode: 'STRICT' } },
  });
}
