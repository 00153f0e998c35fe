import { Construct } from 'constructs';
import { emit } from '../private/emit';
import { shortened } from '../private/shortened';
import { RelayedHost, relayedRequestsOf, RelayedService } from '../traffic/relayed-routes';
import { hostLabel } from '../traffic/ruled-name';
import { relayReferences } from './gateway';
import { AnswerSpec, HttpRouteSpec, routeSpecOf } from './http-routes';
import { TcpRouteSpec, tcpRouteOf } from './tcp-routes';

/** As long as the name of an object may be. */
const LONGEST = 253;

interface RelayRoutesSpec {
  readonly hosts: readonly string[];
  readonly gateways: readonly string[];
  readonly exportTo: readonly string[];
  readonly http?: readonly (HttpRouteSpec | AnswerSpec)[];
  readonly tls?: readonly TcpRouteSpec[];
}

/** What a gateway does with what sidecars send it for a host. Source: https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway/ */
export function emitRelayRoutes(scope: Construct, { gateway, host, members }: RelayedHost): void {
  const http = members.filter(({ to }) => to.service.showsRequests).flatMap(requestsOf);
  const tls = members.filter(({ to }) => !to.service.showsRequests).map(connectionsOf);
  emit<RelayRoutesSpec>(scope, {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    name: shortened(`${gateway.name}.${hostLabel(host)}.relayed`, LONGEST),
    namespace: gateway.configNamespace,
    spec: {
      hosts: [host],
      gateways: relayReferences(members.map(({ relay }) => relay), host),
      exportTo: gateway.configNamespace === gateway.namespace ? ['.'] : ['.', gateway.namespace],
      http: http.length > 0 ? http : undefined,
      tls: tls.length > 0 ? tls : undefined,
    },
  });
}

function requestsOf(member: RelayedService): (HttpRouteSpec | AnswerSpec)[] {
  return relayedRequestsOf(member).map(route => routeSpecOf(member.to, route)).filter(({ match }) => match?.length !== 0);
}

function connectionsOf({ to, relay: { ports: { port } } }: RelayedService): TcpRouteSpec {
  return tcpRouteOf(to, { port, sniHosts: [to.host] });
}
