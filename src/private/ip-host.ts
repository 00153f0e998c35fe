import { AddressRange, isWithin, parseRange, rangeText } from './address-range';
import { quote, TopologyError } from './topology-error';

/** What a host is if it is an IP address, in brackets or not: the range of that address alone; undefined if it is a name, or nothing that can be dialled. */
export function rangeOfHost(host: string): AddressRange | undefined {
  const range = typeof host === 'string' ? parseRange(`${host.replace(/^\[(.*)\]$/, '$1')}/32`) : undefined;
  return range && { ...range, length: range.width };
}

/** Whether a host is an IP address. */
export function isIpAddress(host: string): boolean {
  return rangeOfHost(host) !== undefined;
}

/** Host and port as URLs and lists of servers have them: an IPv6 address stands in brackets. Source: RFC 3986 (3.2.2) */
export function hostAndPort(host: string, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** An address in the one notation that everybody takes. */
export function addressText(range: AddressRange): string {
  return rangeText(range).replace(/\/\d+$/, '');
}

interface Kind {
  readonly why: string;
  readonly fix: string;
  readonly ranges: readonly string[];
}

const ITS_OWN = 'give the address that its server has outside of the cluster';

/**
 * Addresses at which nobody else is. Link-local ones of IPv6 are dialled with the name of a network interface only; those of IPv4 are where clouds answer
 * their machines, which a check judges. Istio gives hosts that have no address some of the last two ranges.
 * Sources: https://www.iana.org/assignments/iana-ipv4-special-registry, https://www.iana.org/assignments/iana-ipv6-special-registry,
 * https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/
 */
const NOT_OUTSIDE: readonly Kind[] = [
  { why: 'it is the pod of whoever dials it', fix: 'leave the service out: what runs in a consumer\'s own pod is a part of it', ranges: ['127.0.0.0/8', '::1/128'] },
  { why: 'it is no address of a server', fix: ITS_OWN, ranges: ['0.0.0.0/8', '::/128'] },
  { why: 'it is an address of many, to which nobody connects', fix: ITS_OWN, ranges: ['224.0.0.0/4', 'ff00::/8'] },
  { why: 'it is an address of one link, which pods are not on', fix: ITS_OWN, ranges: ['fe80::/10'] },
  { why: 'it is reserved, and a mesh gives such addresses to hosts', fix: ITS_OWN, ranges: ['240.0.0.0/4', '2001:2::/48'] },
];
const MAPPED = parseRange('::ffff:0:0/96')!;
const WHAT = { host: 'a host', endpoint: 'an endpoint', machine: 'the address of a machine' } as const;

/** Throws BST801 unless an address is written as everybody writes it, and BST032 if no server outside of the cluster can have it. */
export function assertOutsideAddress(host: string, range: AddressRange, path: string, what: keyof typeof WHAT = 'host'): string {
  const written = addressText(ofIPv4(range));
  if (host !== written) {
    throw new TopologyError({
      code: 'BST801',
      path,
      problem: `${quote(host)} cannot be ${WHAT[what]}: allowed is an IP address in its shortest form, IPv6 in lower case, without brackets and without IPv4 in it`,
      fix: `write ${quote(written)}`,
    });
  }
  const misled = NOT_OUTSIDE.find(({ ranges }) => ranges.some(outer => isWithin(range, parseRange(outer)!)));
  if (misled) throw new TopologyError({ code: 'BST032', path, problem: `the ${what} ${quote(host)} is not outside of the cluster: ${misled.why}`, fix: what === 'machine' ? ITS_OWN : misled.fix });
  return host;
}

function ofIPv4(range: AddressRange): AddressRange {
  // eslint-disable-next-line no-bitwise -- an address is bits
  return isWithin(range, MAPPED) ? { width: 32, address: range.address & 0xffffffffn, length: 32 } : range;
}

/** Throws BST801 if the host of requests, as a URL has it, is an address: requests carry it in place of a name, by which a mesh finds their rules. */
export function assertNamed(host: string, path: string): string {
  if (!isIpAddress(host)) return host;
  throw new TopologyError({
    code: 'BST801',
    path,
    problem: `${quote(host)} cannot be a host of requests: allowed is a lower-case DNS name, which they carry and a mesh knows their rules by`,
    fix: 'give the DNS name of the server, or declare a TcpService with TcpProvider.external(), whose consumers are told an address and a port',
  });
}
