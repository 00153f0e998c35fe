import { isWildcard } from '../private/host';
import { addressText, rangeOfHost } from '../private/ip-host';

/**
 * The name that rules about a host outside have for it. A data plane knows hosts by name, so an IP address stands under one of its own, which tells the
 * address and which nobody dials: no name that ends in `.invalid` exists (RFC 6761, 6.4).
 */
export function ruledName(host: string): string {
  return rangeOfHost(host) ? `${addressLabel(host)}.address.invalid` : host;
}

/** A host outside as a part of an object's name. "any" is no top-level domain, so that no name tells two hosts. */
export function hostLabel(host: string): string {
  if (rangeOfHost(host)) return addressLabel(host);
  return isWildcard(host) ? `${host.slice(2)}.any` : host;
}

/** An IP address as a DNS label: `203-0-113-7`; of IPv6 all eight groups, as a label has letters or digits at its ends. */
export function addressLabel(host: string): string {
  const text = addressText(rangeOfHost(host)!);
  const [head, tail] = text.split('::').map(half => half === '' ? [] : half.split(':'));
  if (tail === undefined) return text.replace(/[.:]/g, '-');
  return [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail].join('-');
}
