/* eslint-disable no-bitwise -- an address is bits */
import { isWithin, parseRange, rangeText } from './address-range';
import { quote, TopologyError } from './topology-error';

const MAPPED = parseRange('::ffff:0:0/96')!;

/**
 * Throws BST026 unless every text is an address range as NetworkPolicy takes it, each once; returns the ranges.
 *
 * Kubernetes 1.36 refuses bits of a host and IPv4 inside of IPv6, and warns of other spellings.
 * Source: https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/4858-ip-cidr-validation
 */
export function assertCidrs(cidrs: string[] | undefined, path: string, meant = 'that the service answers from'): string[] | undefined {
  const given = new Set<string>();
  for (const cidr of cidrs ?? []) {
    assertCidr(cidr, path, meant);
    if (given.size === given.add(cidr).size) throw refused(path, `the address range ${quote(cidr)} is given twice`, 'give it once');
  }
  return cidrs;
}

function assertCidr(cidr: string, path: string, meant: string): void {
  const range = typeof cidr === 'string' ? parseRange(cidr) : undefined;
  if (!range) {
    throw refused(path, `${quote(cidr)} is no address range: allowed is CIDR notation, such as 203.0.113.0/24`, `give the ranges ${meant}, or leave them out`);
  }
  if (isWithin(range, MAPPED)) {
    const ofIpv4 = { width: 32, address: range.address & 0xffffffffn, length: range.length - 96 } as const;
    throw refused(path, `${quote(cidr)} is a range of IPv4 written as IPv6, which Kubernetes refuses`, `write ${quote(rangeText(ofIpv4))}`);
  }
  const written = rangeText(range);
  if (cidr === written) return;
  const alone = rangeText({ ...range, length: range.width });
  throw refused(path, `${quote(cidr)} is not how its address range is written: allowed is the first address, in its shortest form, and no bit of a host`,
    `write ${quote(written)} for the range${written === alone ? '' : `, or ${quote(alone)} for the one address`}`);
}

function refused(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST026', path, problem, fix });
}
