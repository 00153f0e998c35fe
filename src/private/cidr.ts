import { quote, TopologyError } from './topology-error';

const OCTET = /^(0|[1-9]\d{0,2})$/;
const GROUP = /^[0-9a-f]{1,4}$/i;

/** Throws BST026 unless every text is an address range as NetworkPolicy takes it; returns the ranges. */
export function assertCidrs(cidrs: string[] | undefined, path: string): string[] | undefined {
  for (const cidr of cidrs ?? []) {
    if (typeof cidr !== 'string' || !isCidr(cidr)) {
      throw new TopologyError({
        code: 'BST026',
        path,
        problem: `${quote(cidr)} is no address range: allowed is CIDR notation, such as 203.0.113.0/24`,
        fix: 'give the ranges that the service answers from, or leave them out',
      });
    }
  }
  return cidrs;
}

function isCidr(text: string): boolean {
  const [address, length, ...rest] = text.split('/');
  if (rest.length > 0 || length === undefined || !OCTET.test(length)) return false;
  return isIPv4(address) ? Number(length) <= 32 : isIPv6(address) && Number(length) <= 128;
}

function isIPv4(text: string): boolean {
  const octets = text.split('.');
  return octets.length === 4 && octets.every(octet => OCTET.test(octet) && Number(octet) <= 255);
}

/** Eight groups, or fewer around one "::", as RFC 4291 (2.2, forms 1 and 2) writes them. */
function isIPv6(text: string): boolean {
  const [head, tail, ...rest] = text.split('::').map(half => half === '' ? [] : half.split(':'));
  if (rest.length > 0 || ![...head, ...tail ?? []].every(group => GROUP.test(group))) return false;
  return tail === undefined ? head.length === 8 : head.length + tail.length < 8;
}
