import { ITopologyCheck, Severity } from '../model/check';
import { Dependency } from '../model/dependency';
import { pathTemplate } from './path-template';

/** BST705 */
export const inexpressiblePath: ITopologyCheck = {
  code: 'BST705',
  title: 'inexpressible-path',
  severity: Severity.ERROR,
  rationale: 'A path template of an AuthorizationPolicy can only leave whole segments open. A path like /files/{id}.json would have to be '
    + 'widened to /files/{*}, which allows more than the operation. '
    + 'Source: https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation',
  fix: 'let the parameter fill its segment in the API, or name no operations on this dependency',
  check: ({ graph }) => graph.dependencies.filter(isHeld).flatMap(dependency =>
    dependency.policy.operations!.filter(operation => pathTemplate(operation.path) === undefined).map(operation => ({
      code: 'BST705',
      severity: Severity.ERROR,
      path: dependency.node.path,
      problem: `operation "${operation.id}" has path ${JSON.stringify(operation.path)}, which no path template expresses: beside parameters that `
        + 'fill their segments it takes letters, digits and -._~%!$&\'()+,;:@ only',
      fix: 'let the parameter fill its segment, or name no operations here',
    }))),
};

/** Only where a policy of ours holds the caller: a third party's operations are held by routes, whose expressions are exact. */
function isHeld({ policy, service }: Dependency): boolean {
  return policy.operations !== undefined && service.endpoint.workload?.guarded === true;
}
