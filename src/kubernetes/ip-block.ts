import { isWithin, parseRange } from '../private/address-range';
import { INSTANCE_SERVICES } from '../private/instance-services';

/** RFC 1918, RFC 6598, RFC 4193. */
const PRIVATE: readonly string[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'];

/** Addresses of a NetworkPolicy. @internal */
export interface IpBlock {
  readonly cidr: string;
  readonly except?: string[];
}

/**
 * A range that pods may reach, without the addresses inside of it that nobody means who names a range so wide: those at which a cloud hands out the
 * credentials of a machine and, where what is outside is public, private ones. A range that lies within these is meant.
 *
 * Source of `except`, which Kubernetes takes inside of the range only: https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/
 */
export function ipBlockOf(cidr: string, outsideIsPublic: boolean): IpBlock {
  const range = parseRange(cidr)!;
  const left = [...INSTANCE_SERVICES, ...outsideIsPublic ? PRIVATE : []].filter(inner => inner !== cidr && isWithin(parseRange(inner)!, range));
  const except = left.filter(inner => !left.some(outer => outer !== inner && isWithin(parseRange(inner)!, parseRange(outer)!)));
  return except.length > 0 ? { cidr, except } : { cidr };
}
