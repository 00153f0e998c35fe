import { ITopologyCheck, ourCheck } from '../model/check';
import { Dependency } from '../model/dependency';
import { Severity } from '../model/finding';
import { isGateway } from '../model/gateway-interface';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';

/** BST672 */
export const callerWithoutService = ourCheck<ITopologyCheck>({
  code: 'BST672',
  title: 'caller-without-service',
  severity: Severity.WARNING,
  rationale: 'How many pods of the caller there are in each zone a proxy learns by a Service that selects them. Of pods that none selects it learns nothing, and requests go to any zone, though every setting is there. '
    + 'Source: istio, pilot/pkg/model/context.go (`SetServiceTargets`), pilot/pkg/xds/eds.go (`parseClusterName`)',
  fix: 'let a Service select the pods of the caller, or use Locality.NEAREST; acknowledge this if something else makes one',
  check: ({ graph }) => graph.services.filter(({ loadBalancing }) => loadBalancing?.locality?.isZoneAware === true).flatMap(service => (
    graph.dependenciesOn(service).filter(call => isUnserved(call, graph)).map(call => Problem.of(
      call,
      `${service.name} shares its endpoints by the zones of callers, and no Service of this program selects the pods of ${call.source.name}, by which its proxy would learn of them`,
      `declare a service that ${call.source.name} provides, or use Locality.NEAREST; acknowledge this if something else makes a Service for it`,
    )))),
});

/** The Service of a gateway is made with it. */
function isUnserved({ source }: Dependency, graph: TopologyGraph): boolean {
  return source.ruled && !isGateway(source) && graph.servicesOf(source).length === 0;
}
