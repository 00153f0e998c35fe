import { Finding, ITopologyCheck, Severity } from '../model/check';
import { Dependency } from '../model/dependency';

/** BST617 */
export const unruledGateway: ITopologyCheck = {
  code: 'BST617',
  title: 'unruled-gateway',
  severity: Severity.ERROR,
  rationale: 'A VirtualService of this topology rules sidecars. A gateway takes its routes from VirtualServices that name it, and a workload that '
    + 'another owner guards has no AuthorizationPolicy from here, so a timeout, retries or operations declared there would do nothing. '
    + 'Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService (gateways)',
  fix: 'declare these in the gateway\'s own VirtualService, or let this topology guard the workload',
  check: ({ graph }) => graph.dependencies.flatMap(dependency => [...callerFindings(dependency), ...calleeFindings(dependency)]),
};

function callerFindings({ source, service, policy, node }: Dependency): Finding[] {
  if (source.guarded) return [];
  const fields = [...policy.timeout ? ['timeout'] : [], ...policy.retry ? ['retry'] : []];
  const declared: Finding[] = fields.length === 0 ? [] : [finding(node.path,
    `${fields.join(' and ')} cannot act on ${source.name}, whose traffic its owner's VirtualServices rule`,
    'declare them in the VirtualService that is bound to the gateway')];
  const routed: Finding[] = service.routes.length === 0 ? [] : [{
    ...finding(node.path, `the routes of ${service.name} do not rule what comes through ${source.name}`,
      'repeat the routes in the VirtualService that is bound to the gateway, and acknowledge this'),
    severity: Severity.WARNING,
  }];
  return [...declared, ...routed];
}

function calleeFindings({ service, policy, node }: Dependency): Finding[] {
  const callee = service.endpoint.workload;
  if (!policy.operations || !callee || callee.guarded) return [];
  return [finding(node.path, `operations of ${service.name} cannot be held to, because ${callee.name} is guarded by another owner`,
    'name no operations here, or let this topology guard the workload')];
}

function finding(path: string, problem: string, fix: string): Finding {
  return { code: 'BST617', severity: Severity.ERROR, path, problem, fix };
}
