import { CorsPolicy, HeaderOperations, HttpMirror, HttpRouteOptions } from '../model/http-route-options';
import { StringMatch } from '../model/string-match';
import { RoutedHost } from '../traffic/routed-host';
import { BackendRef, backendAt } from './backend-refs';

interface Header {
  readonly name: string;
  readonly value: string;
}

/** @internal */
export interface HeaderModifier {
  readonly set?: Header[];
  readonly add?: Header[];
  readonly remove?: readonly string[];
}

interface Cors {
  readonly allowOrigins: string[];
  readonly allowMethods?: readonly string[];
  readonly allowHeaders?: readonly string[];
  readonly exposeHeaders?: readonly string[];
  readonly maxAge?: number;
  readonly allowCredentials?: boolean;
}

/** How a path is changed. @internal */
export type PathModifier =
  | { readonly type: 'ReplaceFullPath'; readonly replaceFullPath: string }
  | { readonly type: 'ReplacePrefixMatch'; readonly replacePrefixMatch: string };

interface RequestMirror {
  readonly backendRef: BackendRef;
  readonly percent?: number;
  readonly fraction?: { readonly numerator: number; readonly denominator: number };
}

interface RequestRedirect {
  readonly scheme?: string;
  readonly hostname?: string;
  readonly port?: number;
  readonly path?: PathModifier;
  readonly statusCode: number;
}

/** What a rule of a route does with requests, one of these each. @internal */
export interface RouteFilter {
  readonly type: 'RequestHeaderModifier' | 'ResponseHeaderModifier' | 'RequestMirror' | 'RequestRedirect' | 'URLRewrite' | 'CORS';
  readonly requestHeaderModifier?: HeaderModifier;
  readonly responseHeaderModifier?: HeaderModifier;
  readonly requestMirror?: RequestMirror;
  readonly requestRedirect?: RequestRedirect;
  readonly urlRewrite?: { readonly hostname?: string; readonly path?: PathModifier };
  readonly cors?: Cors;
}

/** What happens to requests on their way, but that their path or host is changed. */
export function filtersOf(to: RoutedHost, options: HttpRouteOptions, routeNamespace: string): RouteFilter[] {
  const { requestHeaders, responseHeaders, mirrors = [], cors } = options;
  return [
    ...requestHeaders ? [{ type: 'RequestHeaderModifier', requestHeaderModifier: modifierOf(requestHeaders) } as const] : [],
    ...responseHeaders ? [{ type: 'ResponseHeaderModifier', responseHeaderModifier: modifierOf(responseHeaders) } as const] : [],
    ...mirrors.map(mirror => ({ type: 'RequestMirror', requestMirror: mirrorOf(to, mirror, routeNamespace) } as const)),
    ...cors ? [{ type: 'CORS', cors: corsOf(cors) } as const] : [],
  ];
}

function modifierOf({ set, add, remove }: HeaderOperations): HeaderModifier {
  return { set: set && headersOf(set), add: add && headersOf(add), remove };
}

function headersOf(headers: Readonly<Record<string, string>>): Header[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}

/** Shares have at most four decimals. */
const MILLIONTHS = 1_000_000;

/** All requests where no share is said. */
function mirrorOf(to: RoutedHost, { version, percentage = 100 }: HttpMirror, routeNamespace: string): RequestMirror {
  const backendRef = backendAt(to, version, routeNamespace);
  if (percentage === 100) return { backendRef };
  return Number.isInteger(percentage) ? { backendRef, percent: percentage }
    : { backendRef, fraction: { numerator: Math.round(percentage * MILLIONTHS / 100), denominator: MILLIONTHS } };
}

function corsOf({ allowOrigins, maxAge, ...policy }: CorsPolicy): Cors {
  return { allowOrigins: allowOrigins.map(originOf), ...policy, maxAge: maxAge && Math.floor(maxAge.toMilliseconds() / 1000) };
}

function originOf({ type, text }: StringMatch): string {
  return type === 'any' ? '*' : text;
}
