import { ITopologyCheck, Severity } from '../model/check';

/** BST619 */
export const headlessPolicy: ITopologyCheck = {
  code: 'BST619',
  title: 'headless-policy',
  severity: Severity.ERROR,
  rationale: 'The client of a headless service picks a pod itself, and the sidecar passes the connection on to that pod. Routes, versions, load '
    + 'balancing and breakers choose among pods, so they do not act. Source: https://istio.io/latest/docs/ops/configuration/traffic-management/traffic-routing/#headless-services',
  fix: 'let the service have an address of its own (headless: false), or leave these out',
  check: ({ graph }) => graph.services.filter(service => service.endpoint.headless).flatMap(service => {
    const broken = graph.dependenciesOn(service).filter(dependency => dependency.policy.circuitBreaker);
    const asked = [
      ...service.routes.length > 0 ? ['its routes'] : [],
      ...service.loadBalancing?.header === undefined ? [] : ['sticky load balancing'],
      ...broken.length > 0 ? [`the circuit breaker of ${broken.map(dependency => dependency.source.name).join(', ')}`] : [],
    ];
    return asked.length === 0 ? [] : [{
      code: 'BST619',
      severity: Severity.ERROR,
      path: service.node.path,
      problem: `the service is headless, so ${asked.join(' and ')} cannot act`,
      fix: 'set headless to false, or leave these out',
    }];
  }),
};
