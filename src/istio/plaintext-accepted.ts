import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { MutualTls, MutualTlsMode } from '../model/mutual-tls';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { admittedThroughSidecar, isInMesh } from './admitted-ports';
import { HeldPolicy } from './namespace-policies';

/** BST644, with what is said of namespaces. */
export function plaintextAccepted(policies: readonly HeldPolicy[]): ITopologyCheck {
  return ourCheck<ITopologyCheck>({
    code: 'BST644',
    title: 'plaintext-accepted',
    severity: Severity.WARNING,
    rationale: 'PERMISSIVE is for a migration: until it is over, whoever is in the network may read along and come without an identity, and nothing else says that it is still there. Guarded workloads let it in only where they admit '
      + 'somebody without one. '
      + 'Source: https://istio.io/latest/docs/tasks/security/authentication/mtls-migration/',
    fix: 'say MutualTls.STRICT, or leave mutualTls out, once everybody starts mutual TLS; acknowledge what is to stay',

    check: ({ graph }) => [
      ...graph.workloads.flatMap(workload => saidOf(workload.mutualTls).map(said => Problem.of(workload, `its pods take plaintext ${said}${useOf(workload, graph)}`))),
      ...policies.flatMap(({ namespace, isOfMesh, mutualTls }) => saidOf(mutualTls).map(said => (
        Problem.of({ path: graph._path }, `${isOfMesh ? 'in the whole mesh' : `in namespace ${namespace}`} pods take plaintext ${said}`)))),
    ],
  });
}

/** On a guarded workload the word opens nothing to anybody whom nothing lets in. */
function useOf(workload: IWorkload, graph: TopologyGraph): string {
  const isUsed = !workload.guarded || admittedThroughSidecar(workload, graph).some(peer => !isInMesh(peer));
  return isUsed ? '' : '; nobody without an identity is admitted there, so that policies turn away whoever comes so until admits() lets somebody in';
}

function saidOf(mutualTls: MutualTls | undefined): string[] {
  if (mutualTls === undefined) return [];
  const ofPorts = Object.entries(mutualTls.ports).map(([port, there]) => [there, `at port ${port} `] as const);
  return [[mutualTls, ''] as const, ...ofPorts].filter(([{ mode }]) => mode !== MutualTlsMode.STRICT).map(([{ mode, reason }, where]) => `${where}(${mode}): ${reason}`);
}
