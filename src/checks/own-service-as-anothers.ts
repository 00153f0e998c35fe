import { BackingService } from '../model/backing-service';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { ServiceOwner } from '../model/locator';
import { Problem } from '../model/problem';
import { serviceNamesOf } from '../model/version-services';
import { grouped } from '../private/grouped';
import { quote } from '../private/topology-error';

/** BST626 */
export const ownServiceAsAnothers: ITopologyCheck = ourCheck<ITopologyCheck>({
  code: 'BST626',
  title: 'own-service-as-anothers',
  severity: Severity.ERROR,
  rationale: 'Policies let those in who depend on a service of the workload. Whoever depends on it by another name, as if it were another team\'s, is not among '
    + 'them and is turned away, and a mesh would have two sets of rules for one host. Source: https://istio.io/latest/docs/reference/config/security/authorization-policy/',
  fix: 'depend on the service that the workload provides',

  check: ({ graph: { services } }) => {
    const ours = services.filter(({ locator }) => locator.owner === ServiceOwner.WORKLOAD);
    const own = grouped(ours.flatMap(service => placesOf(service).map(place => ({ place, service }))), ({ place }) => place);
    return services.filter(({ locator }) => locator.owner === ServiceOwner.IN_CLUSTER).flatMap(service => {
      const place = placesOf(service).find(each => own.has(each));
      if (place === undefined) return [];
      const { path } = meantBy(service, own.get(place)!.map(each => each.service));
      return [Problem.of(service, `${service.name} is the Service ${quote(place)}, which ${path} is as well`, `depend on ${path}, and take ${service.name} out`)];
    });
  },
});

function placesOf({ locator }: BackingService): string[] {
  return serviceNamesOf(locator).map(name => `${name}.${locator.namespace}`);
}

/** Of several at one Service, the one at the port that is dialled. */
function meantBy({ locator: { primary } }: BackingService, ours: readonly BackingService[]): BackingService {
  return ours.find(({ locator }) => locator.primary.port === primary.port) ?? ours[0];
}
