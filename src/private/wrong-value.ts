import { ENUMS, INTERFACES, MAKERS, STRUCTS } from './boundary-types';
import { looksLikeCredential } from './literal-secret';
import { membersOf } from './members';
import { nearest } from './nearest';
import { listed, quote, TopologyError } from './topology-error';

/** A value that is of another type than is due. */
export interface Wrong {
  /** Where inside of the value that was given, such as `.routes[0]`; empty for that value itself. */
  readonly at: string;
  readonly value: unknown;
  /** The type that is due, as the boundary's tables write it. */
  readonly due: string;
  /** Whether nothing at all would be right too. */
  readonly optional?: boolean;
  /** The member that the struct does not know, if the value is a struct with one. */
  readonly unknown?: string;
  /** The member that the interface needs, if the value lacks one. */
  readonly missing?: string;
}

/** The refusal of a wrong value. `what` says where it was given, such as `options of Workload.calls()`. */
export function wrongType(what: string, wrong: Wrong, path: string): TopologyError {
  return new TopologyError({ code: 'BST021', path, ...text(what, wrong) });
}

function text(what: string, wrong: Wrong): { readonly problem: string; readonly fix: string } {
  const { due, value, unknown, missing } = wrong;
  if (unknown !== undefined) {
    const known = membersOf(due).map(({ name }) => name);
    const near = nearest(unknown, known);
    return {
      problem: `${quote(unknown)} in ${what} is unknown: ${due} has ${listed(known)}`,
      fix: near === undefined ? 'leave it out' : `write ${near}`,
    };
  }
  const fix = wrong.optional && (value === null || value === undefined) ? 'leave it out' : fixFor(due, value);
  return { problem: `${what} is ${shown(value, what)}: due is ${dueText(due)}${missing === undefined ? '' : `, which has ${missing}`}`, fix };
}

const BASIC: Readonly<Record<string, string>> = { string: 'text', number: 'a finite number', boolean: 'true or false' };

function dueText(type: string): string {
  if (type.endsWith('[]')) return `a list, each ${dueText(type.slice(0, -2))}`;
  if (type.endsWith('{}')) return `a map, each value ${dueText(type.slice(0, -2))}`;
  if (type in ENUMS) return `one of ${type}: ${listed(Object.values(ENUMS[type]).map(String))}`;
  if (type in STRUCTS) return `an object with the members of ${type}: ${listed(membersOf(type).map(({ name }) => name))}`;
  if (type in INTERFACES) return `an implementation of ${type}`;
  return BASIC[type] ?? `an object of the class ${type}`;
}

function fixFor(type: string, value: unknown): string {
  if (type in ENUMS) {
    const names = Object.keys(ENUMS[type]);
    const meant = meantBy(value, names, name => [name, String(ENUMS[type][name])]);
    return `write ${meant.map(name => `${type}.${name}`).join(' or ')}`;
  }
  const makers = MAKERS[type] ?? [];
  if (makers.length > 0) return `give ${meantBy(value, makers, maker => [maker.replace(/^.*\.|\(\)$/g, '')]).join(' or ')}`;
  return `give ${dueText(type).replace(/:.*/, '')}`;
}

/** The names that a text stands for, however it is written; all of them if it stands for none. */
function meantBy(value: unknown, names: readonly string[], words: (name: string) => string[]): readonly string[] {
  const bare = (word: string) => word.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  const meant = typeof value === 'string' ? names.filter(name => words(name).some(word => bare(word) === bare(value))) : [];
  return meant.length > 0 ? meant : names;
}

const OF_CREDENTIALS = /secret|credential|password|passwd|token|key|uri|url|username/i;
const HARMLESS = /^[\w .:/-]{0,40}$/;

function isHarmless(said: string): boolean {
  return HARMLESS.test(said) && !looksLikeCredential(said);
}

/** A value for a message. Text is repeated only where nobody would put a credential, nor what could hold one; a number may be one there too. */
function shown(value: unknown, what: string): string {
  switch (typeof value) {
    case 'undefined': return 'missing';
    case 'string': return OF_CREDENTIALS.test(what) || !isHarmless(value) ? 'a text (not repeated here)' : quote(value);
    case 'function': return `the function or class ${quote(value.name)}`;
    case 'object': return value === null ? 'null' : kindOf(value);
    case 'boolean': return String(value);
    default: return OF_CREDENTIALS.test(what) ? `a ${typeof value} (not repeated here)` : String(value);
  }
}

/** A list, or the name of an object's class; the object itself is asked nothing. */
function kindOf(value: object): string {
  if (Array.isArray(value)) return 'a list';
  const prototype = Object.getPrototypeOf(value) as { readonly constructor?: unknown } | null;
  const made = prototype?.constructor;
  return typeof made === 'function' && made.name !== 'Object' ? `an object of the class ${quote(made.name)}` : 'an object';
}
