import { Duration } from 'cdk8s';
import { StringMatch } from './string-match';

/** How a request is changed before it is sent on. Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRewrite */
export interface HttpRewrite {
  /**
   * What takes the place of the path that the route matches, or of the prefix, character by character; where it matches no path, of the "/" that each begins with. A prefix and what takes
   * its place end with "/" both, or neither: `/api` to `/` would make `//x` of `/api/x`.
   *
   * @default - the path stays
   */
  readonly uri?: string;
  /**
   * Host that the request names.
   *
   * @default - the host stays
   */
  readonly authority?: string;
}

/** How headers are changed. Values are no secrets: routes are committed and reviewed. */
export interface HeaderOperations {
  /**
   * Headers that get this value instead of any that they have.
   *
   * @default - none
   */
  readonly set?: Record<string, string>;
  /**
   * Headers that get this value beside those that they have.
   *
   * @default - none
   */
  readonly add?: Record<string, string>;
  /**
   * Headers that are taken away.
   *
   * @default - none
   */
  readonly remove?: string[];
}

/** Which pages of other origins may ask. Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#CorsPolicy */
export interface CorsPolicy {
  /** Origins that may; at least one. */
  readonly allowOrigins: StringMatch[];
  /**
   * Methods that they may use.
   *
   * @default - those that need no leave: GET, HEAD and POST
   */
  readonly allowMethods?: string[];
  /**
   * Headers that they may send.
   *
   * @default - those that need no leave
   */
  readonly allowHeaders?: string[];
  /**
   * Headers of the answer that they may read.
   *
   * @default - those that need no leave
   */
  readonly exposeHeaders?: string[];
  /**
   * How long a browser keeps the leave.
   *
   * @default - as long as the browser does
   */
  readonly maxAge?: Duration;
  /**
   * Whether they may send cookies and the like; only with origins of hosts that are named: a beginning has to go on to the ":" before a port.
   *
   * @default false
   */
  readonly allowCredentials?: boolean;
}

/** Where copies of requests go; nobody waits for the answers. Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMirrorPolicy */
export interface HttpMirror {
  /** Name of a version of the workload behind the service. */
  readonly version: string;
  /**
   * Share of the requests that are copied, above 0 and up to 100.
   *
   * @default 100
   */
  readonly percentage?: number;
}

/** Requests that wait before they are sent on. */
export interface FaultDelay {
  /** How long. */
  readonly fixedDelay: Duration;
  /** Share of the requests, above 0 and up to 100. */
  readonly percentage: number;
}

/** Requests that are answered with a failure instead of being sent on. */
export interface FaultAbort {
  /**
   * Status of the answer, 200..599. Either this or `grpcStatus`.
   *
   * @default - none
   */
  readonly httpStatus?: number;
  /**
   * Status of gRPC, such as UNAVAILABLE. Either this or `httpStatus`.
   *
   * @default - none
   */
  readonly grpcStatus?: string;
  /** Share of the requests, above 0 and up to 100. */
  readonly percentage: number;
}

/** Failures that are made to see what becomes of callers. Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPFaultInjection */
export interface HttpFault {
  /**
   * Requests that wait.
   *
   * @default - none
   */
  readonly delay?: FaultDelay;
  /**
   * Requests that fail.
   *
   * @default - none
   */
  readonly abort?: FaultAbort;
}

/** What happens to the requests of a route on their way. */
export interface HttpRouteOptions {
  /**
   * How a request is changed before it is sent on.
   *
   * @default - not at all
   */
  readonly rewrite?: HttpRewrite;
  /**
   * How the headers of requests are changed.
   *
   * @default - not at all
   */
  readonly requestHeaders?: HeaderOperations;
  /**
   * How the headers of answers are changed.
   *
   * @default - not at all
   */
  readonly responseHeaders?: HeaderOperations;
  /**
   * Which pages of other origins may ask, as sidecars of callers, and gateways that expose the service, answer for it.
   *
   * @default - the program answers for itself
   */
  readonly cors?: CorsPolicy;
  /**
   * Where copies of the requests go.
   *
   * @default - nowhere
   */
  readonly mirrors?: HttpMirror[];
}

/** What happens to requests that match something. Failures are made of such alone, so that who is hit is named. */
export interface MatchedRouteOptions extends HttpRouteOptions {
  /**
   * Failures that are made. Timeouts and retries do not act on a request that one is made of. Where people depend on the topology, as `production` says, they are
   * found (BST752).
   *
   * @default - none
   */
  readonly fault?: HttpFault;
}

/** Where a client is sent instead. Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRedirect */
export interface HttpRedirect {
  /**
   * What takes the place of the path.
   *
   * @default - the path stays
   */
  readonly uri?: string;
  /**
   * Host to ask instead.
   *
   * @default - the host stays
   */
  readonly authority?: string;
  /**
   * `http` or `https`.
   *
   * @default - that of the request
   */
  readonly scheme?: string;
  /**
   * Port to ask at.
   *
   * @default - the usual one of the scheme
   */
  readonly port?: number;
  /**
   * Status of the answer: 301, 302, 303, 307 or 308.
   *
   * @default 301
   */
  readonly redirectCode?: number;
}
