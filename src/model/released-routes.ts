import { sortedRecord } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';
import { HttpRoute } from './http-route';
import { Locator } from './locator';
import { PodRelease } from './pods';

/** Where requests go if nobody says it: to the stable version, until whoever releases moves them; with nothing released to any version. */
export function releasedRoutes({ workload }: Locator): HttpRoute[] {
  return workload?.release ? [HttpRoute.split(unshifted(workload.release))] : [];
}

/** Whether a route shares requests among both versions of a release, so that whoever releases moves its weights. */
export function isShifted({ weights }: HttpRoute, { stable, canary }: PodRelease): boolean {
  return weights[stable] !== undefined && weights[canary] !== undefined;
}

/** Throws BST008 if a route shares requests among both versions of a release otherwise than before it begins: its weights are not said here. */
export function assertUnshifted(routes: readonly HttpRoute[], { workload }: Locator, path: string): void {
  const release = workload?.release;
  if (!release) return;
  const position = routes.findIndex(route => isShifted(route, release) && route.weights[release.canary] !== 0);
  if (position === -1) return;
  throw new TopologyError({
    code: 'BST008',
    path,
    problem: `route ${position + 1} has weights ${JSON.stringify(sortedRecord(routes[position].weights))}, but what releases ${quote(workload.name)} moves them, and begins with none for ${quote(release.canary)}`,
    fix: `say ${JSON.stringify(unshifted(release))}, and the steps where the release is declared`,
  });
}

function unshifted({ stable, canary }: PodRelease): Record<string, number> {
  return { [stable]: 100, [canary]: 0 };
}
