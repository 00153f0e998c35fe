import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';

/** BST662 */
export const localityWithoutBreaker = ourCheck<ITopologyCheck>({
  code: 'BST662',
  title: 'locality-without-breaker',
  severity: Severity.ERROR,
  rationale: 'A proxy takes endpoints of another locality as near ones fail, and that they fail it learns by its breaker. Without one Istio leaves localities out: requests go anywhere, though every setting '
    + 'is there. Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#LocalityLoadBalancerSetting (failover), istio, pilot/pkg/networking/core/loadbalancer/loadbalancer.go',
  fix: 'give each caller a circuitBreaker, or share requests among localities by Locality.distribute()',
  check: ({ graph }) => graph.services.filter(({ loadBalancing }) => loadBalancing?.locality?.failsOver === true).flatMap(service => (
    graph.dependenciesOn(service).filter(({ policy }) => policy.circuitBreaker === undefined).map(call => Problem.of(
      call,
      `${service.name} prefers endpoints by locality, and ${call.source.name} has no breaker by which its proxy learns that near ones fail, so that it takes any`,
      `give the call a circuitBreaker: ${call.source.name}.calls(${service.name}, { circuitBreaker })`,
    )))),
});
