import { BlockList, isIPv6 } from 'node:net';

/** Whether an address lies in one of the ranges; of IPv6 none holds one of IPv4. */
export function isWithin(address: string, cidrs: readonly string[]): boolean {
  const list = new BlockList();
  const family = familyOf(address);
  for (const [first, length] of cidrs.map(cidr => cidr.split('/')).filter(([written]) => familyOf(written) === family)) {
    list.addSubnet(first, Number(length), family);
  }
  return list.check(address, family);
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}
