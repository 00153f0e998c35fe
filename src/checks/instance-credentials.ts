import { BackingService } from '../model/backing-service';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { outsideHosts } from '../model/outside-hosts';
import { Problem } from '../model/problem';
import { distinct } from '../private/distinct';
import { isOfInstanceServices } from '../private/instance-services';
import { listed } from '../private/topology-error';

/** Names that clouds give to those addresses. */
const HOSTS = ['metadata.google.internal', 'metadata.goog', 'instance-data.ec2.internal', 'metadata.tencentyun.com'];

/** BST518 */
export const instanceCredentials: ITopologyCheck = ourCheck<ITopologyCheck>({
  code: 'BST518',
  title: 'instance-credentials',
  severity: Severity.ERROR,
  rationale: 'At a link-local address a cloud hands out the credentials of the machine to whoever reaches it from there, and those may do more than any workload. '
    + 'Where a service outside may be at any address, network policies leave these out; one whose address ranges lie there, or that has one of their names, '
    + 'opens them. Source: https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html',
  fix: 'give the workload an identity of its own, and take this service out',

  check: ({ graph }) => graph.services.flatMap(service => {
    const places = placesOf(service);
    return places.length === 0 ? [] : [Problem.of(service, `${service.name} is at ${listed(places)}, where a cloud hands out the credentials of the machine`)];
  }),
});

function placesOf(service: BackingService): string[] {
  const { isExternal, cidrs = [] } = service.locator;
  return [...outsideHosts(service).filter(host => HOSTS.includes(host)), ...isExternal ? distinct(cidrs).filter(isOfInstanceServices) : []];
}
