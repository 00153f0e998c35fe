import { Construct } from 'constructs';
import { RelayedHost, relayedRequestsOf, RelayedService } from '../traffic/relayed-routes';
import { hostLabel } from '../traffic/ruled-name';
import { emitBoundRoutes } from './bound-routes';
import { relayReferences } from './gateway';
import { routeSpecOf } from './http-routes';
import { TcpRouteSpec, tcpRouteOf } from './tcp-routes';

/** What a gateway does with what sidecars send it for a host. Source: https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway/ */
export function emitRelayRoutes(scope: Construct, { gateway, host, members }: RelayedHost): void {
  const ofRequests = members.filter(({ to }) => to.service.showsRequests);
  emitBoundRoutes(scope, gateway, {
    host,
    name: `${gateway.name}.${hostLabel(host)}.relayed`,
    gateways: relayReferences(members.map(({ relay }) => relay), host),
    http: ofRequests.flatMap(member => relayedRequestsOf(member).map(route => routeSpecOf(member.to, route))),
    tls: members.filter(({ to }) => !to.service.showsRequests).map(connectionsOf),
    tcp: [],
  });
}

function connectionsOf({ to, relay: { said: { port } } }: RelayedService): TcpRouteSpec {
  return tcpRouteOf(to, { port, sniHosts: [to.host] });
}
