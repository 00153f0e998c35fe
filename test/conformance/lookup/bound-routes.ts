import { byCodePoint } from '../../../build-tools/files';
import { Manifest } from '../harness/manifests';
import { speaksHttp } from './arrival';
import { Asked } from './asked';
import { assertKnown, Cluster, KnownHost, KnownPort } from './cluster';
import { millisOf } from './duration';
import { Matching, OF_GRPC, OF_HTTP, RouteMatch } from './route-matches';
import { Routed } from './routes';

interface Rule {
  readonly name?: string;
  readonly matches?: readonly RouteMatch[];
  readonly filters?: readonly { readonly type: string; readonly requestRedirect?: { readonly statusCode?: number } }[];
  readonly backendRefs?: readonly BackendRef[];
  readonly timeouts?: { readonly request?: string };
  readonly retry?: Repeating;
}

interface Repeating {
  readonly codes?: readonly number[];
  readonly attempts?: number;
  readonly backoff?: string;
}

interface Reference {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
}

interface ParentRef extends Reference {
  readonly port?: number;
  readonly sectionName?: string;
}

interface BackendRef extends Reference {
  readonly port: number;
  readonly weight?: number;
}

const OF_REQUESTS: Readonly<Record<string, Matching>> = { HTTPRoute: OF_HTTP, GRPCRoute: OF_GRPC };
/** What changes a request or its answer on the way, and not where it goes. */
const ON_THE_WAY = ['RequestHeaderModifier', 'ResponseHeaderModifier', 'RequestMirror', 'URLRewrite', 'CORS'];

/**
 * Where the routes bound to a port of a Service lead what is asked for there. Routes of other namespaces than the Service's say nothing at a waypoint.
 * Sources: https://gateway-api.sigs.k8s.io/mesh/ (a request that no route matches is rejected); HTTPRouteRule.matches (404);
 * istio 1.31, pilot/pkg/networking/core/listener_waypoint.go (getVirtualServiceForWaypoint)
 *
 * @returns undefined if no route is bound: then it goes to the Service itself
 */
export function routedTo(cluster: Cluster, known: KnownHost, port: KnownPort, asked: Asked): Routed | undefined {
  const bound = (kind: string) => cluster.ofKind(kind).filter(route => isBound(route, known, port));
  if (!speaksHttp(port)) return leadOn(rulesOf(bound('TCPRoute'))[0], known, cluster);
  const kinds = Object.keys(OF_REQUESTS).filter(kind => bound(kind).length > 0);
  if (kinds.length > 1) throw new Error(`${kinds.join(' and ')} are bound to ${known.host}:${port.port}`);
  if (kinds.length === 0) return undefined;
  return leadOn(taken(rulesOf(bound(kinds[0])), OF_REQUESTS[kinds[0]], asked), known, cluster) ?? { status: 404, destinations: [] };
}

function isBound({ metadata: { namespace }, spec }: Manifest, { service, namespace: there }: KnownHost, { name, port }: KnownPort): boolean {
  const isOfService = ({ group, kind, ...parent }: ParentRef) => kind === 'Service' && (group === '' || group === 'core') && parent.name === service?.name;
  return namespace === there && (spec.parentRefs as ParentRef[]).filter(isOfService).some(parent => (
    (parent.namespace ?? namespace) === there && (parent.port ?? port) === port && (parent.sectionName ?? name) === name));
}

/** In the order of their routes' names, where nothing is known of their age. */
function rulesOf(routes: readonly Manifest[]): Rule[] {
  return [...routes].sort((a, b) => byCodePoint(a.metadata.name, b.metadata.name)).flatMap(({ kind, spec }) => {
    assertKnown(kind, spec, ['parentRefs', 'rules']);
    return spec.rules as Rule[];
  });
}

/** The rule of the match that goes before all others which the request meets; of equals the first. */
function taken(rules: readonly Rule[], matching: Matching, asked: Asked): Rule | undefined {
  const met = rules.flatMap(rule => (rule.matches ?? [{}]).filter(match => matching.matches(match, asked))
    .map(match => ({ rule, figures: matching.precedence(match) })));
  return met.sort((a, b) => compared(b.figures, a.figures))[0]?.rule;
}

function compared(one: readonly number[], other: readonly number[]): number {
  return one.map((figure, nth) => figure - other[nth]).find(difference => difference !== 0) ?? 0;
}

function leadOn(rule: Rule | undefined, known: KnownHost, cluster: Cluster): Routed | undefined {
  if (rule === undefined) return undefined;
  const { name: _, matches: __, filters = [], backendRefs = [], timeouts = {}, retry, ...others } = rule;
  assertKnown('HTTPRouteRule', others, []);
  assertKnown('HTTPRouteTimeouts', timeouts, ['request']);
  const timeout = timeouts.request === undefined ? 0 : millisOf(timeouts.request);
  const whole = backendRefs.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return {
    status: statusOf(filters) ?? (whole === 0 ? 500 : undefined),
    destinations: backendRefs.map(backend => destinationOf(backend, known, cluster, whole)),
    // None at all, if it is none. Source: HTTPRouteTimeouts.request
    timeout: timeout === 0 ? undefined : timeout,
    retries: retry && repeatedBy(retry),
  };
}

/** What is said besides of when, whatever its codes are: istio 1.31, pilot/pkg/config/kube/gateway/conversion.go (convertHTTPRoute). */
const ALWAYS = ['connect-failure', 'refused-stream', 'unavailable', 'cancelled'];

function repeatedBy({ codes = [], attempts = 2, backoff, ...others }: Repeating): NonNullable<Routed['retries']> {
  assertKnown('HTTPRouteRetry', others, []);
  return { attempts, on: [...ALWAYS, ...codes.map(String)], backoff: backoff === undefined ? undefined : millisOf(backoff) };
}

function statusOf(filters: NonNullable<Rule['filters']>): number | undefined {
  const unknown = filters.find(({ type }) => type !== 'RequestRedirect' && !ON_THE_WAY.includes(type));
  if (unknown) throw new Error(`the evaluation knows no filter ${unknown.type}`);
  const redirect = filters.find(({ type }) => type === 'RequestRedirect');
  return redirect && (redirect.requestRedirect?.statusCode ?? 302);
}

/** In its percent of the whole. */
function destinationOf({ group = '', kind = 'Service', name, namespace, port, weight = 1 }: BackendRef, known: KnownHost, { clusterDomain }: Cluster, whole: number) {
  if (group !== '' || kind !== 'Service' || (namespace ?? known.namespace) !== known.namespace) throw new Error(`the evaluation knows no backend ${kind} ${namespace}/${name}`);
  return { host: `${name}.${known.namespace}.svc.${clusterDomain}`, port, weight: weight * 100 / whole };
}
