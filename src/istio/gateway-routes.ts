import { Construct } from 'constructs';
import { undotted } from '../private/shortened';
import { connectionsAt, ExposedConnections, ExposedHost } from '../traffic/exposed-host';
import { exposedRoutesOf } from '../traffic/exposed-routes';
import { hostLabel } from '../traffic/ruled-name';
import { emitBoundRoutes } from './bound-routes';
import { gatewayReferences } from './gateway';
import { routeSpecOf } from './http-routes';
import { TcpRouteSpec, tcpRouteOf } from './tcp-routes';

/**
 * What becomes of what clients ask a host of a gateway for. Proxies of a gateway find it in their own namespace. Istio merges VirtualServices of one host at a gateway in no order that is
 * promised, so that there is one. Source: https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services
 */
export function emitGatewayRoutes(scope: Construct, exposed: ExposedHost): void {
  const { gateway, host, listeners } = exposed;
  const connections = connectionsAt(exposed);
  const name = `${gateway.name}.${host === '*' ? 'any' : hostLabel(host)}`;
  emitBoundRoutes(scope, gateway, {
    host,
    name: isReleased(exposed) ? undotted(name) : name,
    gateways: gatewayReferences(gateway, listeners),
    http: exposedRoutesOf(exposed).map(({ to, route }) => routeSpecOf(to, route)),
    tls: connections.filter(({ isByName }) => isByName).map(each => connectionRoute(each, { sniHosts: [host] })),
    tcp: connections.filter(({ isByName }) => !isByName).map(each => connectionRoute(each, {})),
  });
}

/** Argo Rollouts takes what is behind a dot for a namespace. Source: argo-rollouts, utils/istio/istio.go (`GetVirtualServiceNamespaceName`) */
function isReleased({ exposed }: ExposedHost): boolean {
  return exposed.some(({ to }) => to.service.locator.workload?.release !== undefined);
}

function connectionRoute({ to, port }: ExposedConnections, asked: { readonly sniHosts?: readonly string[] }): TcpRouteSpec {
  return tcpRouteOf(to, { ...port === undefined ? {} : { port }, ...asked });
}
