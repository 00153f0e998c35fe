import { BackingService } from '../model/backing-service';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Operation } from '../model/operation';
import { Problem } from '../model/problem';
import { capped } from '../private/capped';
import { quote } from '../private/topology-error';
import { pathOf, undeclaredPaths } from '../traffic/operation-paths';
import { PathTemplate } from '../traffic/path-template';
import { pathMatch, pathTemplate } from './path-template';

const UNRESERVED = /^[-\w.~]*$/;

/** BST705 */
export const inexpressiblePath = ourCheck<ITopologyCheck>({
  code: 'BST705',
  title: 'inexpressible-path',
  severity: Severity.ERROR,
  rationale: 'A path template of an AuthorizationPolicy can only leave whole segments open. A path like /files/{id}.json would have to be '
    + 'widened to /files/{*}, which allows more than the operation; and undeclared beside a declared /files/{id} it cannot be left out of that. '
    + 'Envoy takes templates of 256 characters, Istio expressions in routes of 1024. '
    + 'Source: https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation',
  fix: 'let the parameter fill its segment in the API, or name no operations on this dependency',
  check: ({ graph }) => graph.dependencies.flatMap(dependency => {
    const { service, policy: { operations = [] } } = dependency;
    const undeclared = undeclaredPaths(service, operations);
    return operations.flatMap(operation => {
      const limit = limitFor(service, pathOf(operation));
      if (limit !== undefined) return Problem.of(dependency, `${inWords(operation)}, which ${limit}`, 'let the parameter fill its segment, or name no operations here');
      const open = undeclared.within(operation).filter(other => !canBeLeftOut(service, pathOf(other)));
      return open.length === 0 ? [] : Problem.of(
        dependency,
        `${inWords(operation)}, among which are requests that no operation here is named for, and no rule can leave these out: ${capped(open.map(inPlace))}`,
        'name them too, or let each parameter fill its segment and write literals of letters, digits and -._~ alone, or name no operations here',
      );
    });
  }),
});

const inWords = ({ id, path }: Operation) => `operation ${quote(id)} has path ${quote(path)}`;
const inPlace = ({ id, path }: Operation) => `${quote(id)} at ${quote(path)}`;

/** What the path is too much for, where the caller is held; undefined if it fits. A policy holds callers of ours, routes those of a third party. */
function limitFor({ locator }: BackingService, path: PathTemplate): string | undefined {
  if (locator.workload?.guarded === true && pathTemplate(path) === undefined) {
    return 'no path template expresses: beside parameters that fill their segments it takes letters, digits and -._~%!$&\'()+,;:@= only, and 256 characters in all';
  }
  if (locator.isExternal && pathMatch(path) === undefined) return 'no route matches: with parameters it takes an expression of 1024 characters';
  return undefined;
}

/**
 * Whether a path can be told from those that mean it too. A policy compares one spelling, and only the unreserved characters of RFC 3986 (2.3) have one:
 * Envoy decodes these alone, so that `%C3` and `%c3`, or `:` and `%3A`, stay as they come and are one to many a server.
 */
function canBeLeftOut(service: BackingService, path: PathTemplate): boolean {
  const isHeld = service.locator.workload?.guarded === true || service.locator.isExternal;
  return !isHeld || limitFor(service, path) === undefined && path.flat().every(literal => UNRESERVED.test(literal));
}
