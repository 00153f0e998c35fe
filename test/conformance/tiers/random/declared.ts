import { WildAccessRule, WildAdmitted, WildDependency, WildPolicy, WildService, WildTopology, WildWorkload } from '../../fixtures/wild/plan';
import { IDEMPOTENT } from '../../fixtures/wild/plan-contract';
import { showsRequests } from '../../fixtures/wild/plan-services';
import { makerOf } from '../../fixtures/wild/surroundings';
import { isWithin } from '../../lookup/address-ranges';
import { Asked } from '../../lookup/asked';
import { balancingOf } from './declared-balancing';
import { Meant, operationOf, operationsAt } from './declared-operations';
import { routeTaken } from './routes-taken';

/** Who asks: a workload of the plan, or nobody that it knows. */
export interface Asking {
  readonly workload?: WildWorkload;
  readonly namespace: string;
  /** Whether it has an identity in the mesh. */
  readonly isInMesh: boolean;
  /** Whether its sidecar is told of what it depends on alone. */
  readonly isScoped?: boolean;
}

/** From which who has no sidecar comes. */
export const OUTSIDE = '203.0.113.7';

/** A request to a service, in words of the declaration. */
export interface Request extends Pick<Asked, 'method' | 'path' | 'headers'> {
  readonly topology: WildTopology;
  readonly service: WildService;
  readonly asking: Asking;
  /** Besides the locator's host. */
  readonly furtherHost?: string;
}

/** Conditions in the words of a proxy, and whether one of them lets the service have done something. */
const WORDS: Readonly<Record<string, string>> = {
  CONNECT_FAILURE: 'connect-failure', REFUSED_STREAM: 'refused-stream', RESET_BEFORE_REQUEST: 'reset-before-request', GATEWAY_ERROR: 'gateway-error',
  SERVER_ERROR: '5xx', UNAVAILABLE: 'unavailable',
};
const SAFE: ReadonlySet<string> = new Set(['connect-failure', 'refused-stream', 'reset-before-request']);

/** The dependency that makes the request one that was declared; "undeclared" if there is none, undefined where the declaration leaves it open. */
export function allowedBy(request: Request): WildDependency | 'undeclared' | undefined {
  const { topology, service, asking } = request;
  const found = dependenciesOf(topology, asking.workload).filter(({ service: id }) => isSameDoor(topology, service, id));
  const judged = found.map(dependency => ({ dependency, is: isOf(dependency, request) }));
  const own = judged.find(({ dependency, is }) => is === true && dependency.service === service.id);
  if (own) return own.dependency;
  if (judged.some(({ is }) => is !== false)) return undefined;
  return 'undeclared';
}

/** Whether the workload behind a service lets in who asks, whatever is declared of calls. */
export function isAdmitted(request: Request): boolean {
  const { topology, service: { provider } } = request;
  if (provider.by !== 'workload') return false;
  const { admits = [] } = topology.workloads.find(({ id }) => id === provider.workload)!;
  return [...admits, ...topology.everyAdmits ?? []].filter(({ port }) => port === (provider.targetPort ?? provider.port))
    .some(peer => isPeer(peer, request) && isWith(peer, request));
}

/** Whether mutual TLS alone is taken by pods that are not guarded, by what is said of them, of their namespace or of the mesh; who is admitted there may open it. */
export function takesNoPlaintext({ topology, service: { provider } }: Request): boolean {
  if (provider.by !== 'workload' || topology.mesh === undefined) return false;
  const { standing, namespace, mutualTls, admits = [] } = topology.workloads.find(({ id }) => id === provider.workload)!;
  const port = provider.targetPort ?? provider.port;
  if (standing !== 'MIGRATING' || [...admits, ...topology.everyAdmits ?? []].some(peer => peer.port === port)) return false;
  const { meshPolicy, namespacePolicies = {} } = topology.mesh;
  const ofPort = mutualTls?.ports.find(each => each.port === port)?.mode;
  return (ofPort ?? mutualTls?.mode ?? namespacePolicies[namespace]?.mutualTls ?? meshPolicy?.mutualTls) === 'STRICT';
}

/** Whether a token that nobody here has is demanded, or a policy is about what asks. */
export function isTurnedAway(request: Request): boolean {
  const { topology, service, path, method } = request;
  const { provider } = service;
  if (provider.by !== 'workload') return false;
  const { requires, enforces = [] } = topology.workloads.find(({ id }) => id === provider.workload)!;
  const isExcepted = requires?.exceptPaths?.includes(path!) === true || requires?.exceptMethods?.includes(method!) === true;
  if (requires && !requires.optional && showsRequests(service) && !isExcepted) return true;
  return enforces.some(({ action, dryRun, rules }) => action === 'deny' && dryRun !== true && rules.some(rule => isAbout(rule, request)));
}

function isAbout({ by, caller }: WildAccessRule, { topology, service, asking, method, path }: Request): boolean {
  switch (by) {
    case 'never': return false;
    case 'method': return showsRequests(service) && method === 'PATCH';
    case 'path': return showsRequests(service) && path!.startsWith('/nobody/');
    case 'caller': {
      const { namespace, account } = topology.workloads.find(({ id }) => id === caller)!;
      return asking.workload?.namespace === namespace && asking.workload.account === account;
    }
  }
}

/** Accounts of peers are nobody's who asks. */
function isPeer({ by, namespace, cidrs }: WildAdmitted, { asking }: Request): boolean {
  switch (by) {
    case 'anyone': return true;
    case 'anyMeshPods': return asking.isInMesh;
    case 'namespace': return asking.isInMesh && asking.namespace === namespace;
    case 'meshPods': return false;
    default: return !asking.isInMesh && (by === 'pods' || isWithin(OUTSIDE, cidrs));
  }
}

/** Only of the patterns that are planned. */
function isWith({ methods, paths }: WildAdmitted, { method = '', path = '' }: Request): boolean {
  const expressions = paths?.map(pattern => new RegExp(`^${pattern.replace(/\{\*\*\}|^\*|\*$/g, '.*').replaceAll('{*}', '[^/]+')}$`));
  return (methods?.includes(method) ?? true) && (expressions?.some(expression => expression.test(path)) ?? true);
}

/** What the service is dialled by. */
export function dependencyOf({ topology, service, asking }: Request): WildDependency | undefined {
  return dependenciesOf(topology, asking.workload).find(({ service: id }) => id === service.id);
}

function dependenciesOf({ dependencies }: WildTopology, workload: WildWorkload | undefined): WildDependency[] {
  return workload === undefined ? [] : dependencies.filter(({ consumer }) => consumer === workload.id);
}

/** Services of one workload on one port of its pods have one door. */
function isSameDoor({ services }: WildTopology, one: WildService, id: string): boolean {
  const other = services.find(each => each.id === id)!;
  if (one === other) return true;
  const [a, b] = [one.provider, other.provider];
  return a.by === 'workload' && b.by === 'workload' && a.workload === b.workload && (a.targetPort ?? a.port) === (b.targetPort ?? b.port);
}

/** Whether a request is what a dependency declares; undefined where its contract leaves that open. */
export function isOf({ operations, service }: WildDependency, request: Request): boolean | undefined {
  if (operations === undefined) return true;
  const contract = operationsAt(request.topology.services.find(({ id }) => id === service)!);
  const meant = operationOf(contract, request.method!, request.path!);
  return meant === 'ambiguous' ? undefined : meant !== 'none' && operations.includes(meant.id);
}

/** Whether somebody in a namespace says something of the traffic to a service; then nothing there is left to its owner. */
export function isRuledIn(namespace: string, { topology, service }: Request): boolean {
  return topology.dependencies.some(dependency => dependency.service === service.id
    && topology.workloads.find(({ id }) => id === dependency.consumer)!.namespace === namespace
    && [dependency.timeout, dependency.connectTimeout, dependency.retry, dependency.circuitBreaker,
      dependency.connectionPool].some(said => said !== undefined));
}

/** Percent by what makes the pods. */
export function sharesOf(request: Request): Record<string, number> | undefined {
  const { topology, service: { provider } } = request;
  if (provider.by !== 'workload') return undefined;
  const workload = topology.workloads.find(({ id }) => id === provider.workload)!;
  const route = routeTaken(request);
  if (!route || Object.keys(route.weights).length === 0) return { [workload.versions.map(({ name }) => makerOf(workload, name)).sort().join(', ')]: 100 };
  return Object.fromEntries(Object.entries(route.weights).filter(([, weight]) => weight > 0).map(([version, weight]) => [makerOf(workload,
    version), weight]));
}

/** How the request is repeated; undefined where the declaration leaves it open. */
export function retriesOf({ retry, operations }: WildPolicy, { service, method = '', path = '' }: Request) {
  const never = { attempts: 0, on: [] as string[] };
  if (!retry || retry.count === 0) return never;
  const on = conditionsOf(retry, service.kind === 'grpc');
  const repeated = { attempts: retry.count, on, perTryTimeout: retry.perTryTimeout, backoff: retry.backoff ?? 25 };
  if (on.every(condition => SAFE.has(condition))) return repeated;
  const meant = operationOf(operationsAt(service), method, path);
  if (service.kind === 'grpc') return isIdempotent(service, path, meant) ? repeated : never;
  if (meant === 'ambiguous') return undefined;
  if (operations !== undefined) return meant !== 'none' && meant.retriable ? repeated : never;
  // A contract may know better than the method; who names no operations has not said by which of them to go.
  if (meant !== 'none' && meant.retriable !== IDEMPOTENT.has(method)) return undefined;
  return IDEMPOTENT.has(method) ? repeated : never;
}

/** Of gRPC, by what the service names or by its contract. */
function isIdempotent({ idempotentMethods = [] }: WildService, path: string, meant: Meant): boolean {
  return idempotentMethods.some(name => path === `/${name}`) || typeof meant !== 'string' && meant.retriable;
}

function conditionsOf({ on }: NonNullable<WildPolicy['retry']>, isGrpc: boolean): string[] {
  return on?.map(word => WORDS[word] ?? String(word)) ?? ['connect-failure', 'refused-stream', isGrpc ? 'unavailable' : 'gateway-error'];
}

/** How the caller connects. */
export function connectingOf(policy: WildPolicy, { service, furtherHost }: Request) {
  const { circuitBreaker: breaker, connectionPool: pool, connectTimeout } = policy;
  const level = showsRequests(service) ? 'http' : 'tcp';
  return {
    balancing: balancingOf(service), tls: tlsOf(service, furtherHost),
    breaker: breaker && {
      ...breaker.ofGateways ? { consecutiveGatewayErrors: breaker.errors, consecutive5xxErrors: 0 } : { consecutive5xxErrors: breaker.errors },
      ...breaker.localOriginErrors === undefined ? {}
        : { splitExternalLocalOriginErrors: true, consecutiveLocalOriginFailures: breaker.localOriginErrors },
      interval: breaker.interval ?? 10_000, baseEjectionTime: breaker.resetTimeout ?? 30_000,
      maxEjectionPercent: breaker.maxEjectionPercent ?? 100,
    },
    pool: unlessEmpty({
      'tcp.maxConnections': pool?.maxConnections, 'tcp.connectTimeout': connectTimeout, [`${level}.idleTimeout`]: pool?.idleTimeout,
      'http.http1MaxPendingRequests': pool?.maxPendingRequests, 'http.http2MaxRequests': pool?.maxRequests,
      'http.maxRequestsPerConnection': pool?.maxRequestsPerConnection, 'http.maxRetries': pool?.maxRetries,
      'retryBudget.percent': pool?.retryBudget?.percent, 'retryBudget.minRetryConcurrency': pool?.retryBudget?.minRetryConcurrency,
      'retryBudget.budgetInterval': pool?.retryBudget?.budgetInterval,
      'http.http2KeepAlive.interval': pool?.http2KeepAlive?.interval, 'http.http2KeepAlive.timeout': pool?.http2KeepAlive?.timeout,
      'tcp.maxConnectionDuration': pool?.maxConnectionDuration, 'tcp.tcpKeepalive.time': pool?.tcpKeepalive?.time,
      'tcp.tcpKeepalive.interval': pool?.tcpKeepalive?.interval, 'tcp.tcpKeepalive.probes': pool?.tcpKeepalive?.probes,
    }),
  };
}

function tlsOf({ kind, provider }: WildService, furtherHost?: string): Record<string, unknown> | undefined {
  if (provider.by !== 'outside') return undefined;
  const isByMesh = kind === 'http' ? provider.scheme === 'https' && provider.originated !== 'CLIENT' : kind === 'grpc' && provider.originated === 'MESH';
  if (!isByMesh) return undefined;
  const host = furtherHost ?? provider.host;
  // Of a wildcard, the name that the request is for.
  return { mode: 'SIMPLE', ...host.startsWith('*.') ? {} : { sni: host, subjectAltNames: [host] }, caCertificates: 'system' };
}

function unlessEmpty(fields: Record<string, number | undefined>): Record<string, number> | undefined {
  const said = Object.entries(fields).filter((field): field is [string, number] => field[1] !== undefined);
  return said.length === 0 ? undefined : Object.fromEntries(said);
}
