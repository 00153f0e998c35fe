import { ITopologyCheck, ourCheck } from '../model/check';
import { Dependency } from '../model/dependency';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { parsePath } from '../traffic/path-template';
import { pathTemplate } from './path-template';

/** BST705 */
export const inexpressiblePath = ourCheck<ITopologyCheck>({
  code: 'BST705',
  title: 'inexpressible-path',
  severity: Severity.ERROR,
  rationale: 'A path template of an AuthorizationPolicy can only leave whole segments open. A path like /files/{id}.json would have to be '
    + 'widened to /files/{*}, which allows more than the operation. '
    + 'Source: https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation',
  fix: 'let the parameter fill its segment in the API, or name no operations on this dependency',
  check: ({ graph }) => graph.dependencies.filter(isHeld).flatMap(dependency =>
    dependency.policy.operations!.filter(operation => pathTemplate(parsePath(operation.path)) === undefined).map(operation => Problem.of(
      dependency,
      `operation "${operation.id}" has path ${JSON.stringify(operation.path)}, which no path template expresses: beside parameters that `
        + 'fill their segments it takes letters, digits and -._~%!$&\'()+,;:@ only',
      'let the parameter fill its segment, or name no operations here',
    ))),
});

/** Only where a policy of ours holds the caller: a third party's operations are held by routes, whose expressions are exact. */
function isHeld({ policy, service }: Dependency): boolean {
  return policy.operations !== undefined && service.locator.workload?.guarded === true;
}
