import { Manifest } from '../harness/manifests';
import { Asked } from './asked';
import { assertKnown, patternsOf, selects, visibleTo } from './cluster';
import { millisOf } from './duration';

/** What a VirtualService makes of a request. */
export interface Routed {
  /** What is answered instead of sending it on. */
  readonly status?: number;
  readonly destinations: readonly { readonly host: string; readonly port: number; readonly subset?: string; readonly weight: number }[];
  readonly timeout?: number;
  /** Undefined: Istio's own, twice. */
  readonly retries?: { readonly attempts: number; readonly on: readonly string[]; readonly perTryTimeout?: number; readonly backoff?: number };
}

interface Match {
  readonly method?: StringMatch;
  readonly uri?: StringMatch;
  readonly headers?: Readonly<Record<string, StringMatch>>;
  readonly withoutHeaders?: Readonly<Record<string, StringMatch>>;
  readonly queryParams?: Readonly<Record<string, StringMatch>>;
  readonly authority?: StringMatch;
  readonly sourceLabels?: Readonly<Record<string, string>>;
  readonly sourceNamespace?: string;
  readonly port?: number;
}

interface StringMatch {
  readonly exact?: string;
  readonly prefix?: string;
  readonly regex?: string;
}

interface HttpRoute {
  readonly match?: readonly Match[];
  readonly route?: readonly { readonly destination: { readonly host: string; readonly port: { readonly number: number };
    readonly subset?: string; }; readonly weight?: number; }[];
  readonly directResponse?: { readonly status: number };
  readonly redirect?: { readonly redirectCode?: number };
  readonly mirrors?: readonly object[];
  readonly timeout?: string;
  readonly retries?: { readonly attempts: number; readonly retryOn?: string; readonly perTryTimeout?: string; readonly backoff?: string };
}

/**
 * The routes of a host, as the sidecar of a caller takes them: of several VirtualServices those first that the caller's namespace keeps to itself, then
 * those that are exported to it, then public ones; the first with a route that may be the caller's has the host, and the others nothing. Those of a wildcard
 * have a host for which no other is more specific.
 * Sources: istio 1.31, pilot/pkg/model/virtualservice.go, SelectVirtualServices; pilot/pkg/networking/core/route/route.go,
 * separateVSHostsAndServices, buildSidecarVirtualHostsForVirtualService and BuildHTTPRoutesForVirtualService
 *
 * @returns undefined where no route was taken for the caller: then it has Istio's own to the host
 */
export function routesFor(virtualServices: readonly Manifest[],
  { caller, host }: Pick<Asked, 'caller' | 'host'>): readonly HttpRoute[] | undefined {
  if (caller.isGateway) return undefined;
  const seen = virtualServices.filter(isOfSidecars).filter(object => visibleTo(object)?.has(caller.namespace) ?? true);
  const pattern = patternsOf(host).find(each => seen.some(({ spec }) => spec.hosts.includes(each)));
  const ofHost = seen.filter(({ spec }) => spec.hosts.includes(pattern));
  for (const object of ofHost.sort((a, b) => nearness(a, caller.namespace) - nearness(b, caller.namespace))) {
    assertKnown('VirtualService', object.spec, ['hosts', 'exportTo', 'http', 'tcp']);
    const routes = (object.spec.http as HttpRoute[] ?? []).map(route => ofCaller(route, caller)).filter(route => route.match?.length !== 0);
    if (routes.length > 0) return routes;
  }
  return undefined;
}

/** Where gateways are named, "mesh" has to be among them. Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService (gateways) */
function isOfSidecars({ spec }: Manifest): boolean {
  return (spec.gateways ?? ['mesh']).includes('mesh');
}

/** The first route that takes the request. */
export function routed(routes: readonly HttpRoute[], asked: Asked): Routed | undefined {
  const taken = routes.find(({ match }) => match === undefined || match.some(each => matches(each, asked)));
  return taken && routedBy(taken);
}

function nearness(object: Manifest, namespace: string): number {
  const visible = visibleTo(object);
  if (visible === undefined) return 2;
  return visible.size === 1 && object.metadata.namespace === namespace ? 0 : 1;
}

/** Labels and namespace of the caller are looked at when a sidecar is configured: routes without a match that may be its own are not there. */
function ofCaller(route: HttpRoute, { namespace, labels }: Asked['caller']): HttpRoute {
  assertKnown('HTTPRoute', route, [
    'name', 'match', 'route', 'directResponse', 'redirect', 'timeout', 'retries', 'rewrite', 'headers', 'corsPolicy', 'mirrors', 'fault',
  ]);
  return {
    ...route, match: route.match?.filter(match => selects(match.sourceLabels ?? {}, labels) && (match.sourceNamespace === undefined
      || match.sourceNamespace === namespace)),
  };
}

function matches(match: Match, { host, method = '', path = '', headers = {}, port }: Asked): boolean {
  assertKnown('HTTPMatchRequest', match, [
    'method', 'uri', 'headers', 'withoutHeaders', 'queryParams', 'authority', 'sourceLabels', 'sourceNamespace', 'port',
  ]);
  const query = new URLSearchParams(path.split('?')[1] ?? '');
  return (match.port === undefined || match.port === port)
    && fits(match.method, method)
    && fits(match.uri, path.split('?')[0])
    && fits(match.authority, host)
    && Object.entries(match.headers ?? {}).every(([name, value]) => headers[name] !== undefined && fits(value, headers[name]))
    && Object.entries(match.withoutHeaders ?? {}).every(([name, value]) => !(isPresence(value) ? headers[name] !== undefined : fits(value, headers[name] ?? '')))
    && Object.entries(match.queryParams ?? {}).every(([name, value]) => query.has(name) && fits(value, query.get(name)!));
}

/** Source: HTTPMatchRequest: a header whose value is empty is asked for by its name alone. What has to be absent is taken for empty where it is, if anything is said of its value. */
function isPresence(match: StringMatch): boolean {
  return Object.keys(match).length === 0;
}

/** Source: StringMatch; RE2 is held against the whole text. */
function fits(match: StringMatch | undefined, text: string): boolean {
  if (match === undefined || isPresence(match)) return true;
  assertKnown('StringMatch', match, ['exact', 'prefix', 'regex']);
  if (match.exact !== undefined) return match.exact === text;
  if (match.prefix !== undefined) return text.startsWith(match.prefix);
  return new RegExp(`^(?:${match.regex})$`).test(text);
}

function routedBy({ route = [], directResponse, redirect, timeout, retries }: HttpRoute): Routed {
  const weights = route.length > 1 ? route.map(({ weight }) => weight ?? 0) : [100];
  return {
    status: directResponse?.status ?? (redirect && (redirect.redirectCode ?? 301)),
    destinations: route.map(({ destination: { host, port, subset } }, nth) => ({ host, port: port.number, subset, weight: weights[nth] })),
    timeout: timeout === undefined ? undefined : millisOf(timeout),
    retries: retries && {
      attempts: retries.attempts, on: (retries.retryOn ?? '').split(',').filter(word => word !== ''),
      perTryTimeout: retries.perTryTimeout === undefined ? undefined : millisOf(retries.perTryTimeout),
      backoff: retries.backoff === undefined ? undefined : millisOf(retries.backoff),
    },
  };
}
