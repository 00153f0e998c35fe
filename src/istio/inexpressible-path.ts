import { BackingService } from '../model/backing-service';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { quote } from '../private/topology-error';
import { pathOf } from '../traffic/operation-paths';
import { PathTemplate } from '../traffic/path-template';
import { pathMatch, pathTemplate } from './path-template';

/** BST705 */
export const inexpressiblePath = ourCheck<ITopologyCheck>({
  code: 'BST705',
  title: 'inexpressible-path',
  severity: Severity.ERROR,
  rationale: 'A path template of an AuthorizationPolicy can only leave whole segments open. A path like /files/{id}.json would have to be '
    + 'widened to /files/{*}, which allows more than the operation. Envoy takes templates of 256 characters, Istio expressions in routes of 1024. '
    + 'Source: https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation',
  fix: 'let the parameter fill its segment in the API, or name no operations on this dependency',
  check: ({ graph }) => graph.dependencies.flatMap(dependency => (dependency.policy.operations ?? []).flatMap(operation => {
    const limit = limitFor(dependency.service, pathOf(operation));
    return limit === undefined ? [] : Problem.of(
      dependency,
      `operation ${quote(operation.id)} has path ${quote(operation.path)}, which ${limit}`,
      'let the parameter fill its segment, or name no operations here',
    );
  })),
});

/** What the path is too much for, where the caller is held; undefined if it fits. A policy holds callers of ours, routes those of a third party. */
function limitFor({ locator }: BackingService, path: PathTemplate): string | undefined {
  if (locator.workload?.guarded === true && pathTemplate(path) === undefined) {
    return 'no path template expresses: beside parameters that fill their segments it takes letters, digits and -._~%!$&\'()+,;:@= only, and 256 characters in all';
  }
  if (locator.isExternal && pathMatch(path) === undefined) return 'no route matches: with parameters it takes an expression of 1024 characters';
  return undefined;
}
