import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';

/** BST623, for the namespace whose policies hold everywhere. */
export function guardedInRootNamespace(rootNamespace: string): ITopologyCheck {
  return ourCheck<ITopologyCheck>({
    code: 'BST623',
    title: 'guarded-in-root-namespace',
    severity: Severity.ERROR,
    rationale: 'A policy that selects pods selects those of its namespace, but in the root namespace of the mesh those of every namespace: what guards '
      + 'one workload there would refuse the callers of all pods that have its labels. '
      + 'Source: https://istio.io/latest/docs/reference/config/security/authorization-policy/',
    fix: 'run the pods of the workload in another namespace',
    check: ({ graph }) => graph.workloads.filter(({ namespace }) => namespace === rootNamespace).flatMap(workload => {
      if (workload.guarded) {
        return [Problem.of(
          workload,
          `its pods are in ${rootNamespace}, the root namespace of the mesh, so the policies that guard them would rule pods with these labels in all namespaces`,
          'run its pods in another namespace, or let their owner guard them and declare it with the standing FOREIGN',
        )];
      }
      return [...alsoElsewhere(workload, graph, rootNamespace), ...ignored(workload, rootNamespace)];
    }),
  });
}

function alsoElsewhere(workload: IWorkload, graph: TopologyGraph, rootNamespace: string): Problem[] {
  return graph.policiesOf(workload).length + graph.requiredTokensOf(workload).length === 0 ? [] : [Problem.of(
    workload,
    `its pods are in ${rootNamespace}, the root namespace of the mesh, so what it requires and enforces rules pods with these labels in all namespaces`,
    'make sure that no other pods have these labels, or run its pods in another namespace',
  ).asWarning()];
}

/** Source: istio, pilot/pkg/security/authn (ComposePeerAuthentication) */
function ignored(workload: IWorkload, rootNamespace: string): Problem[] {
  return workload.mutualTls === undefined ? [] : [Problem.of(
    workload,
    `its pods are in ${rootNamespace}, the root namespace of the mesh, where Istio does not look at what is said of the connections of single workloads, so its mutualTls does nothing`,
    'run its pods in another namespace, or say mutualTls in the meshPolicy of the mesh',
  )];
}
