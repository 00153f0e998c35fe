import { isWithin, parseRange } from './address-range';

/**
 * Where clouds tell a machine what it is and hand out its credentials: link-local addresses, and those that they use beside them.
 * Sources: RFC 3927, RFC 4291 (2.5.6); https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html (fd00:ec2::254),
 * https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html (fd00:ec2::23),
 * https://docs.cloud.google.com/compute/docs/metadata/overview (fd20:ce::254), https://www.alibabacloud.com/help/en/ecs/user-guide/view-instance-metadata
 */
export const INSTANCE_SERVICES: readonly string[] = ['169.254.0.0/16', '100.100.100.200/32', 'fe80::/10', 'fd00:ec2::/32', 'fd20:ce::254/128'];

/** Whether a range has no other addresses than those. */
export function isOfInstanceServices(cidr: string): boolean {
  const range = parseRange(cidr)!;
  return INSTANCE_SERVICES.some(outer => isWithin(range, parseRange(outer)!));
}
