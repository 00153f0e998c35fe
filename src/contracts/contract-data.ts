import { quote } from '../private/topology-error';
import { ContractBudget, DEEPEST } from './contract-budget';
import { ContractSubject } from './contract-subject';
import { parseReference } from './local-reference';

/** Plain data of a document; objects are Maps, because no key of a Map reaches a prototype. */
export type Data = null | boolean | number | string | DataList | DataObject;
export type DataList = readonly Data[];
export type DataObject = ReadonlyMap<string, Data>;

export function isObject(data: Data | undefined): data is DataObject {
  return data instanceof Map;
}

export function isList(data: Data | undefined): data is DataList {
  return Array.isArray(data);
}

/** Words for a message: the kind of a value that is not what was due. */
export function kindOf(data: Data | undefined): string {
  if (isObject(data)) return 'an object';
  if (isList(data)) return 'a list';
  if (data === undefined || data === null) return data === null ? 'null' : 'nothing';
  return `the ${typeof data} ${quote(data)}`;
}

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Throws BST710 if the data of `file` is too large or deep, or holds a hostile key or `$ref`. */
export function assertContractData(data: Data, file: string, subject: ContractSubject, budget: ContractBudget): void {
  const pending: { readonly data: Data; readonly depth: number }[] = [{ data, depth: 1 }];
  budget.spend('nodes', 1, subject);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const collection = next.data;
    if (!isObject(collection) && !isList(collection)) continue;
    if (next.depth > DEEPEST) throw tooDeep(subject);
    // Before the children are queued: aliases could make the queue itself a bomb.
    budget.spend('nodes', isObject(collection) ? collection.size : collection.length, subject);
    if (isObject(collection)) assertKeys(collection, file, subject);
    for (const child of collection.values()) pending.push({ data: child, depth: next.depth + 1 });
  }
}

/** The refusal of what is nested too deep, for the parser to use as well. */
export function tooDeep(subject: ContractSubject): Error {
  return subject.refusal(
    `objects and lists are nested more than ${DEEPEST} deep, or an alias holds itself`,
    'flatten the document, and let recursive schemas refer to themselves by $ref',
  );
}

function assertKeys(object: DataObject, file: string, subject: ContractSubject): void {
  for (const [key, value] of object) {
    if (FORBIDDEN_KEYS.has(key)) {
      throw subject.refusal(`the key ${quote(key)} can change the behaviour of programs that read the document`, 'rename it');
    }
    if (key === '<<') {
      throw subject.refusal('the merge key "<<" does not exist in YAML 1.2, so its content would be lost', 'write the merged keys out, or use $ref');
    }
    if (key === '$ref' && typeof value === 'string') parseReference(value, file, subject);
  }
}
