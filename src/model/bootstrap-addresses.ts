import { Address, AddressRole } from './address';
import { BackingService } from './backing-service';

/** Where clients of a broker begin; from there they learn of the others. */
export function bootstrapAddresses({ locator }: BackingService): Address[] {
  return locator.addresses.filter(({ role }) => role === AddressRole.PRIMARY || role === AddressRole.ALTERNATE);
}

/**
 * The hosts that clients of a broker begin at. Two services that have one in common are one cluster, whoever declares it: its listeners have ports
 * of their own, and an operator's cluster has a host that its name and namespace are in.
 */
export function bootstrapHosts(service: BackingService): string[] {
  return [...new Set(bootstrapAddresses(service).map(({ host }) => host))];
}
