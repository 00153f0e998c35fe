import { CorsPolicy, HeaderOperations, MatchedRouteOptions } from '../model/http-route-options';
import { StringMatch } from '../model/string-match';
import { RequestMatch } from '../traffic/request-match';
import { RequestRoute } from '../traffic/request-routes';

type Lacking<Said> = { readonly [Field in keyof Said]-?: (value: NonNullable<Said[Field]>) => string | undefined };

const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'];
const HOST = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const PATH = /^(?!.*(\/\/|\/\.{1,2}(\/|$)|%2f))\/(?:[-\w/.~!$&'()*+,;=:@]|%[\da-f]{2})*$/i;
const ORIGIN = /^(\*|https?:\/\/((\*\.)?([a-z\d-]+\.)*[a-z\d-]+|\*)(:\d{1,5})?)$/i;
const LONGEST_LIST = 16;
const LONGEST_CORS = 64;
const NAME = /^[\w!#$%&'*+\-.^`|~]+$/;
const ANY = '*';

/** What of a condition an HTTPRoute has no words for. A new condition fails to compile here until it is decided. */
const OF_MATCH: Lacking<RequestMatch> = {
  methods: methods => saying(methods.some(method => !METHODS.includes(method)), 'a method that is none of RFC 9110'),
  uri: lackingOfPath,
  path: () => 'paths with parameters',
  headers: lackingOfTexts,
  absentHeaders: () => 'that a header is missing',
  queryParams: lackingOfTexts,
  claims: () => 'what a token claims',
  authority: () => 'the host that a request names, beside hosts',
  port: () => undefined,
  caller: () => 'who calls',
  callerNamespace: () => 'who calls',
};

/** The same of what happens to requests on their way. */
const OF_OPTIONS: Lacking<MatchedRouteOptions> = {
  rewrite: ({ authority = '' }) => lackingOfHost(authority),
  requestHeaders: lackingOfHeaders,
  responseHeaders: lackingOfHeaders,
  cors: lackingOfCors,
  mirrors: () => undefined,
  fault: () => 'faults',
};

/** What of a route an HTTPRoute has no words for, in words. Source: the CRD of the standard channel of 1.6 */
export function beyondHttpRoute({ matches, options = {}, answer }: RequestRoute): string[] {
  const redirect = answer?.redirect;
  return [
    ...matches.flatMap(match => lacking(OF_MATCH, match)),
    ...lacking(OF_OPTIONS, options),
    ...answer && !redirect ? ['answers of its own'] : [],
    ...redirect ? [lackingOfHost(redirect.authority ?? '') ?? []].flat() : [],
  ];
}

function lacking<Said extends object>(table: Lacking<Said>, said: Said): string[] {
  return (Object.keys(table) as (keyof Said)[]).flatMap(field => (said[field] === undefined ? [] : table[field](said[field]!) ?? []));
}

function saying(is: boolean, words: string): string | undefined {
  return is ? words : undefined;
}

function lackingOfPath({ type, text }: StringMatch): string | undefined {
  if (type === 'regex') return 'an expression for a path, whose place among other routes it leaves open';
  if (type === 'prefix' && !text.endsWith('/')) return 'a beginning of a path that does not end with "/", as it tells paths by whole parts';
  return saying(!PATH.test(text), 'a path with other signs than those of RFC 3986, or with parts such as "." and ".."');
}

/** Of headers, or of parameters of the query. */
function lackingOfTexts(texts: ReadonlyMap<string, StringMatch>): string | undefined {
  if ([...texts.keys()].some(name => !NAME.test(name))) return 'a parameter whose name has other signs than a token of RFC 9110';
  return saying(texts.size > LONGEST_LIST, 'more than 16 headers or parameters in one match');
}

function lackingOfHost(authority: string): string | undefined {
  return saying(authority !== '' && !HOST.test(authority), 'a host with a port or in capitals');
}

function lackingOfHeaders({ set = {}, add = {}, remove = [] }: HeaderOperations): string | undefined {
  return saying([Object.keys(set), Object.keys(add), remove].some(({ length }) => length > LONGEST_LIST), 'more than 16 headers');
}

function lackingOfCors(cors: CorsPolicy): string | undefined {
  return lackingOfOrigins(cors.allowOrigins) ?? lackingOfLists(cors);
}

function lackingOfOrigins(allowOrigins: readonly StringMatch[]): string | undefined {
  if (allowOrigins.some(({ type }) => type === 'prefix' || type === 'regex')) return 'origins by their beginning or by an expression';
  return saying(allowOrigins.some(({ type, text }) => type === 'exact' && !ORIGIN.test(text)), 'an origin that is no scheme with a host');
}

function lackingOfLists({ allowOrigins, allowMethods = [], allowHeaders = [], exposeHeaders = [], maxAge }: CorsPolicy): string | undefined {
  const lists = [allowOrigins.map(({ type, text }) => type === 'any' ? ANY : text), allowMethods, allowHeaders];
  if (lists.some(list => list.includes(ANY) && list.length > 1)) return 'anything beside what is named';
  if ([allowOrigins, allowHeaders, exposeHeaders].some(({ length }) => length > LONGEST_CORS)) return 'more than 64 origins or headers of CORS';
  if (allowMethods.some(method => method !== ANY && !METHODS.includes(method))) return 'a method that is none of RFC 9110';
  return saying(maxAge !== undefined && (maxAge.toMilliseconds() === 0 || maxAge.toMilliseconds() % 1000 > 0), 'ages of less than a second');
}
