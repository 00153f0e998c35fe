import { Difference } from '../coverage-row';
import { RouteMeaning } from '../meaning/meaning';

/** Routes as the caller `curl` takes them. */
export const FOR_CALLER: Difference = {
  name: 'routes by caller',
  why: 'What a caller says holds for it alone: our routes are for that caller, and the same ones without its retries stand below for everybody else. The program repeats what Istio '
    + 'repeats unasked.',
  alike: meanings => meanings.map(meaning => (
    meaning.kind === 'VirtualService' ? { ...meaning, routes: untilAnyRequest(meaning.routes.flatMap(seenByCaller)) } : meaning)),
};

function seenByCaller(route: RouteMeaning): RouteMeaning[] {
  if (!route.when) return [route];
  const conditions = route.when.filter(isOfCaller).map(({ sourceLabels, sourceNamespace, ...condition }) => condition);
  if (conditions.length === 0) return [];
  return [{ ...route, when: conditions.some(condition => Object.keys(condition).length === 0) ? undefined : conditions }];
}

function isOfCaller({ sourceLabels }: Record<string, unknown>): boolean {
  return sourceLabels === undefined || (sourceLabels as Record<string, string>).app === 'curl';
}

/** Nothing reaches the routes behind one that takes every request. */
function untilAnyRequest(routes: readonly RouteMeaning[]): RouteMeaning[] {
  const last = routes.findIndex(({ when }) => when === undefined);
  return last === -1 ? [...routes] : routes.slice(0, last + 1);
}
