import { ITopologyCheck, ourCheck } from '../model/check';
import { Exposure } from '../model/exposure';
import { Severity } from '../model/finding';
import { HttpRoute } from '../model/http-route';
import { HttpRouteOptions } from '../model/http-route-options';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';
import { listed } from '../private/topology-error';
import { isRestricted } from '../traffic/caller-groups';
import { ANY_REQUEST, meeting, RequestMatch } from '../traffic/request-match';
import { retryVariants } from '../traffic/retry-variants';

/** BST651 */
export const exposureBesideRoutes = ourCheck<ITopologyCheck>({
  code: 'BST651',
  title: 'exposure-beside-routes',
  severity: Severity.ERROR,
  rationale: 'What comes through a gateway takes the routes of the service as it comes from there: before its path is changed, and with one thing asked of a path, a header or a parameter. Where the '
    + 'two ask for more than one condition can say, or both change the same, one of them would be lost. '
    + 'Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRoute (match, rewrite)',
  fix: 'give exposes() `routes` of its own, in the words of what clients ask for',

  check: ({ graph }) => graph._exposures.all.flatMap(exposure => problemsOf(exposure, graph).map(problem => Problem.of(exposure, problem))),
});

function problemsOf(exposure: Exposure, graph: TopologyGraph): string[] {
  const { service, said } = exposure;
  const routes = said.routes ?? service.routes;
  const ofRoutes = routes.flatMap(({ matches }) => matches.map(({ _conditions: conditions }) => conditions));
  const told: RequestMatch[] = [...toldByOperation(exposure, graph), ...ofRoutes];
  const asked: RequestMatch[] = said.matches.length === 0 ? [ANY_REQUEST] : said.matches.map(({ _conditions: conditions }) => conditions);
  const isRewritten = said.options.rewrite?.uri !== undefined && told.some(({ path, uri }) => path !== undefined || uri !== undefined);
  const isUnsayable = asked.some(one => told.some(other => meeting(one, other) === 'unknown'));
  const twice = changedTwice(said.options, routes);
  return [
    ...isRewritten ? [`its path is rewritten, and the routes or operations of ${service.name} ask for paths as they are behind that`] : [],
    ...isUnsayable ? [`what it matches, and what the routes or operations of ${service.name} ask for, cannot be said in one condition`] : [],
    ...twice.length > 0 ? [`${listed(twice)} is said here and by a route of ${service.name}`] : [],
  ];
}

function toldByOperation(exposure: Exposure, graph: TopologyGraph): RequestMatch[] {
  const { gateway, service } = exposure;
  const call = graph.dependenciesOn(service).find(({ source }) => source === gateway)!;
  return retryVariants(graph._exposures.policyOf(exposure), service, isRestricted({ service, callers: [call] })).flatMap(({ matches }) => matches);
}

function changedTwice(options: HttpRouteOptions, routes: readonly HttpRoute[]): string[] {
  const said = (Object.keys(options) as (keyof HttpRouteOptions)[]).filter(option => options[option] !== undefined);
  return said.filter(option => routes.some(route => route.options[option] !== undefined));
}
