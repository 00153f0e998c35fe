import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { versionServicesOf } from '../model/version-services';
import { listed } from '../private/topology-error';
import { serviceOf } from './backend-refs';
import { BoundRoute } from './bound-route';
import { RoutesRead } from './bound-routes';
import { versionsOf } from './sent-versions';

/** BST667 */
export const versionWithoutService = (read: RoutesRead): ITopologyCheck => ourCheck<ITopologyCheck>({
  code: 'BST667',
  title: 'version-without-service',
  severity: Severity.ERROR,
  rationale: 'A route of the Gateway API sends to Services, and knows no other way to tell versions apart. Source: https://gateway-api.sigs.k8s.io/guides/traffic-splitting/',
  fix: 'say `kubernetesService: { perVersion: true }` where its provider is declared, or send to any version',

  check: ({ graph }) => read(graph).flatMap(bound => {
    const missing = versionsMissing(bound);
    return missing.length === 0 ? [] : [Problem.of(bound.subject, `it sends to ${listed(missing)}, without ${missing.length === 1 ? 'a Service of its' : 'Services of their'} own`)];
  }),
});

function versionsMissing(bound: BoundRoute): string[] {
  const { service: { locator } } = bound.to;
  if (locator.isExternal || locator.workload?.release) return [];
  const made = new Set(versionServicesOf(locator).map(({ name }) => name));
  return versionsOf(bound).flatMap(version => (version === undefined || made.has(serviceOf(bound.to, version)) ? [] : [version]));
}
