import { conditionsKey, HttpConditions, meetingOf } from '../model/http-conditions';
import { Meeting } from '../model/string-match';
import { commonPath, isLiteral, PathTemplate } from './path-template';

/** What a request must look like: all of these conditions; what is undefined takes anything. @internal */
export interface RequestMatch extends HttpConditions {
  /** Paths of an operation, without the query. What is said of `uri` besides takes all of them, or is not there. */
  readonly path?: PathTemplate;
}

/** Every request. */
export const ANY_REQUEST: RequestMatch = {};

/** Whether every request fulfils a match. */
export function isAnyRequest(match: RequestMatch): boolean {
  return Object.values(match).every(condition => condition === undefined);
}

/** The requests that fulfil both; undefined if there are none, as with two values of one header. It never takes a request that one of them refuses. */
export function conjunction(a: RequestMatch, b: RequestMatch): RequestMatch | undefined {
  const met = meeting(a, b);
  return met === 'unknown' ? undefined : met;
}

/** The same, but that it tells "none" from "it cannot be said in one condition", as with an expression and a path that has parameters. */
export function meeting(a: RequestMatch, b: RequestMatch): Meeting<RequestMatch> {
  const met = meetingOf(a, b);
  if (met === undefined || met === 'unknown') return met;
  if (!a.path && !b.path) return met;
  const path = a.path && b.path ? commonPath(a.path, b.path) : a.path ?? b.path;
  return path && (met.uri ? within(path, met) : { ...met, path });
}

/** The paths of a template that a condition takes too. */
function within(path: PathTemplate, { uri, ...others }: RequestMatch): Meeting<RequestMatch> {
  const met = { ...others, path };
  const literal = path.every(isLiteral) ? path.map(([text]) => text).join('/') : undefined;
  if (literal !== undefined) return uri!._takes(literal) ? met : undefined;
  if (uri!.type === 'exact') {
    const exact = uri!.text.split('/').map(text => [text]);
    return commonPath(path, exact) && { ...met, path: exact };
  }
  if (uri!.type === 'regex') return 'unknown';
  const head = path.map(segment => segment.join('\0')).join('/').split('\0')[0];
  if (head.startsWith(uri!.text)) return met;
  return uri!.text.startsWith(head) ? 'unknown' : undefined;
}

/** Equal for matches that take the same requests by the same words. */
export function matchKey(match: RequestMatch): string {
  return JSON.stringify([match.path, conditionsKey(match)]);
}

/** One alternative of each list, in every combination that a request can fulfil; the first list varies slowest. */
export function conjunctions(...lists: RequestMatch[][]): RequestMatch[] {
  return lists.filter(alternatives => alternatives.length !== 1 || alternatives[0] !== ANY_REQUEST).reduce((found, alternatives) =>
    found.flatMap(match => alternatives.flatMap(alternative => conjunction(match, alternative) ?? [])), [ANY_REQUEST]);
}
