import { BackingService } from '../model/backing-service';
import { distinct } from '../private/distinct';
import { isIpAddress } from '../private/ip-host';

/**
 * Whether a third party has several hosts that are known as one: servers of which its clients pick one themselves, such as brokers. Each host of any other
 * service is known, and ruled, by itself; so is each that a mesh cannot tell by a name that clients send, because of such an entry has one host.
 */
export function hasHostsInCommon({ locator, clientRouted }: BackingService): boolean {
  return locator.isExternal && clientRouted && locator.dialled.every(({ host, appProtocol }) => isIpAddress(host) || appProtocol !== 'tcp') && distinct(locator.dialled.map(({ host }) => host)).length > 1;
}
