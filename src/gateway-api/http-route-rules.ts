import { HttpRedirect, HttpRewrite } from '../model/http-route-options';
import { RequestRoute } from '../traffic/request-routes';
import { BackendRef, backendRefsOf, Sending } from './backend-refs';
import { BoundRoute } from './bound-route';
import { gatewayDuration } from './gateway-duration';
import { HttpRouteMatch, httpRouteMatchesOf, withoutSlash } from './http-route-matches';
import { HttpRouteRetry, httpRouteRetryOf } from './http-route-retry';
import { filtersOf, PathModifier, RouteFilter } from './route-filters';

/** What becomes of some requests. @internal */
export interface HttpRouteRule {
  readonly name: string;
  readonly matches?: HttpRouteMatch[];
  readonly filters?: RouteFilter[];
  readonly backendRefs?: BackendRef[];
  readonly timeouts?: { readonly request: string };
  readonly retry?: HttpRouteRetry;
}

/** Said where no time limit is, as implementations have limits of their own. Source: https://gateway-api.sigs.k8s.io/reference/spec/#httproutetimeouts (zero) */
const NEVER = '0s';

/** The rules of a route. A path is rewritten as it is matched, so that each match has a rule of its own then. */
export function httpRouteRulesOf(bound: Sending & Pick<BoundRoute, 'routes'>): HttpRouteRule[] {
  return bound.routes.flatMap(route => {
    const rewritten = route.options?.rewrite?.uri !== undefined;
    const matches = httpRouteMatchesOf(route.matches);
    const alone = rewritten && matches !== undefined ? matches.map(match => [match]) : [matches];
    return alone.map((each, position) => ruleOf({ ...route, name: nameOf(route.name, position) }, each, bound));
  });
}

function nameOf(name: string, position: number): string {
  return position === 0 ? name : `${name}-${position + 1}`;
}

function ruleOf(
  { name, answer, options = {}, shares, timeout, retry }: RequestRoute, matches: HttpRouteMatch[] | undefined, sending: Sending,
): HttpRouteRule {
  if (answer?.redirect) return { name, matches, filters: [redirectOf(answer.redirect)] };
  const filters = [...filtersOf(sending.to, options, sending.namespace), ...rewriteOf(options.rewrite ?? {}, matches?.[0])];
  return {
    name, matches,
    filters: filters.length === 0 ? undefined : filters,
    backendRefs: backendRefsOf(sending, shares),
    timeouts: { request: timeout ? gatewayDuration(timeout) : NEVER },
    retry: retry && httpRouteRetryOf(retry),
  };
}

function redirectOf({ scheme, authority, port, uri, redirectCode = 301 }: HttpRedirect): RouteFilter {
  const path: PathModifier | undefined = uri === undefined ? undefined : { type: 'ReplaceFullPath', replaceFullPath: uri };
  return { type: 'RequestRedirect', requestRedirect: { scheme, hostname: authority, port, path, statusCode: redirectCode } };
}

function rewriteOf({ uri, authority: hostname }: HttpRewrite, match: HttpRouteMatch | undefined): RouteFilter[] {
  if (uri === undefined && hostname === undefined) return [];
  return [{ type: 'URLRewrite', urlRewrite: { hostname, path: uri === undefined ? undefined : pathModifierOf(uri, match) } }];
}

/** Of what begins so the rest stays. */
function pathModifierOf(uri: string, match: HttpRouteMatch | undefined): PathModifier {
  if (match?.path?.type === 'Exact') return { type: 'ReplaceFullPath', replaceFullPath: uri };
  return { type: 'ReplacePrefixMatch', replacePrefixMatch: withoutSlash(uri) };
}
