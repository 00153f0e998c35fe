import { ITopologyCheck, ourCheck } from '../model/check';
import { Dependency } from '../model/dependency';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { isRestricted } from '../traffic/caller-groups';
import { meeting } from '../traffic/request-match';
import { retryVariants } from '../traffic/retry-variants';

/** BST706 */
export const unjoinableConditions = ourCheck<ITopologyCheck>({
  code: 'BST706',
  title: 'unjoinable-conditions',
  severity: Severity.ERROR,
  rationale: 'Where callers name operations, a route takes the requests that are of one of them and meet its own condition. Of a path a route asks one thing: an operation '
    + 'with parameters is an expression, and no other expression nor a longer prefix can stand beside it. '
    + 'Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMatchRequest (uri)',
  fix: 'let the route match the whole path or what all paths of the operation begin with, or name no operations on the dependency',

  check: ({ graph }) => graph.dependencies.flatMap(dependency => {
    const route = routeBeside(dependency);
    return route === undefined ? [] : Problem.of(
      dependency,
      `its operations are told by their paths, and route ${route + 1} of ${dependency.service.name} matches paths by something that cannot stand beside one of these`,
      'let that route match a whole path, or a prefix no longer than what stands before the first parameter, or name no operations here',
    );
  }),
});

/** The position of the first route that cannot be told for what the dependency names alone. */
function routeBeside(dependency: Dependency): number | undefined {
  const { service, policy } = dependency;
  if (policy.operations === undefined) return undefined;
  const variants = retryVariants(policy, service, isRestricted({ service, callers: [dependency] })).flatMap(({ matches }) => matches);
  const position = service.routes.findIndex(({ matches }) => matches.some(({ _conditions: conditions }) => variants.some(match => meeting(match, conditions) === 'unknown')));
  return position === -1 ? undefined : position;
}
