import { BackingService } from './backing-service';
import { KubernetesServiceOptions } from './kubernetes-service-options';
import { Locator } from './locator';

/** How each Kubernetes Service is made, by its host: as the first says that says anything of one that several share (BST638 holds the others to the same). */
export function optionsByHost(services: readonly BackingService[]): ReadonlyMap<string, KubernetesServiceOptions> {
  const said = services.flatMap(({ locator: { kubernetesServices, namespace } }) => (
    Object.entries(kubernetesServices).map(([service, options]) => [`${service}.${namespace}.svc`, options] as const)));
  return new Map(said.reverse());
}

/** The first option of a Kubernetes Service, by name, that two of the backing services which share it say otherwise; nothing if one of them says none. */
export function optionSaidOtherwise(service: string, one: Locator, other: Locator): string | undefined {
  if (!saysHow(service, one) || !saysHow(service, other)) return undefined;
  const [first, second] = [one._optionsOf(service), other._optionsOf(service)];
  const options = [...new Set([...Object.keys(first), ...Object.keys(second)])].sort() as (keyof KubernetesServiceOptions)[];
  return options.find(option => meaning(first, option) !== meaning(second, option));
}

function saysHow(service: string, { kubernetesServices }: Locator): boolean {
  return Object.hasOwn(kubernetesServices, service);
}

/** Equal for what is said in other words or in another order: durations by their length, maps by their keys. */
function meaning(options: KubernetesServiceOptions, option: keyof KubernetesServiceOptions): string {
  if (option === 'clientAffinity') return String(options.clientAffinity?.toMilliseconds());
  const value: unknown = options[option];
  return JSON.stringify(isMap(value) ? Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1) : value) ?? '';
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
