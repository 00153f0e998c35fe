import { StringMatch } from '../model/string-match';
import { isAnyRequest, RequestMatch } from '../traffic/request-match';
import { NamedText, namedTextsOf } from './text-match';

/** What a request must look like, as an HTTPRoute writes it: all of these conditions. @internal */
export interface HttpRouteMatch {
  readonly path?: { readonly type: 'Exact' | 'PathPrefix'; readonly value: string };
  readonly method?: string;
  readonly headers?: NamedText[];
  readonly queryParams?: NamedText[];
}

/**
 * Alternatives are a list; none takes every request. A match has one method, so that one of several becomes several. At which port a request arrives is told by the listener that the route is
 * bound to. Source: https://gateway-api.sigs.k8s.io/reference/spec/#httproutematch
 */
export function httpRouteMatchesOf(matches: readonly RequestMatch[]): HttpRouteMatch[] | undefined {
  const asked = matches.map(({ port: _, ...match }) => match);
  return asked.some(isAnyRequest) ? undefined : asked.flatMap(match => (match.methods ?? [undefined]).map(method => matchOf(match, method)));
}

function matchOf({ uri, headers, queryParams }: RequestMatch, method: string | undefined): HttpRouteMatch {
  return { path: uri && pathOf(uri), method, headers: namedTextsOf(headers), queryParams: namedTextsOf(queryParams) };
}

/** A beginning is told by whole parts of the path, without the "/" at its end. */
function pathOf({ type, text }: StringMatch): HttpRouteMatch['path'] {
  return type === 'exact' ? { type: 'Exact', value: text } : { type: 'PathPrefix', value: withoutSlash(text) };
}

/** A path as whole parts: "/" stays. */
export function withoutSlash(path: string): string {
  return path.replace(/(?<=.)\/$/, '');
}
