import { Duration } from 'cdk8s';
import { HttpRoute } from '../model/http-route';
import { RetryPolicy } from '../model/retry-policy';
import { CallerGroup, isRestricted } from './caller-groups';
import { ANY_REQUEST, conjunctions, RequestMatch } from './request-match';
import { retryVariants } from './retry-variants';
import { RoutedHost } from './routed-host';

/** A version that requests go to. @internal */
export interface VersionShare {
  /** Undefined for any version. */
  readonly version?: string;
  /** Percent of the requests; all shares of a route add up to 100. */
  readonly weight: number;
}

/** What becomes of some requests to a host. Routes are tried in order; the first that matches is taken. @internal */
export interface RequestRoute {
  readonly name: string;
  /** Which requests: any of these, at least one. */
  readonly matches: RequestMatch[];
  readonly shares: VersionShare[];
  readonly timeout?: Duration;
  /** Undefined for never. */
  readonly retry?: RetryPolicy;
}

/** The routes of a group of callers: the service's own in order, each first for the requests that may be repeated; none that no request can take. */
export function requestRoutesOf(host: RoutedHost, group: CallerGroup): RequestRoute[] {
  const { routes } = host.service;
  const { policy, callers } = group;
  const senders = callers.length > 0 ? callers.map(({ source }) => ({ caller: source })) : [ANY_REQUEST];
  return (routes.length > 0 ? routes : [undefined]).flatMap((route, position) =>
    retryVariants(policy, host.service, isRestricted(host)).map(variant => ({
      name: [group.name, nameOf(route, position), variant.name].filter(part => part !== '').join('-'),
      matches: conjunctions(senders, variant.matches, [conditionOf(route)], [host.hasOtherPorts ? { port: host.port } : ANY_REQUEST]),
      shares: sharesOf(route),
      timeout: policy.timeout,
      retry: variant.retry,
    }))).filter(({ matches }) => matches.length > 0);
}

function nameOf(route: HttpRoute | undefined, position: number): string {
  if (!route) return 'all';
  return route.match ? `match-${position + 1}` : 'split';
}

function conditionOf(route: HttpRoute | undefined): RequestMatch {
  return route?.match ? { headers: new Map([[route.match.headerName, route.match.headerValue]]) } : ANY_REQUEST;
}

function sharesOf(route: HttpRoute | undefined): VersionShare[] {
  const shares = Object.entries(route?.weights ?? {}).filter(([, weight]) => weight > 0).map(([version, weight]) => ({ version, weight }));
  return shares.length > 0 ? shares : [{ weight: 100 }];
}
