import { conditionsKey, HttpConditions } from '../model/http-conditions';
import { HttpRoute } from '../model/http-route';
import { StringMatch } from '../model/string-match';
import { byCodePoint } from '../private/names';
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
  return shortened(matches.map(({ _conditions: conditions }) => wordsOf(conditions)).join('-or-'), LONGEST);
}

function wordsOf({ methods = [], uri, headers, absentHeaders, queryParams, authority, port, caller, callerNamespace }: HttpConditions): string {
  return [
    ...methods.map(method => method.toLowerCase()), ...uri ? ['uri', textOf(uri)] : [],
    ...named('header', headers), ...[...absentHeaders ?? []].sort(byCodePoint).flatMap(name => ['without', word(name)]), ...named('query', queryParams),
    ...authority ? ['host', textOf(authority)] : [], ...port === undefined ? [] : ['port', String(port)],
    ...caller ? ['from', caller.name] : [], ...callerNamespace === undefined ? [] : ['from', callerNamespace],
  ].filter(part => part !== '').join('-');
}

function named(kind: string, texts: ReadonlyMap<string, StringMatch> = new Map()): string[] {
  return [...texts].sort(([a], [b]) => byCodePoint(a, b)).flatMap(([name, value]) => [kind, word(name), textOf(value)]);
}

function textOf({ text }: StringMatch): string {
  return word(text);
}

/** Letters and digits, which need no quotes anywhere. */
function word(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

function hashOf({ matches }: HttpRoute): string {
  return shortHash(matches.map(({ _conditions: conditions }) => conditionsKey(conditions)).join());
}
