import { Difference } from '../coverage-row';
import { RouteMeaning } from '../meaning/meaning';
import { fullHost, spelledOut } from '../meaning/spelled-out';

/** An HTTPRoute of a Service as the VirtualService that Istio makes of it. */
export const AS_VIRTUAL_SERVICE: Difference = {
  name: 'VirtualService for HTTPRoute',
  why: 'Sidecars are given the same routes for either. Where the sample sends to a Service per version, such as `reviews-v1`, ours sends to a subset of the version\'s pods.',
  alike: meanings => meanings.map(meaning => meaning.kind === 'HTTPRoute' ? spelledOut({
    kind: 'VirtualService',
    host: meaning.parent,
    routes: meaning.rules.map(({ to, ...rule }) => ({ ...rule, to: subsetsOf(to, meaning.parent) })),
  }) : meaning),
};

/** `reviews-v1` is subset v1 of reviews; the host itself is no subset. */
function subsetsOf(to: Record<string, number>, parent: string): RouteMeaning['to'] {
  const [name] = parent.split('.');
  return Object.fromEntries(Object.entries(to).map(([service, weight]) => [fullHost(service) === parent ? 'any' : service.slice(name.length + 1), weight]));
}

