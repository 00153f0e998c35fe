import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { WorkloadStanding } from '../model/workload-standing';

/** BST652 */
export const calledNotExposed = ourCheck<ITopologyCheck>({
  code: 'BST652',
  title: 'called-not-exposed',
  severity: Severity.WARNING,
  rationale: 'A gateway whose listeners are ruled from here sends to a service what is exposed of it, and nothing else. A call that nothing is exposed of lets the gateway in, and no request comes. '
    + 'Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService (gateways)',
  fix: 'say exposes() of the gateway, or take the call out',

  check: ({ graph }) => graph.workloads.filter(({ standing, routed }) => standing === WorkloadStanding.GATEWAY && routed).flatMap(gateway => {
    const exposed = new Set(graph._exposures.of(gateway).map(({ service }) => service));
    return graph.dependenciesOf(gateway).filter(call => !exposed.has(call.service) && !graph._relays.carries(call)).map(dependency => (
      Problem.of(dependency, `nothing of ${dependency.service.name} is exposed, so that ${gateway.name} sends nothing there`)));
  }),
});
