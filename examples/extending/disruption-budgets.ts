import { ApiObject } from 'cdk8s';
import { Topology } from 'cdk8s-backing-services';
import { Construct } from 'constructs';

/**
 * An output of one's own: a PodDisruptionBudget for each workload that somebody depends on, so that a drained node does not take all its pods.
 * Source: https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 */
export class DisruptionBudgets extends Construct {
  constructor(scope: Construct, id: string, topology: Topology) {
    super(scope, id);
    const graph = topology.read();
    for (const workload of graph.workloads) {
      if (graph.servicesOf(workload).every(service => graph.dependenciesOn(service).length === 0)) continue;
      new ApiObject(this, workload.name, {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata: { name: workload.name, namespace: workload.namespace },
        spec: { maxUnavailable: 1, selector: { matchLabels: workload.selector } },
      });
    }
  }
}
