import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { ServiceOwner } from '../model/locator';
import { Problem } from '../model/problem';
import { quote } from '../private/topology-error';
import { ExposedTogether } from '../traffic/exposed-together';
import { exposedHere } from './exposed-here';
import { kindOfRoute } from './kind-of-route';
import { isAcrossNamespaces } from './reference-grant';

/** BST668 */
export const referenceNotGranted = ourCheck<ITopologyCheck>({
  code: 'BST668',
  title: 'reference-not-granted',
  severity: Severity.WARNING,
  rationale: 'A route may send to a Service of another namespace only where a ReferenceGrant there lets it; else clients are answered 500. That of somebody else\'s Service is its owner\'s to write. '
    + 'Source: https://gateway-api.sigs.k8s.io/api-types/referencegrant/',
  fix: 'ask the owner for the ReferenceGrant, and acknowledge this',

  check: ({ graph }) => exposedHere(graph).filter(isTheirsToGive).map(together => {
    const { exposure: { gateway, service } } = together;
    const route = `a route (${kindOfRoute(together)}) in namespace ${quote(gateway.configNamespace)}`;
    return Problem.of(service, `${gateway.name} sends to it by ${route}, if a ReferenceGrant in ${quote(service.locator.namespace!)} lets it`);
  }),
});

function isTheirsToGive(together: ExposedTogether): boolean {
  return isAcrossNamespaces(together) && together.exposure.service.locator.owner !== ServiceOwner.WORKLOAD;
}
