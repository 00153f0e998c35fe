import { Address } from '../model/address';
import { BackingService } from '../model/backing-service';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { ServiceOwner } from '../model/locator';
import { Problem } from '../model/problem';
import { optionSaidOtherwise } from '../model/shared-service-options';
import { grouped } from '../private/grouped';
import { quote } from '../private/topology-error';

const PORT_FIX = 'give each a port of its own, or another Service by its option service';

/** BST638 */
export const serviceOfUnlikeParts = ourCheck<ITopologyCheck>({
  code: 'BST638',
  title: 'service-of-unlike-parts',
  severity: Severity.ERROR,
  rationale: 'Backing services that name one Kubernetes Service share it. A Service selects the pods of one workload, is made in one way as a whole, and leads each of its ports to '
    + 'one port of them; requests to one port have one set of routes and rules in a mesh. Source: https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services',
  fix: 'name another Service for one of them, by its option service, or give each a port of its own',

  check: ({ graph: { services } }) => {
    const ours = services.filter(({ locator }) => locator.owner === ServiceOwner.WORKLOAD);
    const places = ours.flatMap(service => service.locator.addresses.map((address): Part => ({ service, address })));
    return [...grouped(places, ({ service: { locator }, address }) => `${locator.namespace} ${address.service}`).values()]
      .filter(parts => parts.some(({ service }) => service.locator.declaresServices)).flatMap(problemsOf);
  },
});

/** A backing service at a port of a Kubernetes Service. */
interface Part {
  readonly service: BackingService;
  readonly address: Address;
}

/** One problem for each further backing service, that of the Service as a whole before that of a port. */
function problemsOf([first, ...others]: readonly Part[]): Problem[] {
  const byPort = new Map([[first.address.port, first]]);
  const problems = new Map<BackingService, Problem>();
  for (const part of others) {
    const there = byPort.get(part.address.port);
    if (!there) byPort.set(part.address.port, part);
    const problem = part.service === first.service ? undefined : ofService(part, first) ?? (there && ofPort(part, there));
    if (problem && !problems.has(part.service)) problems.set(part.service, problem);
  }
  return [...problems.values()];
}

function ofService({ service, address }: Part, first: Part): Problem | undefined {
  const name = quote(address.service);
  const other = first.service;
  if (service.locator.workload !== other.locator.workload) {
    return Problem.of(service, `the Service ${name} is that of ${other.path} too, which ${other.locator.workload!.name} provides and not ${service.locator.workload!.name}`,
      'name another Service for one of them, by its option service');
  }
  if (service.locator.declaresServices !== other.locator.declaresServices) {
    return Problem.of(service, `the Service ${name} is made for one and there already for the other: ${other.path}`, 'give service for both, or existingService for both');
  }
  if (address.headless !== first.address.headless) {
    return Problem.of(service, `the Service ${name} is headless for one and not for the other: ${other.path}`,
      'say headless of both or of neither, or name another Service for one of them, by its option service');
  }
  const option = optionSaidOtherwise(address.service!, other.locator, service.locator);
  return option === undefined ? undefined : Problem.of(service, `kubernetesService says ${option} of the Service ${name} otherwise than for ${other.path}`,
    'say kubernetesService of one of them, or alike of both');
}

/** Connections to one port lead to one place, whichever backing service they are to. */
function ofPort({ service, address }: Part, { service: other, address: there }: Part): Problem | undefined {
  if (service === other) return undefined;
  const port = `port ${address.port} of the Service ${quote(address.service)}`;
  if (address.targetPort !== there.targetPort || address.appProtocol !== there.appProtocol) {
    return Problem.of(service, `${port} leads to ${address.appProtocol} on port ${address.targetPort} here, and to ${there.appProtocol} on port ${there.targetPort} for ${other.path}`, PORT_FIX);
  }
  return address.showsRequests ? Problem.of(service, `${port} answers requests for ${other.path} too, and the routes of one would hold for both`, PORT_FIX) : undefined;
}
