import { ITopologyCheck, ourCheck } from '../model/check';
import { Dependency } from '../model/dependency';
import { Severity } from '../model/finding';
import { HttpRoute } from '../model/http-route';
import { Problem } from '../model/problem';
import { isRestricted } from '../traffic/caller-groups';
import { meeting, RequestMatch } from '../traffic/request-match';
import { requestOf, retryVariants } from '../traffic/retry-variants';

/** BST707 */
export const rewrittenOperations = ourCheck<ITopologyCheck>({
  code: 'BST707',
  title: 'rewritten-operations',
  severity: Severity.ERROR,
  rationale: 'Operations are told by their paths. A route that changes a path changes the whole of it where it matches a whole path, as that of an operation is: of /api/{id} '
    + 'nothing would be left but what stands in its place. And a policy where requests arrive knows the path behind the change alone, so that it refuses what was declared. '
    + 'Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRewrite',
  fix: 'let callers ask for the paths that the service has, or name no operations on the dependency',

  check: ({ graph }) => graph.dependencies.flatMap(dependency => {
    const route = rewritingRoute(dependency);
    return route === undefined ? [] : Problem.of(
      dependency,
      `its requests are told by the paths of operations, and route ${route + 1} of ${dependency.service.name} puts another path in the place of these`,
      `take the rewrite of uri out of route ${route + 1}, or name no operations here`,
    );
  }),
});

/** The position of the first route that changes the path of what is told by it. */
function rewritingRoute(dependency: Dependency): number | undefined {
  const { service: { routes } } = dependency;
  const told = routes.some(changesPath) ? pathsTold(dependency) : [];
  const position = routes.findIndex(route => changesPath(route) && told.some(match => takes(route, match)));
  return position === -1 ? undefined : position;
}

function changesPath({ options }: HttpRoute): boolean {
  return options.rewrite?.uri !== undefined;
}

/** Requests that a route or a policy knows by a path. */
function pathsTold(dependency: Dependency): RequestMatch[] {
  const { service, policy } = dependency;
  const variants = retryVariants(policy, service, isRestricted({ service, callers: [dependency] }));
  const byRoute = variants.flatMap(({ matches }) => matches).filter(({ path }) => path !== undefined);
  return service.locator.workload?.guarded === true ? [...byRoute, ...(policy.operations ?? []).map(requestOf)] : byRoute;
}

function takes({ matches }: HttpRoute, told: RequestMatch): boolean {
  return matches.length === 0 || matches.some(({ _conditions: conditions }) => meeting(told, conditions) !== undefined);
}
