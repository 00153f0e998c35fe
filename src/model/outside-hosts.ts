import { distinct } from '../private/distinct';
import { BackingService } from './backing-service';

/** The hosts of a service outside of the cluster, each once; none of any other. */
export function outsideHosts({ locator: { isExternal, addresses } }: BackingService): string[] {
  return isExternal ? distinct(addresses.map(({ host }) => host)) : [];
}
