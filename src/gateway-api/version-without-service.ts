import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { versionServicesOf } from '../model/version-services';
import { listed } from '../private/topology-error';
import { ExposedTogether } from '../traffic/exposed-together';
import { serviceOf } from './backend-refs';
import { exposedHere } from './exposed-here';
import { versionsOf } from './sent-versions';

/** BST667 */
export const versionWithoutService = ourCheck<ITopologyCheck>({
  code: 'BST667',
  title: 'version-without-service',
  severity: Severity.ERROR,
  rationale: 'A route of the Gateway API sends to Services, and knows no other way to tell versions apart. Source: https://gateway-api.sigs.k8s.io/guides/traffic-splitting/',
  fix: 'say `kubernetesService: { perVersion: true }` where its provider is declared, or send to any version',

  check: ({ graph }) => exposedHere(graph).flatMap(together => {
    const missing = versionsMissing(together);
    return missing.length === 0 ? [] : [Problem.of(together.exposure, `it sends to ${listed(missing)}, without ${missing.length === 1 ? 'a Service of its' : 'Services of their'} own`)];
  }),
});

function versionsMissing(together: ExposedTogether): string[] {
  const made = new Set(versionServicesOf(together.exposure.service.locator).map(({ name }) => name));
  return versionsOf(together).flatMap(version => (version === undefined || made.has(serviceOf(together.to, version)) ? [] : [version]));
}
