import { HttpRoute } from '../model/http-route';
import { durationText } from '../private/duration-text';
import { CallerGroup, isRestricted } from './caller-groups';
import { MeshHost } from './mesh-host';
import { RequestMatch, RetriesSpec, retryVariants } from './retry-variants';

/** One entry of a VirtualService's `http` that forwards requests. @internal */
export interface HttpRouteSpec {
  readonly name: string;
  readonly match?: HttpMatchSpec[];
  readonly route: { readonly destination: Destination; readonly weight?: number }[];
  readonly timeout?: string;
  readonly retries: RetriesSpec;
}

/** One entry that refuses requests. @internal */
export interface RefusalSpec {
  readonly name: string;
  readonly directResponse: { readonly status: number };
}

/**
 * The last entry of a restricted host. It is spelled out because a sidecar that no entry applies to, by its labels, is given
 * Istio's default route to everything. Source: istio, `buildSidecarVirtualHostsForVirtualService`
 */
export const UNDECLARED: RefusalSpec = { name: 'undeclared', directResponse: { status: 403 } };

interface HttpMatchSpec extends RequestMatch {
  readonly headers?: Record<string, { readonly exact: string }>;
  readonly sourceLabels?: Record<string, string>;
  readonly sourceNamespace?: string;
}

interface Destination {
  readonly host: string;
  readonly subset?: string;
  readonly port: { readonly number: number };
}

/** The routes of a group of callers: the service's own routes in order, each first for the requests that may be repeated. */
export function httpRoutesOf(host: MeshHost, group: CallerGroup): HttpRouteSpec[] {
  const { routes, protocol } = host.service;
  const { timeout } = group.policy;
  return (routes.length > 0 ? routes : [undefined]).flatMap((route, position) =>
    retryVariants(group.policy, protocol, isRestricted(host)).map(variant => {
      const match = matchesOf(group, route, variant.matches);
      return {
        name: [group.name, routeName(route, position), variant.name].filter(part => part !== '').join('-'),
        match: match.length > 0 ? match : undefined,
        route: destinationsOf(host, route),
        timeout: timeout && durationText(timeout),
        retries: variant.retries,
      };
    }));
}

function routeName(route: HttpRoute | undefined, position: number): string {
  if (!route) return 'all';
  return route.match ? `match-${position + 1}` : 'split';
}

/** Every caller with every kind of request: alternatives of a match are a list, conditions within one are a map. */
function matchesOf(group: CallerGroup, route: HttpRoute | undefined, requests: RequestMatch[]): HttpMatchSpec[] {
  const headers = route?.match ? { headers: { [route.match.headerName]: { exact: route.match.headerValue } } } : {};
  const callers = group.callers.length > 0
    ? group.callers.map(({ source }) => ({ sourceLabels: source.selector, sourceNamespace: source.namespace }))
    : [{}];
  return callers
    .flatMap(caller => (requests.length > 0 ? requests : [{}]).map(request => ({ ...request, ...headers, ...caller })))
    .filter(match => Object.keys(match).length > 0);
}

function destinationsOf({ host, service }: MeshHost, route?: HttpRoute): HttpRouteSpec['route'] {
  const port = { number: service.endpoint.port };
  const weights = Object.entries(route?.weights ?? {}).filter(([, weight]) => weight > 0);
  if (weights.length === 0) return [{ destination: { host, port } }];
  return weights.map(([subset, weight]) => ({ destination: { host, subset, port }, weight: weights.length > 1 ? weight : undefined }));
}
