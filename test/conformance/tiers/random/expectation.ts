import { WildService, WildWorkload } from '../../fixtures/wild/plan';
import { showsRequests } from '../../fixtures/wild/plan-services';
import { beginsAtOwnService } from '../../fixtures/wild/surroundings';
import { Answer } from '../../lookup/answer';
import { allowedBy, connectingOf, dependencyOf, isAdmitted, isOf, isRuledIn, isTurnedAway, Request, retriesOf, sharesOf, takesNoPlaintext } from './declared';
import { routeTaken } from './routes-taken';

/** What the declaration says of a request; what is left out it leaves open. */
export type Expectation = Partial<Pick<Answer, 'outcome' | 'shares' | 'timeout' | 'retries' | 'connecting'>>;

/** What of an answer is held against the declaration. */
export type Facet = keyof Expectation;

/** What must become of a request, from the plan alone. */
export function expectationOf(request: Request): Expectation {
  const answer = routeTaken(request)?.answer;
  if (answer !== undefined) return { outcome: answeredByMesh(request, answer) };
  const outcome = outcomeOf(request);
  const dependency = dependencyOf(request);
  // Of what is admitted beside what a dependency declares, the declaration leaves open how it is repeated.
  if (!dependency || outcome !== 'answered' || allowedBy(request) === 'undeclared') return { outcome };
  const { service, asking } = request;
  if (isAmbient(request) && !beginsAtOwnService(service)) return { outcome, ...untouched(request) };
  const connecting = isLeftToOwner(request) ? {} : connectingOf(dependency, request);
  if (!isRuled(asking.workload!) || !showsRequests(service)) return { outcome, connecting };
  return { outcome, connecting, shares: sharesOf(request), ...repeating(request) };
}

/** Whoever is ruled here gets what a route answers; what becomes of others it leaves open. */
function answeredByMesh(request: Request, answer: 'redirect' | number): string | undefined {
  const { asking } = request;
  if (!dependencyOf(request) || !asking.isInMesh || !isRuled(asking.workload!) || !showsRequests(request.service)) return undefined;
  return `status ${answer === 'redirect' ? 308 : answer}`;
}

function repeating(request: Request): Pick<Expectation, 'timeout' | 'retries'> {
  const dependency = dependencyOf(request)!;
  if (isLeftToOwner(request)) return { timeout: undefined, retries: 'own' };
  const declared = retriesOf(dependency, request);
  const retries = isAmbient(request) && declared ? repeatedAtWaypoint(declared) : declared;
  return { timeout: dependency.timeout, ...retries ? { retries } : {} };
}

/** Never has no words there, so that a waypoint repeats as the mesh does; whatever is repeated is where a connection fails, too. */
function repeatedAtWaypoint({ attempts, on, ...others }: NonNullable<ReturnType<typeof retriesOf>>): NonNullable<Answer['retries']> {
  if (attempts === 0) return 'own';
  const codes = on.flatMap(word => (word === 'gateway-error' ? [502, 503, 504] : /^\d+$/.test(word) ? [Number(word)] : []));
  const always = ['connect-failure', 'refused-stream', 'unavailable', 'cancelled'];
  return { attempts, ...others, on: [...always, ...[...new Set(codes)].sort((a, b) => a - b).map(String)] };
}

/** What no waypoint stands before is asked for once, waits without end and goes anywhere. */
function untouched(request: Request): Expectation {
  return { connecting: {}, ...showsRequests(request.service) ? { shares: sharesOf(request), timeout: undefined, retries: undefined } : {} };
}

function isAmbient({ topology: { mesh } }: Request): boolean {
  return mesh?.ambient !== undefined;
}

/** Another team rules its service, unless somebody in the caller's namespace does. */
function isLeftToOwner(request: Request): boolean {
  return request.service.provider.by === 'neighbour' && !isRuledIn(request.asking.namespace, request);
}

function isRuled({ standing }: WildWorkload): boolean {
  return standing === 'GUARDED' || standing === 'MIGRATING';
}

function outcomeOf(request: Request): string | undefined {
  const { topology, service: { provider }, asking } = request;
  if (isTurnedAway(request)) return 'refused';
  const allowed = allowedBy(request);
  if (provider.by === 'workload') {
    const isGuarded = topology.workloads.find(({ id }) => id === provider.workload)!.standing === 'GUARDED';
    // Who is let in without having declared a call may not be told where.
    const admitted = !isAdmitted(request) ? 'refused' : asking.isScoped ? undefined : 'answered';
    if (!asking.isInMesh) return isGuarded ? admitted : takesNoPlaintext(request) ? 'refused' : undefined;
    if (allowed === undefined) return undefined;
    return allowed === 'undeclared' ? isGuarded ? admitted : undefined : 'answered';
  }
  if (!asking.isInMesh || allowed === undefined) return undefined;
  if (allowed !== 'undeclared') return 'answered';
  // Nodes let everything out, which network policies alone hold.
  return provider.by === 'outside' && !isAmbient(request) ? outsideFor(request) : undefined;
}

/**
 * A namespace without a consumer does not know a service outside. One where somebody names operations lets nothing else through; what it lets
 * through is held to who asks by network policies alone.
 */
function outsideFor(request: Request): string | undefined {
  const { topology, service, asking } = request;
  const there = topology.dependencies.filter(({ service: id, consumer }) => id === service.id && namespaceOf(topology.workloads,
    consumer) === asking.namespace);
  if (there.length === 0) return 'refused';
  return isRestricted(service, there) && !there.some(dependency => isOf(dependency, request) !== false) ? 'refused' : undefined;
}

function isRestricted(service: WildService, dependencies: readonly { readonly operations?: readonly string[] }[]): boolean {
  return showsRequests(service) && dependencies.some(({ operations }) => operations !== undefined);
}

function namespaceOf(workloads: readonly WildWorkload[], consumer: string): string {
  return workloads.find(({ id }) => id === consumer)!.namespace;
}
