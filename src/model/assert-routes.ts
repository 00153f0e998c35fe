import { listed, TopologyError } from '../private/topology-error';
import { HttpRoute } from './http-route';
import { Locator } from './locator';

/** Throws BST604 if a route names a version that the workload behind the service does not have, BST008 if routes cannot be reached. */
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
  if (routes.length > 0 && catchAll !== routes.length - 1) {
    throw new TopologyError({
      code: 'BST008',
      path,
      problem: catchAll === -1 ? 'no route takes the requests that match nothing' : 'routes after one that takes every request are never reached',
      fix: 'end the routes with HttpRoute.split(), and only there',
    });
  }
  return routes;
}
