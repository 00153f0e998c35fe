import { isOfGatewayApi } from '../model/gateway-interface';
import { TopologyGraph } from '../model/topology-graph';
import { ExposedTogether, exposedTogetherOf } from '../traffic/exposed-together';

/** Routes name Services, and not their hosts, so that no domain is asked for. */
const DOMAIN = 'cluster.local';

/** What gateways of the Gateway API expose of the cluster's services; of third parties' it has no words. */
export function exposedHere(graph: TopologyGraph): ExposedTogether[] {
  return everythingExposedHere(graph).filter(({ exposure }) => !exposure.service.locator.isExternal);
}

/** What they are told to expose. */
export function everythingExposedHere(graph: TopologyGraph): ExposedTogether[] {
  if (graph._exposures.all.every(({ gateway }) => !isOfGatewayApi(gateway))) return [];
  return exposedTogetherOf(graph, DOMAIN).filter(({ exposure }) => isOfGatewayApi(exposure.gateway));
}
