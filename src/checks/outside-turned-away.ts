import { bringsAddresses } from '../model/admission';
import { BackingService } from '../model/backing-service';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { KubernetesServiceOptions, ServiceType } from '../model/kubernetes-service-options';
import { Problem } from '../model/problem';
import { optionsByHost } from '../model/shared-service-options';
import { TopologyGraph } from '../model/topology-graph';
import { distinct } from '../private/distinct';
import { grouped } from '../private/grouped';

/** BST528 */
export const outsideTurnedAway = ourCheck<ITopologyCheck>({
  code: 'BST528',
  title: 'outside-turned-away',
  severity: Severity.ERROR,
  rationale: 'A load balancer, or a port of the nodes, hands what comes from outside straight to the pods. Policies let in those alone who are declared as callers, '
    + 'and outside nobody is one: each connection is dropped, or refused for want of an identity, while the load balancer is there and paid for. '
    + 'Source: https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  fix: 'let in the addresses that they come from by admits() of AdmittedPeer.addresses(), or let a Gateway be the caller that everything from outside '
    + 'comes through, and leave serviceType out',

  check: ({ graph }) => {
    const options = optionsByHost(graph.services);
    return graph.services.flatMap(service => judge(service, graph, options));
  },
});

function judge(service: BackingService, graph: TopologyGraph, options: ReadonlyMap<string, KubernetesServiceOptions>): Problem[] {
  const { workload, dialled } = service.locator;
  if (!workload?.guarded) return [];
  const admitting = new Set(graph.admittedPeersOf(workload).filter(bringsAddresses).map(({ port }) => port));
  for (const [host, addresses] of grouped(dialled, address => address.host)) {
    const { serviceType = ServiceType.CLUSTER_IP } = options.get(host) ?? {};
    const ports = distinct(addresses.map(({ targetPort }) => targetPort)).filter(port => !admitting.has(port));
    if (serviceType === ServiceType.CLUSTER_IP || ports.length === 0) continue;
    return [Problem.of(
      service,
      `a ${serviceType} Service is to let in who is outside, and policies guard ${workload.name}, which turn away whoever is no declared caller`,
      `let in the addresses that they come from, by ${workload.name}.admits() of AdmittedPeer.addresses() with port ${ports.sort((a, b) => a - b).join(' and ')}; or `
        + `declare the Gateway that lets them in as a caller of ${service.name} and leave serviceType out, or give ${workload.name} the standing MIGRATING until then`,
    )];
  }
  return [];
}
