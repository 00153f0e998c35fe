import { sharesOf } from '../traffic/request-routes';
import { RoutedHost } from '../traffic/routed-host';
import { destinationsOf, WeightedDestination } from './weighted-destinations';

/** Which connections an entry takes. @internal */
export interface ConnectionMatch {
  readonly port?: number;
  readonly sniHosts?: readonly string[];
}

/** One entry of a VirtualService's `tcp` or `tls`. @internal */
export interface TcpRouteSpec {
  readonly match: readonly ConnectionMatch[];
  readonly route: readonly WeightedDestination[];
}

/**
 * Where connections to a service go: by the shares of its versions, if it says some.
 * Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#TCPRoute
 */
export function tcpRouteOf(host: RoutedHost, match: ConnectionMatch): TcpRouteSpec {
  return { match: [match], route: destinationsOf(host, sharesOf(host.service.routes[0])) };
}
