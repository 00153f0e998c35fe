/**
 * Copies of what a caller hands in, unchangeable, so that what was held to the rules once stays as it was. A list or a map may be frozen: jsii copies
 * both. An object of a class or a struct may not: see `lock-members.ts`.
 */

/** A copy of a list that neither its giver nor its readers can change. */
export function frozenList<T>(list: readonly T[]): T[] {
  return Object.freeze([...list]) as T[];
}

/** A copy of a map that neither its giver nor its readers can change. */
export function frozenMap<T>(map: Readonly<Record<string, T>>): Record<string, T> {
  return Object.freeze({ ...map });
}
