import { isSurelyPlain } from './plain-text';

/** Strings of one line, whole numbers, booleans, and lists and maps of them. */
export type PlainData = string | number | boolean | PlainList | PlainMap;
export type PlainList = readonly PlainData[];
export type PlainMap = { readonly [key: string]: PlainData };

/** A longer key is written behind a `?`. Source: https://yaml.org/spec/1.1/#id934537 */
const LONGEST_KEY = 1024;
const NODE = Symbol.for('yaml.node.type');

/**
 * Whether a document is a list or a map in which nothing is written in a way that depends on where it stands or on what else is there: no object twice,
 * which YAML would name and refer to; no strings of several lines; no keys but plain ones; and no values but strings, whole numbers and booleans.
 */
export function isPlain(document: unknown): document is PlainList | PlainMap {
  return typeof document === 'object' && isPlainCollection(document, new Set());
}

function isPlainValue(value: unknown, met: Set<object>): boolean {
  switch (typeof value) {
    case 'string': return !value.includes('\n');
    case 'number': return Number.isSafeInteger(value) && !Object.is(value, -0);
    case 'boolean': return true;
    case 'object': return isPlainCollection(value, met);
    default: return false;
  }
}

function isPlainCollection(value: object | null, met: Set<object>): boolean {
  if (value === null || met.has(value) || standsForElse(value)) return false;
  met.add(value);
  return Array.isArray(value) ? isPlainList(value, met) : isPlainMap(value as Record<string, unknown>, met);
}

/** An object of a class, or one that says what it is instead: JSON of its own, a list, or a node of YAML. */
function standsForElse(value: object): boolean {
  return Object.getPrototypeOf(value) !== (Array.isArray(value) ? Array.prototype : Object.prototype)
    || Object.hasOwn(value, 'toJSON') || Object.hasOwn(value, Symbol.iterator) || Object.hasOwn(value, NODE);
}

function isPlainList(list: readonly unknown[], met: Set<object>): boolean {
  // Not every(), which passes over holes.
  for (const item of list) {
    if (!isPlainValue(item, met)) return false;
  }
  return true;
}

function isPlainMap(map: Readonly<Record<string, unknown>>, met: Set<object>): boolean {
  return Object.keys(map).every(key => key.length <= LONGEST_KEY && isSurelyPlain(key) && isPlainValue(map[key], met));
}
