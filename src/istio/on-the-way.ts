import { CorsPolicy, HeaderOperations, HttpFault, HttpMirror, HttpRewrite, MatchedRouteOptions } from '../model/http-route-options';
import { durationText } from '../private/duration-text';
import { RoutedHost } from '../traffic/routed-host';
import { StringMatchSpec, stringMatchOf } from './http-match';

/** Where an entry of a VirtualService sends requests. @internal */
export interface Destination {
  readonly host: string;
  readonly subset?: string;
  readonly port: { readonly number: number };
}

interface Percent {
  readonly value: number;
}

/** @internal */
export interface HeadersSpec {
  readonly request?: HeaderOperations;
  readonly response?: HeaderOperations;
}

/** @internal */
export interface MirrorSpec {
  readonly destination: Destination;
  readonly percentage: Percent;
}

/** @internal */
export interface FaultSpec {
  readonly delay?: { readonly fixedDelay: string; readonly percentage: Percent };
  readonly abort?: { readonly httpStatus?: number; readonly grpcStatus?: string; readonly percentage: Percent };
}

/** @internal */
export interface CorsPolicySpec extends Pick<CorsPolicy, 'allowMethods' | 'allowHeaders' | 'exposeHeaders' | 'allowCredentials'> {
  readonly allowOrigins: StringMatchSpec[];
  readonly maxAge?: string;
}

interface OnTheWay {
  readonly rewrite?: HttpRewrite;
  readonly headers?: HeadersSpec;
  readonly corsPolicy?: CorsPolicySpec;
  readonly mirrors?: MirrorSpec[];
  readonly fault?: FaultSpec;
}

/** What an entry of a VirtualService does with the requests that it sends on. */
export function onTheWay(host: RoutedHost, { rewrite, requestHeaders, responseHeaders, cors, mirrors, fault }: MatchedRouteOptions): OnTheWay {
  return {
    rewrite,
    headers: requestHeaders || responseHeaders ? { request: requestHeaders, response: responseHeaders } : undefined,
    corsPolicy: cors && corsPolicyOf(cors),
    mirrors: mirrors?.map(mirror => mirrorOf(host, mirror)),
    fault: fault && faultOf(fault),
  };
}

/** A version of what is at the host, or any; or the gateway that relays it. */
export function destinationAt({ host, port: number, through }: RoutedHost, version: string | undefined): Destination {
  if (through) return { host: through.host, subset: through.subset, port: { number: through.port } };
  return version === undefined ? { host, port: { number } } : { host, subset: version, port: { number } };
}

function mirrorOf(host: RoutedHost, { version, percentage = 100 }: HttpMirror): MirrorSpec {
  return { destination: destinationAt(host, version), percentage: { value: percentage } };
}

function corsPolicyOf({ allowOrigins, maxAge, ...policy }: CorsPolicy): CorsPolicySpec {
  return { allowOrigins: allowOrigins.map(stringMatchOf), ...policy, maxAge: maxAge && durationText(maxAge) };
}

function faultOf({ delay, abort }: HttpFault): FaultSpec {
  return {
    delay: delay && { fixedDelay: durationText(delay.fixedDelay), percentage: { value: delay.percentage } },
    abort: abort && { ...abort, percentage: { value: abort.percentage } },
  };
}
