import { VersionShare } from '../traffic/request-routes';
import { RoutedHost } from '../traffic/routed-host';
import { BoundRoute } from './bound-route';

/** Where a route sends. @internal */
export interface BackendRef {
  /** With the kind, where it is no Service. */
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  /** Of the Service, where it is not that of the route. */
  readonly namespace?: string;
  readonly port: number;
  readonly weight?: number;
}

/** The Service of a version, or the one that all versions have in common, as a route in a namespace names it. */
export function backendAt(to: RoutedHost, version: string | undefined, routeNamespace: string): BackendRef {
  const { namespace } = to.service.locator;
  return { name: serviceOf(to, version), namespace: namespace === routeNamespace ? undefined : namespace, port: to.port };
}

/** What of a route says where it sends. @internal */
export type Sending = Pick<BoundRoute, 'to' | 'namespace' | 'outside'>;

/** A weight stands only among several: one branch takes all. */
export function backendRefsOf({ to, namespace: routeNamespace, outside }: Sending, shares: readonly VersionShare[]): BackendRef[] {
  if (outside) return [{ ...outside, name: to.host, port: to.port }];
  return shares.map(({ version, weight }) => ({ ...backendAt(to, version, routeNamespace), weight: shares.length > 1 ? weight : undefined }));
}

/** The Kubernetes Service of a version at the port of a host, or the one that all versions have in common. */
export function serviceOf({ dialled, port }: RoutedHost, version?: string): string {
  const { service } = dialled.find(address => address.port === port)!;
  return version === undefined ? service! : `${service}-${version}`;
}
