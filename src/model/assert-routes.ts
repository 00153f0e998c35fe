import { listed, TopologyError } from '../private/topology-error';
import { conditionsKey, HttpConditions } from './http-conditions';
import { HttpRoute } from './http-route';
import { Locator } from './locator';

/** Throws BST604 if a route names a version that the workload behind the service does not have, BST008 if a route cannot be reached. */
export function assertRoutes(routes: HttpRoute[], locator: Locator, path: string): HttpRoute[] {
  const versions = new Set((locator.workload?.versions ?? []).flatMap(version => version.name ?? []));
  const unknown = routes.flatMap(versionsNamed).filter(version => !versions.has(version));
  if (unknown.length > 0) {
    throw new TopologyError({
      code: 'BST604',
      path,
      problem: `a route leads to version ${listed(unknown)}, but the provider has ${listed(versions)}`,
      fix: 'run that version in Pods.versions() of the workload that provides the service, or route to one that it has',
    });
  }
  const catchAll = routes.findIndex(({ matches }) => matches.length === 0);
  if (catchAll !== routes.length - 1) {
    throw new TopologyError({
      code: 'BST008',
      path,
      problem: catchAll === -1 ? 'no route takes the requests that match nothing' : 'routes after one that takes every request are never reached',
      fix: 'end the routes with HttpRoute.split() or HttpRoute.toAnyVersion(), and only there',
    });
  }
  const repeated = repeatedMatch(routes);
  if (repeated !== undefined) {
    throw new TopologyError({
      code: 'BST008',
      path,
      problem: `${repeated}, so the second is never reached: allowed is one route for each condition, and header names are the same in upper and lower case`,
      fix: 'take one of them out, or match on something else',
    });
  }
  return routes;
}

function versionsNamed({ weights, options: { mirrors = [] } }: HttpRoute): string[] {
  return [...Object.keys(weights), ...mirrors.map(({ version }) => version)];
}

/** What a route asks for of which an earlier one leaves no requests; values may be nobody's business. */
function repeatedMatch(routes: HttpRoute[]): string | undefined {
  const taken = new Set<string>();
  for (const { _conditions: conditions } of routes.flatMap(({ matches }) => matches)) {
    const key = conditionsKey(conditions);
    if (taken.has(key)) return `two routes have the same condition${headerOf(conditions)}`;
    taken.add(key);
  }
  return undefined;
}

function headerOf({ headers }: HttpConditions): string {
  return headers && headers.size > 0 ? ` on header ${listed(new Set(headers.keys()))}` : '';
}
