import { AddressRole, ExternalAddressProps } from '../model/address';
import { Credential } from '../model/credential';
import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Tls } from '../model/tls';
import { httpLocator } from './http-location';
import { authorityOf, Complete } from './provided-by';
import { EndpointsOptions } from './serving-options';
import { assertUsableInTheClear } from './usable-in-the-clear';

/** Where a URL leads, to clients that start TLS themselves if it is `https`. Throws BST511, BST027 or BST801 if it is no locator. */
export function endpointAddress(url: string, credentials: Credential | undefined, path: string): ExternalAddressProps {
  const { host, port, tls, basePath } = httpLocator(url, Tls.byClient(authorityOf(credentials)), {}, path).primary;
  return { host, port, tls, basePath, protocol: Protocol.HTTP };
}

/** Hosts that clients learn of, or are told, besides the one that they are given, each once. */
export function withMembers(first: ExternalAddressProps, others: readonly ExternalAddressProps[], { cidrs, endpoints }: EndpointsOptions): Locator {
  const known = new Set<string>();
  const isNew = ({ host, port }: ExternalAddressProps) => !known.has(`${host}:${port}`) && known.add(`${host}:${port}`);
  const addresses = [first, ...others.map(address => ({ ...address, role: AddressRole.MEMBER }))].filter(isNew);
  return Locator.external({ cidrs, endpoints, addresses });
}

/** What a kind asks of a credential, and, where the client starts no TLS, no part that only a handshake takes. */
export function usableBy({ tls }: ExternalAddressProps, path: string, complete: Complete): Complete {
  const isOfClient = tls!.isOfClient;
  return credential => complete(isOfClient ? credential : assertUsableInTheClear(credential, path, 'give an https URL'));
}
