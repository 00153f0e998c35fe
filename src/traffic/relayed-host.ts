import { Address } from '../model/address';
import { BackingService } from '../model/backing-service';
import { distinct } from '../private/distinct';
import { RoutedHost } from './routed-host';

/** The hosts of a service as a gateway takes them, each once: all ports of one are dialled alike. */
export function relayedAddressesOf({ locator: { dialled } }: BackingService): Address[] {
  return distinct(dialled.map(({ host }) => host)).map(host => dialled.find(address => address.host === host)!);
}

/** Who opens connections to a host itself: where it is relayed, the gateway alone, where its objects are. */
export function connectedOf(host: RoutedHost): RoutedHost[] {
  return host.through === undefined ? [host] : onwardsOf(host);
}

/** A host as the gateway sees it that relays it; none in another namespace than its objects. */
export function onwardsOf({ through, ...host }: RoutedHost): RoutedHost[] {
  if (through?.onwards === undefined) return [];
  return [{ ...host, callers: [through.onwards], clientCertificateSecret: through.relay.said.clientCertificateSecret }];
}
