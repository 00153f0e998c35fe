import { isOfGatewayApi } from '../model/gateway-interface';
import { ANY_HOST } from '../model/listener-host';
import { TopologyGraph } from '../model/topology-graph';
import { exposedRoutesOf } from '../traffic/exposed-routes';
import { ExposedTogether, exposedTogetherOf } from '../traffic/exposed-together';
import { BoundRoute } from './bound-route';
import { kindOfExposure } from './kind-of-route';
import { parentRefsOf } from './parent-refs';
import { routeNameOf } from './route-name';

/** Routes name Services, and not their hosts, so that no domain is asked for. */
const DOMAIN = 'cluster.local';

/** What gateways of the Gateway API are told to expose; of third parties' services it has no words. */
export function exposedHere(graph: TopologyGraph): ExposedTogether[] {
  if (graph._exposures.all.every(({ gateway }) => !isOfGatewayApi(gateway))) return [];
  return exposedTogetherOf(graph, DOMAIN).filter(({ exposure }) => isOfGatewayApi(exposure.gateway));
}

/** The route of what is exposed. */
export function boundToGateway(together: ExposedTogether): BoundRoute {
  const { exposure, hosts, to } = together;
  const kind = kindOfExposure(together);
  return {
    subject: exposure, kind, name: routeNameOf(together), namespace: exposure.gateway.configNamespace, parentRefs: parentRefsOf(together),
    hostnames: kind === 'TCPRoute' || hosts.includes(ANY_HOST) ? undefined : hosts,
    to, routes: exposedRoutesOf({ exposed: [together] }).map(({ route }) => route),
  };
}
