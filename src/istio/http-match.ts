import { StringMatch } from '../model/string-match';
import { isAnyRequest, RequestMatch } from '../traffic/request-match';
import { pathMatch } from './path-template';

/** How a text is compared, as Istio writes it. @internal */
export type StringMatchSpec = { readonly exact: string } | { readonly prefix: string } | { readonly regex: string };

/** A text, or that there is one. @internal */
export type PresenceSpec = StringMatchSpec | Record<string, never>;

/** What a request must look like, as a VirtualService writes it: all of these conditions. @internal */
export interface HttpMatchSpec {
  readonly method?: StringMatchSpec;
  readonly uri?: StringMatchSpec;
  readonly headers?: Record<string, PresenceSpec>;
  readonly withoutHeaders?: Record<string, PresenceSpec>;
  readonly queryParams?: Record<string, PresenceSpec>;
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
  const { methods, absentHeaders, queryParams, authority, caller, callerNamespace, port } = match;
  return defined<HttpMatchSpec>({
    method: methods && (methods.length === 1 ? { exact: methods[0] } : { regex: methods.join('|') }),
    uri: uriOf(match),
    headers: headersOf(match),
    withoutHeaders: absentHeaders && Object.fromEntries([...absentHeaders].map(name => [name, PRESENT])),
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

/**
 * Whatever is there: Envoy is asked whether it is. An expression that takes all would not do for what has to be absent, because Istio has Envoy take a missing header
 * for an empty one there. Source: istio, pilot/pkg/networking/core/route, canBeConvertedToPresentMatch
 */
const PRESENT: PresenceSpec = {};

/** As Istio compares a text. */
export function stringMatchOf({ type, text }: StringMatch): StringMatchSpec {
  switch (type) {
    case 'exact': return { exact: text };
    case 'prefix': return { prefix: text };
    case 'regex': return { regex: text };
    default: return { regex: '.*' };
  }
}

function textsOf(texts: ReadonlyMap<string, StringMatch>): Record<string, PresenceSpec> {
  return Object.fromEntries([...texts].map(([name, condition]) => [name, condition.type === 'any' ? PRESENT : stringMatchOf(condition)]));
}

function headersOf({ headers, claims }: RequestMatch): HttpMatchSpec['headers'] {
  return headers || claims ? { ...headers && textsOf(headers), ...claims && claimsOf(claims) } : undefined;
}

/** Claims stand among the headers; names on the way to one behind a dot, if none has one itself. Source: https://istio.io/latest/docs/tasks/security/authentication/jwt-route/ */
function claimsOf(claims: ReadonlyMap<string, StringMatch>): Record<string, StringMatchSpec> {
  return Object.fromEntries([...claims].map(([claim, condition]) => [`@request.auth.claims${withDots(claim)}`, stringMatchOf(condition)]));
}

function withDots(claim: string): string {
  return /^(\[[\w-]+\])+$/.test(claim) ? claim.replace(/\[/g, '.').replaceAll(']', '') : claim;
}

function defined<Spec extends object>(fields: { readonly [Field in keyof Spec]: Spec[Field] | undefined }): Spec {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Spec;
}
