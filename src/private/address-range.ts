/* eslint-disable no-bitwise -- an address is bits */
/** The addresses of IPv4 or IPv6 that begin with the same bits. @internal */
export interface AddressRange {
  readonly width: 32 | 128;
  /** The address that is written, as a number. */
  readonly address: bigint;
  /** How many bits they have in common. */
  readonly length: number;
}

const DECIMAL = /^(?:0|[1-9]\d{0,2})$/;
const GROUP = /^[0-9a-f]{1,4}$/i;

/** Reads CIDR notation, with whatever bits behind the common ones; undefined if it is none. */
export function parseRange(text: string): AddressRange | undefined {
  const [written, bits, ...rest] = text.split('/');
  if (rest.length > 0 || bits === undefined || !DECIMAL.test(bits)) return undefined;
  const length = Number(bits);
  const ofFour = readIPv4(written);
  if (ofFour !== undefined) return length <= 32 ? { width: 32, address: ofFour, length } : undefined;
  const ofSix = readIPv6(written);
  return ofSix !== undefined && length <= 128 ? { width: 128, address: ofSix, length } : undefined;
}

/** The range in the one notation that everybody takes: no bit behind the common ones, IPv6 as in RFC 5952. */
export function rangeText(range: AddressRange): string {
  const first = firstOf(range);
  return `${range.width === 32 ? numbers(first, 4, 8).join('.') : textOfIPv6(numbers(first, 8, 16))}/${range.length}`;
}

/** Whether all addresses of a range are in another. */
export function isWithin(inner: AddressRange, outer: AddressRange): boolean {
  return inner.width === outer.width && inner.length >= outer.length && firstOf({ ...inner, length: outer.length }) === firstOf(outer);
}

/** As which a range of IPv4 is dialled from where there is only IPv6. Source: RFC 6052 (2.1), the prefix that DNS64 and NAT64 know without being told one */
export function overNat64({ address, length }: AddressRange): AddressRange {
  return { width: 128, address: 0x64ff9bn << 96n | address, length: 96 + length };
}

function firstOf({ width, address, length }: AddressRange): bigint {
  const rest = BigInt(width - length);
  return address >> rest << rest;
}

function readIPv4(text: string): bigint | undefined {
  const octets = text.split('.');
  return octets.length === 4 && octets.every(octet => DECIMAL.test(octet) && Number(octet) <= 255) ? joined(octets.map(Number), 8) : undefined;
}

/** Eight groups, or fewer around one "::", as RFC 4291 (2.2, forms 1 and 2) writes them. */
function readIPv6(text: string): bigint | undefined {
  const [head, tail, ...rest] = text.split('::').map(half => half === '' ? [] : half.split(':'));
  if (rest.length > 0 || ![...head, ...tail ?? []].every(group => GROUP.test(group))) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  return joined([...head, ...Array<string>(missing).fill('0'), ...tail ?? []].map(group => parseInt(group, 16)), 16);
}

function joined(parts: number[], bits: number): bigint {
  return parts.reduce((sum, part) => sum << BigInt(bits) | BigInt(part), 0n);
}

function numbers(address: bigint, count: number, bits: number): number[] {
  return Array.from({ length: count }, (_, position) => Number(address >> BigInt((count - 1 - position) * bits) & (1n << BigInt(bits)) - 1n));
}

/** RFC 5952: lower case, and "::" for the first of the longest runs of zeros, if that is longer than one. */
function textOfIPv6(groups: number[]): string {
  const text = groups.map(group => group.toString(16)).join(':');
  const runs = text.match(/(?<![^:])0(?::0)+(?![^:])/g) ?? [];
  const longest = runs.reduce((best, run) => run.length > best.length ? run : best, '');
  if (longest === '') return text;
  const [head, tail] = cutAt(`:${text}:`, `:${longest}:`);
  return `${head.slice(1)}::${tail.slice(0, -1)}`;
}

function cutAt(text: string, mark: string): [head: string, tail: string] {
  const at = text.indexOf(mark);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
