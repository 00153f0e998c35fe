import { assertDuration, assertWhole } from '../private/bounds';
import { frozenList, frozenMap } from '../private/frozen-copy';
import { assertHeaderName } from '../private/header-name';
import { assertNoUserinfo } from '../private/literal-secret';
import { lockMembers } from '../private/lock-members';
import { assertMatchedText, assertNotEntered } from '../private/matched-text';
import { quote, TopologyError } from '../private/topology-error';
import { assertWritten, unsound } from './http-answer';
import { HttpMatch } from './http-match';
import { CorsPolicy, FaultAbort, HeaderOperations, HttpFault, HttpMirror, HttpRewrite, MatchedRouteOptions } from './http-route-options';
import { StringMatch } from './string-match';

const PATH = 'HttpRouteOptions';

/** A copy of the options that takes no change. Throws BST047 if one cannot be. */
export function heldRouteOptions(options: MatchedRouteOptions, matches: readonly HttpMatch[]): MatchedRouteOptions {
  const { rewrite, requestHeaders, responseHeaders, cors, mirrors, fault } = options;
  if (fault && matches.length === 0) throw faultOfAll();
  const held = {
    rewrite: rewrite && heldRewrite(rewrite, matches),
    requestHeaders: requestHeaders && heldOperations(requestHeaders),
    responseHeaders: responseHeaders && heldOperations(responseHeaders),
    cors: cors && heldCors(cors),
    mirrors: mirrors && frozenList(mirrors.map(heldMirror)),
    fault: fault && heldFault(fault),
  };
  lockMembers(held);
  return held;
}

function faultOfAll(): TopologyError {
  return unsound(PATH, 'a fault of every request: nothing names who is hit', 'make it in HttpRoute.when(), with a condition that only trials meet');
}

function heldRewrite({ uri, authority }: HttpRewrite, matches: readonly HttpMatch[]): HttpRewrite {
  if (uri === undefined && authority === undefined) throw unsound(PATH, 'a rewrite that changes nothing', 'say uri or authority, or leave it out');
  if (uri !== undefined && !assertWritten(uri, PATH).startsWith('/')) throw unsound(PATH, `a rewrite to the path ${quote(uri)}, which does not begin with "/"`, 'begin it with "/"');
  if (uri !== undefined) assertJoins(uri, matches);
  if (authority !== undefined) assertNoUserinfo(assertWritten(authority, PATH), PATH);
  return { uri, authority };
}

/**
 * The text stands in the place of the prefix that a request is matched by, character by character, and of "/" where no path is asked for.
 * Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto (prefix_rewrite)
 */
function assertJoins(uri: string, matches: readonly HttpMatch[]): void {
  const asked = matches.length === 0 ? [undefined] : matches.map(({ _conditions: conditions }) => conditions.uri);
  const prefixes = asked.flatMap(match => (match === undefined ? ['/'] : match.type === 'prefix' ? [match.text] : []));
  const wrong = prefixes.find(prefix => prefix.endsWith('/') !== uri.endsWith('/') && !(uri.endsWith('/') && /[^\w/]$/.test(prefix)));
  if (wrong === undefined) return;
  throw unsound(
    PATH,
    `a rewrite of the prefix ${quote(wrong)} to ${quote(uri)} makes ${quote(wrong.endsWith('/') ? `${uri}orders` : `${uri}/orders`)} of ${quote(wrong.endsWith('/') ? `${wrong}orders` : `${wrong}/orders`)}`,
    'end both with "/", or neither',
  );
}

function heldOperations({ set, add, remove }: HeaderOperations): HeaderOperations {
  const names = [...Object.keys(set ?? {}), ...Object.keys(add ?? {}), ...remove ?? []].map(name => assertHeaderName(name, PATH));
  const repeated = names.find((name, position) => names.indexOf(name) !== position);
  if (repeated !== undefined) throw unsound(PATH, `the header ${quote(repeated)} is changed in two ways, and proxies differ in which comes last`, 'change it in one');
  return { set: set && heldHeaders(set), add: add && heldHeaders(add), remove: remove && frozenList(remove.map(name => name.toLowerCase())) };
}

function heldHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return frozenMap(Object.fromEntries(Object.entries(headers).map(([name, value]) => {
    assertNotEntered('the header', name.toLowerCase(), value, PATH);
    return [name.toLowerCase(), assertMatchedText(value, `the value of the header ${quote(name)}`, PATH)];
  })));
}

function heldCors(cors: CorsPolicy): CorsPolicy {
  const { allowOrigins, allowMethods, allowHeaders, exposeHeaders } = assertCors(cors);
  return {
    ...cors,
    allowOrigins: frozenList(allowOrigins),
    allowMethods: allowMethods && frozenList(allowMethods),
    allowHeaders: allowHeaders && frozenList(allowHeaders),
    exposeHeaders: exposeHeaders && frozenList(exposeHeaders),
  };
}

function assertCors(cors: CorsPolicy): CorsPolicy {
  const { allowOrigins, allowHeaders = [], exposeHeaders = [], maxAge, allowCredentials } = cors;
  if (allowOrigins.length === 0) throw unsound(PATH, 'a CORS policy without origins lets nobody in', 'name the origins, or leave it out');
  if (allowCredentials === true && allowOrigins.some(takesStrangers)) {
    throw unsound(PATH, 'a CORS policy that lets pages of hosts which nobody names send cookies', 'name the origins, end a beginning with the ":" before the port, or leave allowCredentials out');
  }
  for (const name of [...allowHeaders, ...exposeHeaders]) if (name !== '*') assertHeaderName(name, PATH);
  assertDuration('maxAge', maxAge, PATH);
  return cors;
}

/** Origins of nobody that is known. */
const STRANGERS = ['https://stranger.invalid', 'http://stranger.invalid', 'null'];
/** Behind the ":" of a port no host goes on: `https://shop.example.com` begins `https://shop.example.com.evil.com` too. */
const WHOLE_HOST = /^[^:]+:\/\/[^:/]+:/;

/** Whether pages of origins are let in that the policy does not name. */
function takesStrangers(origin: StringMatch): boolean {
  return origin.type === 'exact' && origin.text === '*' || origin.type === 'prefix' && !WHOLE_HOST.test(origin.text) || STRANGERS.some(stranger => origin._takes(stranger));
}

function heldMirror({ version, percentage }: HttpMirror): HttpMirror {
  return { version, percentage: percentage === undefined ? undefined : assertShare(percentage) };
}

function heldFault({ delay, abort }: HttpFault): HttpFault {
  if (!delay && !abort) throw unsound(PATH, 'a fault that does nothing', 'say delay or abort, or leave it out');
  if (delay) {
    assertDuration('fixedDelay', delay.fixedDelay, PATH);
    assertShare(delay.percentage);
  }
  return { delay: delay && { ...delay }, abort: abort && heldAbort(abort) };
}

/** Source: https://grpc.io/docs/guides/status-codes/; a failure is none that says OK. */
const GRPC_STATUSES: ReadonlySet<string> = new Set([
  'ABORTED', 'ALREADY_EXISTS', 'CANCELLED', 'DATA_LOSS', 'DEADLINE_EXCEEDED', 'FAILED_PRECONDITION', 'INTERNAL', 'INVALID_ARGUMENT', 'NOT_FOUND', 'OUT_OF_RANGE',
  'PERMISSION_DENIED', 'RESOURCE_EXHAUSTED', 'UNAUTHENTICATED', 'UNAVAILABLE', 'UNIMPLEMENTED', 'UNKNOWN',
]);

function heldAbort(abort: FaultAbort): FaultAbort {
  const { httpStatus, grpcStatus, percentage } = abort;
  if ((httpStatus === undefined) === (grpcStatus === undefined)) throw unsound(PATH, 'an abort answers with one status', 'give either httpStatus or grpcStatus');
  if (httpStatus !== undefined) assertWhole('httpStatus', httpStatus, [200, 599], PATH);
  if (grpcStatus !== undefined && !GRPC_STATUSES.has(grpcStatus)) throw unsound(PATH, `grpcStatus ${quote(grpcStatus)} is no failure of gRPC`, 'give one, such as UNAVAILABLE');
  assertShare(percentage);
  return { ...abort };
}

/** Envoy counts millionths: four decimals of a percentage. */
function assertShare(percentage: number): number {
  if (percentage > 0 && percentage <= 100 && Number(percentage.toFixed(4)) === percentage) return percentage;
  throw unsound(PATH, `percentage ${quote(percentage)}: allowed is above 0 and up to 100, with at most four decimals`, 'give the share of the requests in percent');
}
