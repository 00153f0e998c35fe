import { Manifest } from '../../harness/manifests';
import { Mutation } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { differs, isSaid, textOf } from './comparison';
import { Facet } from './expectation';
import { changeFirst } from './first';
import { RandomWorld } from './random-world';

function lookupRow(behaviour: string, facets: readonly Facet[], brokenBy: Mutation): Row<RandomWorld> {
  return {
    behaviour,
    async observe({ requests }) {
      const said = facets.flatMap(facet => requests.filter(request => isSaid(request, facet)).map(request => ({ request, facet })));
      const different = said.filter(({ request, facet }) => differs(request, facet));
      const first = different.slice(0, 1).map(({ request, facet }) => `; first: ${textOf(request, facet)}`).join('');
      return { seen: `${said.length} answers, ${different.length} differences${first}`, holds: said.length > 0 && different.length === 0 };
    },
    brokenBy,
  };
}

/** Changes an entry of a VirtualService. */
function changeRoute(says: string, change: (route: any) => boolean): Mutation {
  return changeFirst('VirtualService', says, ({ spec }: Manifest) => spec.http?.some(change));
}

/** What happens to requests, by the YAML and by the declaration. */
export const LOOKUP_ROWS: readonly Row<RandomWorld>[] = [
  lookupRow('in random topologies whatever was declared is let through, and nothing else arrives where the topology guards', ['outcome'], changeFirst(
    'AuthorizationPolicy', 'another identity is let in', ({ spec }) => {
      const rule = spec.rules?.find(({ from }: any) => from[0].source.principals !== undefined);
      if (rule) rule.from[0].source.principals[0] += 'x';
      return rule !== undefined;
    })),
  lookupRow('in random topologies requests go to the versions that the routes name, in their shares', ['shares'],
    changeRoute('the shares are turned', ({ route = [] }) => {
      if (route.length < 2 || route[0].weight === route[1].weight) return false;
      [route[0].weight, route[1].weight] = [route[1].weight, route[0].weight];
      return true;
    })),
  lookupRow('in random topologies each caller has the timeouts and retries that it declared, for the requests that may be repeated', ['timeout',
    'retries'], changeRoute(
    'a second more', route => {
      if (route.timeout === undefined) return false;
      route.timeout = '7777s';
      return true;
    })),
  lookupRow('in random topologies each caller connects with the breaker, pool, balancing and TLS that were declared', ['connecting'], changeFirst(
    'DestinationRule', 'one error more', ({ spec: { trafficPolicy } }) => {
      if (trafficPolicy?.outlierDetection) trafficPolicy.outlierDetection.consecutive5xxErrors += 1;
      return trafficPolicy?.outlierDetection !== undefined;
    })),
];
