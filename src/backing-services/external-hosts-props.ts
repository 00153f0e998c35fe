import { AddressRole, ExternalAddressProps } from '../model/address';
import { Tls } from '../model/tls';
import { distinct } from '../private/distinct';
import { ExternalHostProps } from './external-host-props';

/** A service of a third party that several servers make up, all at one port. */
export interface ExternalHostsProps extends ExternalHostProps {
  /**
   * DNS names or IP addresses of the other servers, at the same port. Consumers are told all of them.
   *
   * @default - `host` alone
   */
  readonly otherHosts?: string[];
}

/** Where the hosts are reached that clients are told of, and those that clients learn of from them, each once. */
export function addressesOf(hosts: readonly string[], port: number, tls: Tls, learnt: readonly string[] = []): ExternalAddressProps[] {
  const [host, ...others] = distinct(hosts);
  const members = distinct(learnt).filter(member => member !== host && !others.includes(member));
  const at = (role: AddressRole) => (name: string) => ({ host: name, port, tls, role });
  return [{ host, port, tls }, ...others.map(at(AddressRole.ALTERNATE)), ...members.map(at(AddressRole.MEMBER))];
}
