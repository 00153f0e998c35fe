import { VersionShare } from '../traffic/request-routes';
import { RoutedHost } from '../traffic/routed-host';
import { Destination, destinationAt } from './on-the-way';

/** One of the places that an entry of a VirtualService sends to. @internal */
export interface WeightedDestination {
  readonly destination: Destination;
  readonly weight?: number;
}

/** A weight stands only among several: one branch takes all. */
export function destinationsOf(host: RoutedHost, shares: readonly VersionShare[]): WeightedDestination[] {
  return shares.map(({ version, weight }) => ({ destination: destinationAt(host, version), weight: shares.length > 1 ? weight : undefined }));
}
