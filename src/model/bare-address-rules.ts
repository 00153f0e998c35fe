import { isWithin, parseRange } from '../private/address-range';
import { assertNamed, rangeOfHost } from '../private/ip-host';
import { listed, quote, TopologyError } from '../private/topology-error';
import { Address, AddressRole } from './address';
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

/** Throws BST026 if a host that consumers dial is an IP address which none of the ranges holds: no network policy would let anybody through to it. */
export function assertHeld(addresses: readonly Address[], cidrs: readonly string[] | undefined, path: string): void {
  if (cidrs === undefined) return;
  const ranges = cidrs.map(cidr => parseRange(cidr)!);
  for (const { host, role } of addresses) {
    const range = rangeOfHost(host);
    if (range === undefined || role === AddressRole.MANAGEMENT || ranges.some(outer => isWithin(range, outer))) continue;
    throw new TopologyError({
      code: 'BST026',
      path,
      problem: `its host ${quote(host)} is in none of its address ranges, ${listed(cidrs)}: no network policy would let anybody through to it`,
      fix: 'give a range that holds the host, or leave cidrs out: that one address is opened then',
    });
  }
}
