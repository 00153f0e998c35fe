import { Duration } from 'cdk8s';
import { HttpAnswer } from '../model/http-answer';
import { HttpRoute } from '../model/http-route';
import { MatchedRouteOptions } from '../model/http-route-options';
import { RetryPolicy } from '../model/retry-policy';
import { distinct } from '../private/distinct';
import { CallerGroup, isRestricted } from './caller-groups';
import { OperationPaths, undeclaredPaths } from './operation-paths';
import { ANY_REQUEST, conjunctions, matchKey, RequestMatch } from './request-match';
import { requestOf, retryVariants } from './retry-variants';
import { routeNames } from './route-names';
import { RoutedHost } from './routed-host';

/** A version that requests go to. @internal */
export interface VersionShare {
  /** Undefined for any version. */
  readonly version?: string;
  /** Percent of the requests; all shares of a route add up to 100. One of 0 is kept for who shifts requests later. */
  readonly weight: number;
}

/** What becomes of some requests to a host. Routes are tried in order; the first that matches is taken. @internal */
export interface RequestRoute {
  readonly name: string;
  /** Which requests: any of these, at least one. */
  readonly matches: RequestMatch[];
  /** Where they go; nowhere if they are refused, or answered. */
  readonly shares: VersionShare[];
  /** What they are answered instead. */
  readonly answer?: HttpAnswer;
  /** What happens to them on their way. */
  readonly options?: MatchedRouteOptions;
  readonly timeout?: Duration;
  /** Undefined for never. */
  readonly retry?: RetryPolicy;
}

/**
 * The routes of a group of callers: the service's own in order, each first for the requests that may be repeated; none that no request can take. Where
 * only declared operations have routes, what else the contract has among their paths is refused before them: `/orders/export` is among `/orders/{id}`.
 */
export function requestRoutesOf(host: RoutedHost, group: CallerGroup, routes: readonly HttpRoute[] = host.service.routes): RequestRoute[] {
  const { operations } = group.policy;
  const forwarded = (requests: CallerGroup) => forwardedOf(host, requests, routes);
  if (!operations || !isRestricted(host)) return forwarded(group);
  const undeclared = undeclaredPaths(host.service, operations);
  const refused = distinct(operations.flatMap(operation => undeclared.within(operation)));
  if (refused.length === 0) return forwarded(group);
  const declared = new OperationPaths(operations);
  const before = distinct(refused.flatMap(operation => declared.within(operation)));
  return [
    ...forwarded({ ...group, name: named(group.name, 'first'), policy: { ...group.policy, operations: before } }),
    { name: named(group.name, 'refused'), matches: conjunctions([...group.requests], refused.map(requestOf), [ANY_REQUEST], portOf(host)), shares: [] },
    ...forwarded(group),
  ];
}

function forwardedOf(host: RoutedHost, group: CallerGroup, routes: readonly HttpRoute[]): RequestRoute[] {
  if (routes.length === 0) return variants(host, group, 'all');
  const names = routeNames(routes);
  return routes.flatMap((route, position) => variants(host, group, names[position], route));
}

/** A route of the service for the requests that may be repeated, and for the others; what is answered is never repeated. */
function variants(host: RoutedHost, group: CallerGroup, name: string, route?: HttpRoute): RequestRoute[] {
  const isAnswered = route?._answer !== undefined;
  const policy = isAnswered ? { ...group.policy, retry: undefined } : group.policy;
  const taken = new Set<string>();
  return retryVariants(policy, host.service, isRestricted(host)).map(variant => ({
    name: named(group.name, name, variant.name),
    matches: conjunctions([...group.requests], variant.matches, conditionsOf(route), portOf(host)).filter(match => isFirst(matchKey(match), taken)),
    shares: isAnswered ? [] : sharesOf(route),
    answer: route?._answer,
    options: route?.options,
    timeout: isAnswered ? undefined : policy.timeout,
    retry: variant.retry,
  })).filter(({ matches }) => matches.length > 0);
}

/** The first entry that fits takes a request, so that the same match in a later one never acts: of a route for GET, all may be repeated. */
function isFirst(key: string, taken: Set<string>): boolean {
  return !taken.has(key) && taken.add(key) !== undefined;
}

function named(...parts: string[]): string {
  return parts.filter(part => part !== '').join('-');
}

function portOf({ hasOtherPorts, port }: RoutedHost): RequestMatch[] {
  return [hasOtherPorts ? { port } : ANY_REQUEST];
}

function conditionsOf(route: HttpRoute | undefined): RequestMatch[] {
  return route && route.matches.length > 0 ? route.matches.map(({ _conditions: conditions }) => conditions) : [ANY_REQUEST];
}

/** The shares of a route; any version takes all where it says none. */
export function sharesOf(route: HttpRoute | undefined): VersionShare[] {
  const shares = Object.entries(route?.weights ?? {}).map(([version, weight]) => ({ version, weight }));
  return shares.length > 0 ? shares : [{ weight: 100 }];
}
