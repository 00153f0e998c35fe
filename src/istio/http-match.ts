import { StringMatch } from '../model/string-match';
import { isAnyRequest, RequestMatch } from '../traffic/request-match';
import { pathMatch } from './path-template';

/** How a text is compared, as Istio writes it. @internal */
export type StringMatchSpec = { readonly exact: string } | { readonly prefix: string } | { readonly regex: string };

/** What a request must look like, as a VirtualService writes it: all of these conditions. @internal */
export interface HttpMatchSpec {
  readonly method?: StringMatchSpec;
  readonly uri?: StringMatchSpec;
  readonly headers?: Record<string, StringMatchSpec>;
  readonly withoutHeaders?: Record<string, StringMatchSpec>;
  readonly queryParams?: Record<string, StringMatchSpec>;
  readonly authority?: StringMatchSpec;
  readonly sourceLabels?: Record<string, string>;
  readonly sourceNamespace?: string;
  readonly port?: number;
}

/**
 * Alternatives of a match are a list, conditions within one are a map; no list at all takes every request. A path that nobody can write takes none,
 * so that the list may be empty.
 */
export function httpMatchesOf(matches: RequestMatch[]): HttpMatchSpec[] | undefined {
  return matches.some(isAnyRequest) ? undefined : matches.filter(({ path }) => path === undefined || pathMatch(path) !== undefined).map(specOf);
}

function specOf(match: RequestMatch): HttpMatchSpec {
  const { methods, headers, absentHeaders, queryParams, authority, caller, callerNamespace, port } = match;
  return defined<HttpMatchSpec>({
    method: methods && (methods.length === 1 ? { exact: methods[0] } : { regex: methods.join('|') }),
    uri: uriOf(match),
    headers: headers && textsOf(headers),
    withoutHeaders: absentHeaders && Object.fromEntries([...absentHeaders].map(name => [name, ANY])),
    queryParams: queryParams && textsOf(queryParams),
    authority: authority && stringMatchOf(authority),
    sourceLabels: caller?.selector,
    sourceNamespace: caller?.namespace ?? callerNamespace,
    port,
  });
}

function uriOf({ path, uri }: RequestMatch): StringMatchSpec | undefined {
  return path ? pathMatch(path) : uri && stringMatchOf(uri);
}

/** Whatever is there: Envoy is then asked whether it is. Source: istio, pilot/pkg/networking/core/route, isCatchAllStringMatch */
const ANY: StringMatchSpec = { regex: '.*' };

/** As Istio compares a text. */
export function stringMatchOf({ type, text }: StringMatch): StringMatchSpec {
  switch (type) {
    case 'exact': return { exact: text };
    case 'prefix': return { prefix: text };
    case 'regex': return { regex: text };
    default: return ANY;
  }
}

function textsOf(texts: ReadonlyMap<string, StringMatch>): Record<string, StringMatchSpec> {
  return Object.fromEntries([...texts].map(([name, condition]) => [name, stringMatchOf(condition)]));
}

function defined<Spec extends object>(fields: { readonly [Field in keyof Spec]: Spec[Field] | undefined }): Spec {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Spec;
}
