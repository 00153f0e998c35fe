import { IWorkload } from '../model/workload-interface';
import { commonPath, PathTemplate } from './path-template';

/** What a request must look like: all of these conditions; what is undefined takes anything. @internal */
export interface RequestMatch {
  /** Methods, one of them. */
  readonly methods?: readonly string[];
  /** Paths, without the query. */
  readonly path?: PathTemplate;
  /** Exact values by the header's name in lower case, every one of them. */
  readonly headers?: ReadonlyMap<string, string>;
  /** Who sends it. */
  readonly caller?: IWorkload;
  /** Port that it is sent to. */
  readonly port?: number;
}

/** Every request. */
export const ANY_REQUEST: RequestMatch = {};

const NONE = Symbol('no request');

/** Whether every request fulfils a match. */
export function isAnyRequest(match: RequestMatch): boolean {
  return Object.values(match).every(condition => condition === undefined);
}

/** The requests that fulfil both; undefined if there are none, as with two values of one header. It never takes a request that one of them refuses. */
export function conjunction(a: RequestMatch, b: RequestMatch): RequestMatch | undefined {
  const methods = both(a.methods, b.methods, commonMethods);
  const path = both(a.path, b.path, (one, other) => commonPath(one, other) ?? NONE);
  const headers = both(a.headers, b.headers, allHeaders);
  const caller = both(a.caller, b.caller, same);
  const port = both(a.port, b.port, same);
  if (methods === NONE || path === NONE || headers === NONE || caller === NONE || port === NONE) return undefined;
  return { methods, path, headers, caller, port };
}

/** One alternative of each list, in every combination that a request can fulfil; the first list varies slowest. */
export function conjunctions(...lists: RequestMatch[][]): RequestMatch[] {
  return lists.filter(alternatives => alternatives.length !== 1 || alternatives[0] !== ANY_REQUEST).reduce((found, alternatives) =>
    found.flatMap(match => alternatives.flatMap(alternative => conjunction(match, alternative) ?? [])), [ANY_REQUEST]);
}

function both<Condition>(a: Condition | undefined, b: Condition | undefined, meet: (a: Condition, b: Condition) => Condition | typeof NONE) {
  return a === undefined || b === undefined ? a ?? b : meet(a, b);
}

function same<Condition>(one: Condition, other: Condition): Condition | typeof NONE {
  return one === other ? one : NONE;
}

function commonMethods(a: readonly string[], b: readonly string[]): readonly string[] | typeof NONE {
  const methods = a.filter(method => b.includes(method));
  return methods.length === 0 ? NONE : methods;
}

function allHeaders(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): ReadonlyMap<string, string> | typeof NONE {
  const differ = [...b].some(([name, value]) => a.has(name) && a.get(name) !== value);
  return differ ? NONE : new Map([...a, ...b]);
}
