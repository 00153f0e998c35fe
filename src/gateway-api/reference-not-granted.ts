import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { ServiceOwner } from '../model/locator';
import { Problem } from '../model/problem';
import { quote } from '../private/topology-error';
import { BoundRoute } from './bound-route';
import { RoutesRead } from './bound-routes';
import { isAcrossNamespaces } from './reference-grant';

/** BST668 */
export const referenceNotGranted = (read: RoutesRead): ITopologyCheck => ourCheck<ITopologyCheck>({
  code: 'BST668',
  title: 'reference-not-granted',
  severity: Severity.WARNING,
  rationale: 'A route may send to a Service of another namespace only where a ReferenceGrant there lets it; else clients are answered 500. That of somebody else\'s Service is its owner\'s to write. '
    + 'Source: https://gateway-api.sigs.k8s.io/api-types/referencegrant/',
  fix: 'ask the owner for the ReferenceGrant, and acknowledge this',

  check: ({ graph }) => read(graph).filter(isTheirsToGive).map(({ kind, name, namespace, to: { service } }) => Problem.of(
    service, `${kind} ${quote(name)} in namespace ${quote(namespace)} sends to it, if a ReferenceGrant in ${quote(service.locator.namespace!)} lets it`)),
});

function isTheirsToGive(bound: BoundRoute): boolean {
  return isAcrossNamespaces(bound) && bound.to.service.locator.owner !== ServiceOwner.WORKLOAD;
}
