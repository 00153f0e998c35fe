import { AddressRange, isWithin, overNat64, parseRange, rangeText } from '../private/address-range';
import { distinct } from '../private/distinct';
import { INSTANCE_SERVICES } from '../private/instance-services';
import { rangeOfHost } from '../private/ip-host';

/** RFC 1918, RFC 6598; some translators pass them on too. Source: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html */
const PRIVATE_IPV4: readonly string[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];
/** Those, and RFC 4193. */
const PRIVATE: readonly string[] = [...PRIVATE_IPV4, 'fc00::/7', ...PRIVATE_IPV4.map(cidr => rangeText(overNat64(parseRange(cidr)!)))];

interface LeftOut {
  readonly text: string;
  readonly range: AddressRange;
}

const WHATEVER_IS_OUTSIDE = read(INSTANCE_SERVICES);
const WHERE_OUTSIDE_IS_PUBLIC = [...WHATEVER_IS_OUTSIDE, ...read(PRIVATE)];

/** Addresses of a NetworkPolicy. @internal */
export interface IpBlock {
  readonly cidr: string;
  readonly except?: string[];
}

/**
 * A range that pods may reach, without the addresses inside of it that nobody means who names a range so wide: those at which a cloud hands out the
 * credentials of a machine and, where what is outside is public, private ones. A range that lies within these is meant.
 *
 * Of `except` Kubernetes takes what is inside of the range and less than it only. Source:
 * https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/
 */
export function ipBlockOf(cidr: string, outsideIsPublic: boolean): IpBlock {
  const range = parseRange(cidr)!;
  const leftOut = outsideIsPublic ? WHERE_OUTSIDE_IS_PUBLIC : WHATEVER_IS_OUTSIDE;
  const inside = leftOut.filter(inner => inner.range.length > range.length && isWithin(inner.range, range));
  const except = inside.filter(inner => !inside.some(outer => outer !== inner && isWithin(inner.range, outer.range))).map(({ text }) => text);
  return except.length > 0 ? { cidr, except } : { cidr };
}

/** Those of a service outside; an IP address among its hosts and endpoints is meant, though it lies where its ranges leave something out. */
export function ipBlocksOf(cidrs: readonly string[], hosts: readonly string[], outsideIsPublic: boolean): IpBlock[] {
  const blocks = cidrs.map(cidr => ipBlockOf(cidr, outsideIsPublic));
  const holds = (cidr: string, range: AddressRange) => isWithin(range, parseRange(cidr)!);
  const isOpen = (range: AddressRange) => blocks.some(({ cidr, except = [] }) => holds(cidr, range) && !except.some(inner => holds(inner, range)));
  const closed = hosts.flatMap(host => rangeOfHost(host) ?? []).filter(range => !isOpen(range));
  return [...blocks, ...distinct(closed.map(rangeText)).map(cidr => ({ cidr }))];
}

function read(cidrs: readonly string[]): LeftOut[] {
  return cidrs.map(text => ({ text, range: parseRange(text)! }));
}
