import { durationText } from '../private/duration-text';
import { CallerGroup } from '../traffic/caller-groups';
import { RequestRoute, requestRoutesOf, VersionShare } from '../traffic/request-routes';
import { RoutedHost } from '../traffic/routed-host';
import { HttpMatchSpec, httpMatchesOf } from './http-match';
import { RetriesSpec, retriesOf } from './retries';

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
  readonly match?: HttpMatchSpec[];
  readonly directResponse: { readonly status: number };
}

/**
 * The last entry of a restricted host. It is spelled out because a sidecar that no entry applies to, by its labels, is given
 * Istio's default route to everything. Source: istio, `buildSidecarVirtualHostsForVirtualService`
 */
export const UNDECLARED: RefusalSpec = { name: 'undeclared', match: undefined, directResponse: { status: 403 } };

interface Destination {
  readonly host: string;
  readonly subset?: string;
  readonly port: { readonly number: number };
}

/** The routes of a group of callers, in order. */
export function httpRoutesOf(host: RoutedHost, group: CallerGroup): (HttpRouteSpec | RefusalSpec)[] {
  return requestRoutesOf(host, group)
    .map(route => route.shares.length === 0 ? refusalOf(route) : forwardingOf(host, route))
    .filter(({ match }) => match?.length !== 0);
}

function refusalOf({ name, matches }: RequestRoute): RefusalSpec {
  return { name, match: httpMatchesOf(matches), directResponse: UNDECLARED.directResponse };
}

function forwardingOf(host: RoutedHost, { name, matches, shares, timeout, retry }: RequestRoute): HttpRouteSpec {
  return {
    name,
    match: httpMatchesOf(matches),
    route: shares.map(share => destinationOf(host, share, shares.length > 1)),
    timeout: timeout && durationText(timeout),
    retries: retriesOf(retry, host.service.protocol),
  };
}

/** A weight stands only among several: one branch takes all. */
function destinationOf({ host, port: number }: RoutedHost, { version, weight }: VersionShare, among: boolean): HttpRouteSpec['route'][number] {
  const port = { number };
  return { destination: version === undefined ? { host, port } : { host, subset: version, port }, weight: among ? weight : undefined };
}
