import { Construct } from 'constructs';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { emit } from '../private/emit';
import { egressHostsOf, EgressScope } from './egress-hosts';

interface SidecarSpec {
  readonly workloadSelector: { readonly labels: Record<string, string> };
  readonly egress: { readonly hosts: string[] }[];
  readonly outboundTrafficPolicy?: { readonly mode: 'REGISTRY_ONLY' };
}

/** What the sidecars of a workload are told of. It selects the workload, so that other pods of its namespace are told of what they were. */
export function emitSidecar(scope: Construct, workload: IWorkload, graph: TopologyGraph, egress: EgressScope): void {
  const { name, namespace, selector } = workload;
  emit<SidecarSpec>(scope, {
    apiVersion: 'networking.istio.io/v1',
    kind: 'Sidecar',
    name,
    namespace,
    spec: {
      workloadSelector: { labels: selector },
      egress: [{ hosts: egressHostsOf(workload, graph, egress) }],
      outboundTrafficPolicy: egress.registryOnly ? { mode: 'REGISTRY_ONLY' } : undefined,
    },
  });
}
