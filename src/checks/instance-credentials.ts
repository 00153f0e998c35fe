import { BackingService } from '../model/backing-service';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { outsideHosts } from '../model/outside-hosts';
import { Problem } from '../model/problem';
import { rangeText } from '../private/address-range';
import { distinct } from '../private/distinct';
import { standsFor } from '../private/host';
import { isOfInstanceServices } from '../private/instance-services';
import { rangeOfHost } from '../private/ip-host';
import { listed } from '../private/topology-error';

/**
 * Names that clouds give to those addresses.
 * Sources: https://docs.cloud.google.com/compute/docs/metadata/querying-metadata, https://www.tencentcloud.com/document/product/213/4934,
 * https://cloud.ibm.com/apidocs/vpc-metadata, https://community.exoscale.com/product/compute/instances/how-to/cloud-init-user-data/
 */
const HOSTS = ['metadata.google.internal', 'metadata.goog', 'metadata.tencentyun.com', 'api.metadata.cloud.ibm.com', 'metadata.exoscale.com'];
/** Those of AWS stand among the names of its machines, which a wildcard may well mean. */
const AMONG_MACHINES = /^instance-data\.(ec2|[a-z0-9-]+\.compute)\.internal$/;

/** BST518 */
export const instanceCredentials: ITopologyCheck = ourCheck<ITopologyCheck>({
  code: 'BST518',
  title: 'instance-credentials',
  severity: Severity.ERROR,
  rationale: 'At a link-local address, and some others, a cloud hands out the credentials of the machine to whoever reaches it from there, and those may do more than any workload. '
    + 'Where a service outside may be at any address, network policies leave these out; one whose address ranges lie there, or whose hosts '
    + 'are among their names, opens them. Source: https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html',
  fix: 'give the workload an identity of its own and take this service out, or give hosts and address ranges that are the service\'s alone',

  check: ({ graph }) => graph.services.flatMap(service => {
    const places = placesOf(service);
    return places.length === 0 ? [] : [Problem.of(service, `${service.name} is at ${listed(places)}, where a cloud hands out the credentials of the machine`)];
  }),
});

function placesOf(service: BackingService): string[] {
  const { isExternal, cidrs = [] } = service.locator;
  const hosts = outsideHosts(service);
  const ranges = [...isExternal ? cidrs : [], ...hosts.flatMap(host => rangeOfHost(host) ?? []).map(rangeText)];
  return [...hosts.filter(isOfMachines), ...distinct(ranges).filter(isOfInstanceServices)];
}

function isOfMachines(host: string): boolean {
  return AMONG_MACHINES.test(host) || HOSTS.some(name => standsFor(host, name));
}
