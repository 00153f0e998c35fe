import { IAppCheck, ourCheck } from '../model/check';
import { EmittedObject } from '../model/emitted-object';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { quote } from '../private/topology-error';

const KINDS = ['HTTPRoute', 'GRPCRoute', 'TCPRoute'] as const;

/** What of a manifest this rule looks at; some are the author's, so that nothing about their shape is sure. */
interface Spec {
  readonly parentRefs?: unknown;
  readonly hosts?: unknown;
  readonly gateways?: unknown;
}

/** BST670 */
export const serviceRoutedTwice = ourCheck<IAppCheck>({
  code: 'BST670',
  title: 'service-routed-twice',
  severity: Severity.ERROR,
  rationale: 'Of a VirtualService for a host and a route of the Gateway API that is bound to its Service, Istio follows one, and tells of it nowhere. '
    + 'Source: https://istio.io/latest/docs/ambient/migrate/migrate-policies/',
  fix: 'let one mesh rule the topology, by Mesh.istio() or by Mesh.ambient(), and take out what is written by hand beside it',

  check: context => {
    const routed = new Map(KINDS.flatMap(kind => context.objectsOf('gateway.networking.k8s.io', kind)).filter(({ byHand }) => !byHand)
      .flatMap(route => servicesOf(route).map(service => [service, route] as const)));
    if (routed.size === 0) return [];
    return context.objectsOf('networking.istio.io', 'VirtualService').flatMap(object => hostsOf(object).flatMap(host => {
      const route = routed.get(host);
      return route ? [Problem.of(object, `it rules ${quote(host)}, and so does ${route.kind} ${quote(route.name)}, which is bound to that Service`)] : [];
    }));
  },
});

/** The Services that a route is bound to, as `name.namespace`. */
function servicesOf(route: EmittedObject): string[] {
  const { parentRefs } = specOf(route);
  const parents = Array.isArray(parentRefs) ? parentRefs as { readonly kind?: unknown; readonly name?: unknown }[] : [];
  return parents.flatMap(({ kind, name }) => (kind === 'Service' ? [`${String(name)}.${route.namespace}`] : []));
}

/** The Services whose hosts a VirtualService rules for the mesh. */
function hostsOf(object: EmittedObject): string[] {
  const { hosts, gateways } = specOf(object);
  if (Array.isArray(gateways) && gateways.length > 0 && !gateways.includes('mesh')) return [];
  return (Array.isArray(hosts) ? hosts : []).filter(host => typeof host === 'string').map(host => {
    const [name, namespace = object.namespace] = host.split('.');
    return `${name}.${namespace}`;
  });
}

function specOf(object: EmittedObject): Spec {
  return (object.manifest() as { spec?: Spec } | undefined)?.spec ?? {};
}
