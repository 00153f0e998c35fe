import { listed, quote, TopologyError } from '../private/topology-error';
import { HttpRoute } from './http-route';
import { Locator } from './locator';

/** Throws BST604 if a route names a version that the workload behind the service does not have, BST008 if a route cannot be reached. */
export function assertRoutes(routes: HttpRoute[], locator: Locator, path: string): HttpRoute[] {
  const versions = new Set((locator.workload?.versions ?? []).flatMap(version => version.name ?? []));
  const unknown = routes.flatMap(route => Object.keys(route.weights)).filter(version => !versions.has(version));
  if (unknown.length > 0) {
    throw new TopologyError({
      code: 'BST604',
      path,
      problem: `a route leads to version ${listed(unknown)}, but the provider has ${listed(versions)}`,
      fix: 'run that version in Pods.versions() of the workload that provides the service, or route to one that it has',
    });
  }
  const catchAll = routes.findIndex(route => route.match === undefined);
  if (catchAll !== routes.length - 1) {
    throw new TopologyError({
      code: 'BST008',
      path,
      problem: catchAll === -1 ? 'no route takes the requests that match nothing' : 'routes after one that takes every request are never reached',
      fix: 'end the routes with HttpRoute.split(), and only there',
    });
  }
  const repeated = repeatedMatch(routes);
  if (repeated !== undefined) {
    throw new TopologyError({
      code: 'BST008',
      path,
      problem: `two routes match header ${quote(repeated)} with one value, so the second is never reached: allowed is one route for each value, and header names are the same in upper and lower case`,
      fix: 'take one of them out, or match on another value',
    });
  }
  return routes;
}

/** The header of a route that an earlier one leaves no requests to; its value may be nobody's business. */
function repeatedMatch(routes: HttpRoute[]): string | undefined {
  const taken = new Set<string>();
  for (const { match } of routes) {
    if (match === undefined) continue;
    const condition = JSON.stringify([match.headerName, match.headerValue]);
    if (taken.has(condition)) return match.headerName;
    taken.add(condition);
  }
  return undefined;
}
