import { listed, TopologyError } from '../private/topology-error';
import { HttpConditions } from './http-conditions';
import { HttpRoute } from './http-route';
import { Locator } from './locator';
import { assertUnshifted } from './released-routes';
import { TakenRequests } from './taken-requests';

/** Throws BST604 if a route names a version that the workload behind the service does not have, BST008 if a route cannot be reached. */
export function assertRoutes(routes: HttpRoute[], locator: Locator, path: string): HttpRoute[] {
  assertVersions(routes.flatMap(versionsNamed), locator, path);
  assertUnshifted(routes, locator, path);
  const catchAll = routes.findIndex(({ matches }) => matches.length === 0);
  if (catchAll !== routes.length - 1) {
    throw new TopologyError({
      code: 'BST008',
      path,
      problem: catchAll === -1 ? 'no route takes the requests that match nothing' : 'routes after one that takes every request are never reached',
      fix: 'end the routes with HttpRoute.split() or HttpRoute.toAnyVersion(), and only there',
    });
  }
  const hidden = hiddenRoute(routes);
  if (hidden !== undefined) {
    throw new TopologyError({
      code: 'BST008',
      path,
      problem: `route ${hidden.by + 1} takes all requests that ${hidden.alternative}route ${hidden.position + 1} matches${hidden.what}, so this one never acts: allowed is each condition once, the `
        + 'narrower one before the wider; header names are the same in upper and lower case',
      fix: 'put the narrower route first, take one of them out, or match on something else',
    });
  }
  return routes;
}

/** Throws BST036 if a route asks for what a token says, which the sidecars of callers do not know. */
export function assertWithoutTokens(routes: HttpRoute[], path: string): HttpRoute[] {
  if (!routes.some(({ matches }) => matches.some(({ _conditions: { claims } }) => claims !== undefined))) return routes;
  throw new TopologyError({
    code: 'BST036', path, problem: 'a route asks for a claim of a token: only gateways know claims, and the routes of a service are those of the sidecars of its callers too',
    fix: 'give the route to exposes(), as routes of that exposure',
  });
}

/** Throws BST604 for a version that the workload behind the service does not have. */
export function assertVersions(named: readonly string[], locator: Locator, path: string): void {
  const versions = new Set((locator.workload?.versions ?? []).flatMap(version => version.name ?? []));
  const unknown = named.filter(version => !versions.has(version));
  if (unknown.length === 0) return;
  throw new TopologyError({
    code: 'BST604',
    path,
    problem: `a route leads to version ${listed(unknown)}, but the provider has ${listed(versions)}`,
    fix: 'run that version in Pods.versions() of the workload that provides the service, or route to one that it has',
  });
}

function versionsNamed({ weights, options: { mirrors = [] } }: HttpRoute): string[] {
  return [...Object.keys(weights), ...mirrors.map(({ version }) => version)];
}

interface HiddenRoute {
  readonly position: number;
  readonly by: number;
  /** Which of its matches, where it has several. */
  readonly alternative: string;
  /** What it asks for; values may be nobody's business. */
  readonly what: string;
}

/** The first route with a condition of which an earlier route leaves no requests. */
function hiddenRoute(routes: HttpRoute[]): HiddenRoute | undefined {
  const taken = new TakenRequests();
  for (const [position, { matches }] of routes.entries()) {
    for (const [nth, { _conditions: conditions }] of matches.entries()) {
      const by = taken.by(conditions);
      if (by !== undefined) return { position, by, alternative: matches.length === 1 ? '' : `match ${nth + 1} of `, what: headerOf(conditions) };
    }
    for (const { _conditions: conditions } of matches) taken.add(conditions, position);
  }
  return undefined;
}

function headerOf({ headers }: HttpConditions): string {
  return headers && headers.size > 0 ? ` by header ${listed(headers.keys())}` : '';
}
