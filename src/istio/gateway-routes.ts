import { Construct } from 'constructs';
import { emit } from '../private/emit';
import { shortened } from '../private/shortened';
import { connectionsAt, ExposedConnections, ExposedHost } from '../traffic/exposed-host';
import { exposedRoutesOf } from '../traffic/exposed-routes';
import { hostLabel } from '../traffic/ruled-name';
import { gatewayReferences } from './gateway';
import { AnswerSpec, HttpRouteSpec, routeSpecOf } from './http-routes';
import { TcpRouteSpec, tcpRouteOf } from './tcp-routes';

/** As long as the name of an object may be. */
const LONGEST = 253;

interface GatewayRoutesSpec {
  readonly hosts: readonly string[];
  readonly gateways: readonly string[];
  readonly exportTo: readonly string[];
  readonly http?: readonly (HttpRouteSpec | AnswerSpec)[];
  readonly tls?: readonly TcpRouteSpec[];
  readonly tcp?: readonly TcpRouteSpec[];
}

/**
 * What becomes of what clients ask a host of a gateway for. Proxies of a gateway find it in their own namespace. Istio merges VirtualServices of one host at a gateway in no order that is
 * promised, so that there is one. Source: https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services
 */
export function emitGatewayRoutes(scope: Construct, exposed: ExposedHost): void {
  const { gateway, host, listeners } = exposed;
  const connections = connectionsAt(exposed);
  const http = exposedRoutesOf(exposed).map(({ to, route }) => routeSpecOf(to, route)).filter(({ match }) => match?.length !== 0);
  emit<GatewayRoutesSpec>(scope, {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    name: shortened(`${gateway.name}.${host === '*' ? 'any' : hostLabel(host)}`, LONGEST),
    namespace: gateway.configNamespace,
    spec: {
      hosts: [host],
      gateways: gatewayReferences(gateway, listeners),
      exportTo: gateway.configNamespace === gateway.namespace ? ['.'] : ['.', gateway.namespace],
      http: unlessEmpty(http),
      tls: unlessEmpty(connections.filter(({ isByName }) => isByName).map(each => connectionRoute(each, { sniHosts: [host] }))),
      tcp: unlessEmpty(connections.filter(({ isByName }) => !isByName).map(each => connectionRoute(each, {}))),
    },
  });
}

function connectionRoute({ to, port }: ExposedConnections, asked: { readonly sniHosts?: readonly string[] }): TcpRouteSpec {
  return tcpRouteOf(to, { ...port === undefined ? {} : { port }, ...asked });
}

function unlessEmpty<Entry>(entries: readonly Entry[]): readonly Entry[] | undefined {
  return entries.length === 0 ? undefined : entries;
}
