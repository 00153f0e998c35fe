import { isWithin, parseRange } from '../private/address-range';
import { assertNamed, rangeOfHost } from '../private/ip-host';
import { listed, quote, TopologyError } from '../private/topology-error';
import { Address, AddressRole } from './address';
import { Locator } from './locator';
import { TlsStart } from './tls';

/** Throws, if a host outside is an IP address, BST801 if requests are sent there, and BST016 if the mesh is to start TLS, which names a server. */
export function assertBareAddress({ host, protocol, tls }: Address, path: string): void {
  if (rangeOfHost(host) === undefined) return;
  if (protocol.hasRequests) assertNamed(host, path);
  if (tls.start !== TlsStart.MESH) return;
  throw new TopologyError({
    code: 'BST016',
    path,
    problem: `the mesh is to start TLS to ${quote(host)}, an address, and it verifies a server by the name that it sends`,
    fix: 'let clients start TLS there, or give the DNS name of the server',
  });
}

type Dialled = Pick<Locator, 'addresses' | 'endpoints'>;

/** Throws BST026 if a host that consumers dial is an IP address, or has an endpoint, which none of the ranges holds: no network policy would let anybody through to it. */
export function assertHeld({ addresses, endpoints = [] }: Dialled, cidrs: readonly string[] | undefined, path: string): void {
  if (cidrs === undefined) return;
  const ranges = cidrs.map(cidr => parseRange(cidr)!);
  const isLeftOut = (host: string) => {
    const range = rangeOfHost(host);
    return range !== undefined && !ranges.some(outer => isWithin(range, outer));
  };
  const host = addresses.filter(({ role }) => role !== AddressRole.MANAGEMENT).map(address => address.host).find(isLeftOut);
  if (host !== undefined) throw leftOut('host', host, cidrs, path);
  const endpoint = endpoints.find(isLeftOut);
  if (endpoint !== undefined) throw leftOut('endpoint', endpoint, cidrs, path);
}

function leftOut(what: 'host' | 'endpoint', address: string, cidrs: readonly string[], path: string): TopologyError {
  return new TopologyError({
    code: 'BST026',
    path,
    problem: `its ${what} ${quote(address)} is in none of its address ranges, ${listed(cidrs)}: no network policy would let anybody through to it`,
    fix: `give a range that holds the ${what}, or leave cidrs out: ${what === 'host' ? 'that one address is' : 'its endpoints alone are'} opened then`,
  });
}
