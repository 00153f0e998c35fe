import { HttpRedirect, HttpRewrite } from '../model/http-route-options';
import { durationText } from '../private/duration-text';
import { CallerGroup } from '../traffic/caller-groups';
import { RequestRoute, requestRoutesOf } from '../traffic/request-routes';
import { RoutedHost } from '../traffic/routed-host';
import { HttpMatchSpec, httpMatchesOf } from './http-match';
import { CorsPolicySpec, FaultSpec, HeadersSpec, MirrorSpec, onTheWay } from './on-the-way';
import { RetriesSpec, retriesOf } from './retries';
import { destinationsOf, WeightedDestination } from './weighted-destinations';

/** One entry of a VirtualService's `http` that forwards requests. @internal */
export interface HttpRouteSpec {
  readonly name: string;
  readonly match?: HttpMatchSpec[];
  readonly route: WeightedDestination[];
  readonly timeout?: string;
  readonly retries: RetriesSpec;
  readonly rewrite?: HttpRewrite;
  readonly headers?: HeadersSpec;
  readonly corsPolicy?: CorsPolicySpec;
  readonly mirrors?: MirrorSpec[];
  readonly fault?: FaultSpec;
}

/** One entry that answers requests itself. @internal */
export interface AnswerSpec {
  readonly name: string;
  readonly match?: HttpMatchSpec[];
  readonly directResponse?: { readonly status: number; readonly body?: { readonly string: string } };
  readonly redirect?: HttpRedirect;
}

/**
 * The last entry of a restricted host. It is spelled out because a sidecar that no entry applies to, by its labels, is given
 * Istio's default route to everything. Source: istio, `buildSidecarVirtualHostsForVirtualService`
 */
export const UNDECLARED: AnswerSpec = { name: 'undeclared', match: undefined, directResponse: { status: 403 } };

/** The routes of a group of callers, in order. */
export function httpRoutesOf(host: RoutedHost, group: CallerGroup): (HttpRouteSpec | AnswerSpec)[] {
  return requestRoutesOf(host, group).map(route => routeSpecOf(host, route)).filter(({ match }) => match?.length !== 0);
}

/** One route as an entry; with an empty list of matches if nobody can write its paths. */
export function routeSpecOf(host: RoutedHost, route: RequestRoute): HttpRouteSpec | AnswerSpec {
  return route.shares.length === 0 ? answerOf(route) : forwardingOf(host, route);
}

function answerOf({ name, matches, answer }: RequestRoute): AnswerSpec {
  const match = httpMatchesOf(matches);
  if (answer === undefined) return { name, match, directResponse: UNDECLARED.directResponse };
  const { redirect, status, body } = answer;
  if (redirect) return { name, match, redirect };
  return { name, match, directResponse: { status: status!, body: body === undefined ? undefined : { string: body } } };
}

function forwardingOf(host: RoutedHost, { name, matches, shares, timeout, retry, options = {} }: RequestRoute): HttpRouteSpec {
  return {
    name,
    match: httpMatchesOf(matches),
    route: destinationsOf(host, shares),
    timeout: timeout && durationText(timeout),
    retries: retriesOf(retry, host.service.protocol),
    ...onTheWay(host, options),
  };
}
