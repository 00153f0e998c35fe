import { AddressRole, ExternalAddressProps } from '../model/address';
import { distinct } from '../private/distinct';

/** The address that consumers are told, and the further hosts at which it is dialled in the same way; each once. */
export function atEachHost(told: ExternalAddressProps, furtherHosts: readonly string[] = []): ExternalAddressProps[] {
  const further = distinct(furtherHosts).filter(host => host !== told.host);
  return [told, ...further.map(host => ({ ...told, host, role: AddressRole.MEMBER }))];
}
