import { conditionWords } from '../model/condition-words';
import { conditionsKey } from '../model/http-conditions';
import { HttpRoute } from '../model/http-route';
import { shortened, shortHash } from '../private/shortened';

/** As long as the name of a workload, which stands before it. */
const LONGEST = 63;

/** A name for each route of a service, by what it takes, so that no other route renames it; two that would have one are told apart by a hash of what they take. */
export function routeNames(routes: readonly HttpRoute[]): string[] {
  const names = routes.map(nameOf);
  return names.map((name, position) => names.indexOf(name) === position ? name : `${name}-${hashOf(routes[position])}`);
}

function nameOf({ matches, weights }: HttpRoute): string {
  if (matches.length === 0) return Object.keys(weights).length === 0 ? 'all' : 'split';
  return shortened(matches.map(({ _conditions: conditions }) => conditionWords(conditions)).join('-or-'), LONGEST);
}

function hashOf({ matches }: HttpRoute): string {
  return shortHash(matches.map(({ _conditions: conditions }) => conditionsKey(conditions)).join());
}
