import { isWithin, overNat64, parseRange, rangeText } from './address-range';

/** Link-local ones (RFC 3927), of which most clouds use 169.254.169.254, and what Alibaba Cloud and Azure use beside them. */
const OF_IPV4: readonly string[] = ['169.254.0.0/16', '100.100.100.200/32', '168.63.129.16/32'];
/** Link-local ones (RFC 4291, 2.5.6), and those of AWS, Google, Oracle, Scaleway, Akamai and Alibaba Cloud, in this order. */
const OF_IPV6: readonly string[] = [
  'fe80::/10', 'fd00:ec2::/32', 'fd20:ce::254/128', 'fd00:c1::a9fe:a9fe/128', 'fd00:42::42/128', 'fd00:a9fe:a9fe::1/128', 'fd00:100::100:200/128',
];

/**
 * Where clouds tell a machine what it is and hand out its credentials: link-local addresses, those that they use beside them, and as which the ones of
 * IPv4 are dialled through NAT64.
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html (fd00:ec2::254),
 * https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html (fd00:ec2::23),
 * https://docs.cloud.google.com/compute/docs/metadata/overview, https://www.alibabacloud.com/help/en/ecs/user-guide/view-instance-metadata,
 * https://github.com/canonical/cloud-init/pull/6893 (fd00:100::100:200),
 * https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 (what configures a machine, with its secrets),
 * https://github.com/oracle/oci-python-sdk/blob/master/src/oci/auth/signers/instance_principals_security_token_signer.py (fd00:c1::a9fe:a9fe),
 * https://docs.cloud-init.io/en/latest/reference/datasources/scaleway.html, https://techdocs.akamai.com/cloud-computing/docs/metadata-service-api
 */
export const INSTANCE_SERVICES: readonly string[] = [...OF_IPV4, ...OF_IPV6, ...OF_IPV4.map(cidr => rangeText(overNat64(parseRange(cidr)!)))];
const RANGES = INSTANCE_SERVICES.map(cidr => parseRange(cidr)!);

/** Whether a range has no other addresses than those. */
export function isOfInstanceServices(cidr: string): boolean {
  const range = parseRange(cidr)!;
  return RANGES.some(outer => isWithin(range, outer));
}
