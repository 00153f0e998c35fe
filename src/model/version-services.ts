import { lastingLabels } from '../private/lasting-labels';
import { Locator } from './locator';

/** Where it tells versions apart, no label of a release has to. */
const VERSION = 'version';

/** A Kubernetes Service of one version of a workload, beside the common one. @internal */
export interface VersionService {
  readonly name: string;
  /** The Service that all versions have in common. */
  readonly common: string;
  /** Labels that select the pods of the version. */
  readonly podLabels: Record<string, string>;
}

/** The Services per version that a locator declares, each common Service's in the order of its versions. */
export function versionServicesOf({ kubernetesServices, workload }: Locator): VersionService[] {
  const common = Object.keys(kubernetesServices).filter(service => kubernetesServices[service].perVersion === true);
  return common.flatMap(service => (workload?.versions ?? []).flatMap(({ name, labels }) => (
    name === undefined ? [] : [{ name: `${service}-${name}`, common: service, podLabels: VERSION in labels ? lastingLabels(labels) : labels }])));
}

/** The names of all Kubernetes Services of a locator, those of single versions among them; none outside of the cluster. */
export function serviceNamesOf(locator: Locator): string[] {
  return [...locator.addresses.flatMap(({ service }) => service ?? []), ...versionServicesOf(locator).map(({ name }) => name)];
}
