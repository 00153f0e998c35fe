import { AddressRole, ExternalAddressProps } from '../model/address';
import { Tls } from '../model/tls';
import { parseServers } from './kafka-broker';
import { assertManagedHost, ManagedHost } from './managed-host';

/** Bootstrap servers whose hosts have the form that a service gives them. */
export function managedServers(servers: string[], form: ManagedHost, path: string): { readonly host: string; readonly port: number }[] {
  const { bootstrap } = parseServers(servers, [], path);
  for (const { host } of bootstrap) assertManagedHost(host, form, path);
  return bootstrap;
}

/** The servers that clients begin at, and all other brokers, whose hosts are beside that of the first. Clients of Kafka send the name of the broker that they dial. */
export function brokerAddresses(bootstrap: readonly { readonly host: string; readonly port: number }[], tls: Tls): ExternalAddressProps[] {
  const [first, ...others] = bootstrap;
  return [
    { ...first, tls: tls.namingServer() },
    ...others.map(server => ({ ...server, tls: tls.namingServer(), role: AddressRole.ALTERNATE })),
    { host: first.host.replace(/^[^.]+/, '*'), port: first.port, tls: tls.namingServer(), role: AddressRole.MEMBER },
  ];
}
