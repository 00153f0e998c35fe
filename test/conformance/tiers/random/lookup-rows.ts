import { Manifest } from '../../harness/manifests';
import { Mutation } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { Compared, differs, isSaid, textOf } from './comparison';
import { Facet } from './expectation';
import { changeEach } from './first';
import { filesOf, isWithoutSidecars, programsOfRun } from './programs';
import { RandomWorld } from './random-world';

/** Some of the programs. */
interface Some {
  readonly takes: (request: Compared) => boolean;
  readonly has: (file: string) => boolean;
}

const OF_SIDECARS: Some = { takes: request => !isAmbient(request), has: file => !isOfAmbient(file) };
const WITHOUT: Some = { takes: isAmbient, has: isOfAmbient };

function isAmbient({ question: { request: { topology: { mesh } } } }: Compared): boolean {
  return mesh?.ambient !== undefined;
}

function isOfAmbient(file: string): boolean {
  return programsOfRun().filter(isWithoutSidecars).some(program => file.startsWith(filesOf(program)));
}

function lookupRow(behaviour: string, { takes }: Some, facets: readonly Facet[], brokenBy: Mutation): Row<RandomWorld> {
  return {
    behaviour,
    async observe({ requests }) {
      const said = facets.flatMap(facet => requests.filter(request => takes(request) && isSaid(request, facet)).map(request => ({ request, facet })));
      const different = said.filter(({ request, facet }) => differs(request, facet));
      const first = different.slice(0, 1).map(({ request, facet }) => `; first: ${textOf(request, facet)}`).join('');
      return { seen: `${said.length} answers, ${different.length} differences${first}`, holds: said.length > 0 && different.length === 0 };
    },
    brokenBy,
  };
}

/** Changes entries of VirtualServices. */
function changeRoutes(says: string, change: (route: any) => boolean): Mutation {
  return changeEach('VirtualService', says, ({ spec }: Manifest) => spec.http?.filter(change).length > 0);
}

/** Changes rules of routes that are bound to Services. */
function changeBound(says: string, change: (rule: any) => boolean): Mutation {
  const isBound = ({ spec }: Manifest) => spec.parentRefs.some(({ kind }: any) => kind === 'Service');
  return changeEach('HTTPRoute', says, route => isBound(route) && route.spec.rules.filter(change).length > 0);
}

/** Lets in another identity, by a policy about pods or about Services. */
function changeIdentity({ has }: Some, isAbout: (spec: any) => boolean): Mutation {
  return changeEach('AuthorizationPolicy', 'another identity is let in', ({ spec }) => {
    const rule = isAbout(spec) && spec.action === 'ALLOW' && spec.rules?.find(({ from }: any) => from?.[0].source.principals !== undefined);
    if (rule) rule.from[0].source.principals[0] += 'x';
    return Boolean(rule);
  }, has);
}

function changeBreaker({ has }: Some): Mutation {
  return changeEach('DestinationRule', 'one error more', ({ spec: { trafficPolicy } }) => {
    if (trafficPolicy?.outlierDetection) trafficPolicy.outlierDetection.consecutive5xxErrors += 1;
    return trafficPolicy?.outlierDetection !== undefined;
  }, has);
}

/** Puts the share of the first in place of that of the second. */
function turned(shared: { weight?: number }[] = []): boolean {
  if (shared.length < 2 || shared[0].weight === shared[1].weight) return false;
  [shared[0].weight, shared[1].weight] = [shared[1].weight, shared[0].weight];
  return true;
}

const WITH_SIDECARS: readonly Row<RandomWorld>[] = [
  lookupRow('in random topologies whatever was declared is let through, and nothing else arrives where the topology guards', OF_SIDECARS, ['outcome'],
    changeIdentity(OF_SIDECARS, () => true)),
  lookupRow('in random topologies requests go to the versions that the routes name, in their shares', OF_SIDECARS, ['shares'],
    changeRoutes('the shares are turned', ({ route }) => turned(route))),
  lookupRow('in random topologies each caller has the timeouts and retries that it declared, for the requests that may be repeated', OF_SIDECARS,
    ['timeout', 'retries'], changeRoutes('a second more', route => {
      if (route.timeout === undefined) return false;
      route.timeout = '7777s';
      return true;
    })),
  lookupRow('in random topologies each caller connects with the breaker, pool, balancing and TLS that were declared', OF_SIDECARS, ['connecting'],
    changeBreaker(OF_SIDECARS)),
];

const WITHOUT_SIDECARS: readonly Row<RandomWorld>[] = [
  lookupRow('in random topologies without sidecars waypoints and nodes let through whatever was declared, and nothing else arrives where the topology guards', WITHOUT,
    ['outcome'], changeIdentity(WITHOUT, ({ targetRefs }) => targetRefs !== undefined)),
  lookupRow('in random topologies without sidecars requests go to the Services of versions that the routes name, in their shares', WITHOUT, ['shares'],
    changeBound('the shares are turned', ({ backendRefs }) => turned(backendRefs))),
  lookupRow('in random topologies without sidecars requests have the time that all callers declared, and are repeated as the mesh does it where a waypoint stands', WITHOUT,
    ['timeout', 'retries'], changeBound('a second more', ({ timeouts }) => {
      if (timeouts === undefined || timeouts.request === '0s') return false;
      timeouts.request = '7777s';
      return true;
    })),
  lookupRow('in random topologies without sidecars waypoints connect with the breaker, pool and balancing that all callers declared', WITHOUT, ['connecting'],
    changeBreaker(WITHOUT)),
];

/** What happens to requests, by the YAML and by the declaration. */
export const LOOKUP_ROWS: readonly Row<RandomWorld>[] = [...WITH_SIDECARS, ...WITHOUT_SIDECARS];
