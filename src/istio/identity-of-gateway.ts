import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { IGateway, isOfGatewayApi } from '../model/gateway-interface';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';
import { distinct } from '../private/distinct';
import { listed, quote } from '../private/topology-error';
import { OWN_CLASS } from './gateway';

/** BST669 */
export const identityOfGateway = ourCheck<ITopologyCheck>({
  code: 'BST669',
  title: 'identity-of-gateway',
  severity: Severity.WARNING,
  rationale: 'What is guarded here lets a gateway in by its identity in the mesh. Proxies of another GatewayClass than Istio\'s have one only where a sidecar is injected beside them; those of Istio\'s have that of an account in the '
    + 'namespace of the Gateway, where istiod makes them. Source: https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#automated-deployment',
  fix: 'inject a sidecar beside the proxies, and acknowledge this; or let what they reach take plaintext of them',

  check: ({ graph }) => graph.workloads.filter(isOfGatewayApi).flatMap(gateway => problemsOf(gateway, graph)),
});

function problemsOf(gateway: IGateway, graph: TopologyGraph): Problem[] {
  const services = graph._exposures.of(gateway).map(({ service }) => service);
  const guarded = distinct(services.filter(({ locator }) => locator.workload?.guarded).map(({ name }) => name));
  if (guarded.length === 0) return [];
  const { gatewayClassName, namespace, configNamespace, existingGateway } = gateway;
  if (gatewayClassName !== OWN_CLASS) {
    const proxies = `its proxies, of GatewayClass ${quote(gatewayClassName!)}, have an identity in the mesh`;
    return [Problem.of(gateway, `${listed(guarded)} would turn it away unless ${proxies}`)];
  }
  const made = existingGateway?.split('/')[0] ?? configNamespace;
  if (namespace === made) return [];
  const problem = `its pods are said to be in ${quote(namespace)}, and istiod makes those of this Gateway in ${quote(made)}, where it stands`;
  return [Problem.of(gateway, problem, 'leave the namespace of the pods out, or say that as configNamespace')];
}
