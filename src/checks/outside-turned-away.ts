import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { ServiceType } from '../model/kubernetes-service-options';
import { Problem } from '../model/problem';

/** BST528 */
export const outsideTurnedAway = ourCheck<ITopologyCheck>({
  code: 'BST528',
  title: 'outside-turned-away',
  severity: Severity.ERROR,
  rationale: 'A load balancer, or a port of the nodes, hands what comes from outside straight to the pods. Policies let in those alone who are declared as callers, '
    + 'and outside nobody is one: each connection is dropped, or refused for want of an identity, while the load balancer is there and paid for. '
    + 'Source: https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  fix: 'let a Gateway be the caller that everything from outside comes through, and leave serviceType out',

  check: ({ graph }) => graph.services.flatMap(service => {
    const { workload, kubernetesServices } = service.locator;
    const [type] = Object.values(kubernetesServices).flatMap(({ serviceType }) => serviceType ?? []).filter(each => each !== ServiceType.CLUSTER_IP);
    return type === undefined || !workload?.guarded ? [] : [Problem.of(
      service,
      `a ${type} Service is to let in who is outside, and policies guard ${workload.name}, which turn away whoever is no declared caller`,
      `declare the Gateway that lets them in as a caller of ${service.name} and leave serviceType out, or give ${workload.name} the standing MIGRATING until then`,
    )];
  }),
});
