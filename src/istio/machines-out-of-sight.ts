import { BackingService } from '../model/backing-service';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { isOfGatewayApi } from '../model/gateway-interface';
import { ServiceType } from '../model/kubernetes-service-options';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';
import { quote } from '../private/topology-error';
import { OWN_CLASS } from './gateway';
import { sidecarRefused } from './sidecar-refused';

/** BST676 */
export const machinesOutOfSight: ITopologyCheck = ourCheck<ITopologyCheck>({
  code: 'BST676',
  title: 'machines-out-of-sight',
  severity: Severity.ERROR,
  rationale: 'Kubernetes knows no endpoints of a Service that selects machines: proxies of Istio alone know them, and only of a Service with an address of its own. DNS answers nothing for a '
    + 'headless one, kube-proxy drops what comes in at a node or a load balancer, and gateways of others find nobody. '
    + 'Source: istio, pilot/pkg/serviceregistry/kube/controller/controller.go (`serviceInstancesFromWorkloadInstances`)',
  fix: 'give the Service of a workload on machines a cluster IP, and let who is outside in through a gateway of Istio\'s',

  check: ({ graph }) => graph.services.filter(({ locator }) => locator.workload?.machines)
    .flatMap(service => [...madeOtherwise(service), ...exposedElsewhere(service, graph), ...calledWithoutSidecar(service, graph)]),
});

function madeOtherwise(service: BackingService): Problem[] {
  const { locator } = service;
  const which = `the machines of ${locator.workload!.name}`;
  if (locator.addresses.some(({ headless }) => headless)) {
    return [Problem.of(service, `its Service is headless, of which nobody is told ${which}`, 'leave headless out')];
  }
  const outward = locator.addresses.find(address => ![undefined, ServiceType.CLUSTER_IP].includes(locator._optionsOf(address.service).serviceType));
  return outward === undefined ? [] : [Problem.of(
    service, `what comes from outside to its Service ${quote(outward.service)} is passed on to pods alone, and never to ${which}`,
    'leave serviceType out, and let a gateway of Istio\'s expose the service',
  )];
}

function exposedElsewhere(service: BackingService, graph: TopologyGraph): Problem[] {
  return graph.workloads.filter(isOfGatewayApi).filter(({ gatewayClassName }) => gatewayClassName !== OWN_CLASS)
    .filter(gateway => graph.dependenciesOn(service).some(({ source }) => source === gateway))
    .map(gateway => Problem.of(
      service, `${gateway.name}, a gateway of class ${quote(gateway.gatewayClassName)}, is to pass requests on to the machines of ${service.locator.workload!.name}, and knows pods alone`,
      'expose the service by a gateway of Istio\'s, such as one of the class "istio"',
    ));
}

function calledWithoutSidecar(service: BackingService, graph: TopologyGraph): Problem[] {
  const callers = graph.dependenciesOn(service).filter(({ source }) => sidecarRefused(source).length > 0);
  return callers.map(call => Problem.of(
    call, `pods of ${call.source.name} have no sidecar, and so find no machine of ${service.locator.workload!.name}`, 'let a sidecar be injected, or reach the machines by a gateway of Istio\'s',
  ));
}
