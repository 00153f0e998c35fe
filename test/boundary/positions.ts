import { Construct } from 'constructs';
import { ENUMS, INTERFACES, STRUCTS } from '../../src/private/boundary-types';
import { Member, membersOf } from '../../src/private/members';

/** A place in the arguments of a call where a value stands, or could. */
export interface Position {
  /** Indexes and names, outermost first. */
  readonly steps: readonly (string | number)[];
  /** The type that is due, as the boundary's tables write it. */
  readonly type: string;
  readonly optional: boolean;
}

/** Every place in the arguments: the arguments, and what is inside of plain objects and lists. */
export function positionsIn(parameters: readonly Member[], args: readonly unknown[]): Position[] {
  return args.flatMap((value, index) => {
    const { type, optional } = parameters[Math.min(index, parameters.length - 1)];
    return inside({ steps: [index], type, optional }, value);
  });
}

function inside(position: Position, value: unknown): Position[] {
  const { steps, type } = position;
  const at = (step: string | number, inner: string, optional = false): Position[] => (
    inside({ steps: [...steps, step], type: inner, optional }, (value as Record<string, unknown>)[step]));
  if (value === undefined) return [position];
  if (type.endsWith('[]')) return [position, ...(value as unknown[]).flatMap((_, index) => at(index, type.slice(0, -2)))];
  if (type.endsWith('{}')) return [position, ...Object.keys(value as object).flatMap(key => at(key, type.slice(0, -2)))];
  if (!(type in STRUCTS)) return [position];
  return [position, ...membersOf(type).flatMap(member => at(member.name, member.type, member.optional))];
}

/** Where no baseline of a call has a value, so that nothing inside was tried; indexes left out. */
export function unsetIn(positions: readonly Position[], argsOf: (position: Position) => readonly unknown[]): string[] {
  const name = ({ steps }: Position) => steps.filter(step => typeof step === 'string').join('.');
  const set = new Set(positions.filter(position => valueAt(argsOf(position), position) !== undefined).map(name));
  return [...new Set(positions.map(name))].filter(place => !set.has(place));
}

export function valueAt(args: readonly unknown[], { steps }: Position): unknown {
  return steps.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | undefined)?.[step], args);
}

/** The arguments with another value at a place. */
export function replaced(args: readonly unknown[], { steps }: Position, value: unknown): unknown[] {
  return replacedAt(args, steps, value) as unknown[];
}

function replacedAt(holder: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  const copy = Array.isArray(holder) ? [...holder as unknown[]] : { ...holder as object };
  const inner = (holder as Record<string | number, unknown>)[step];
  return Object.assign(copy, { [step]: rest.length === 0 ? value : replacedAt(inner, rest, value) });
}

/** Whether a value may be right at a place, told apart from the implementation: by what JavaScript says of the value. */
export function mayFit({ type, optional }: Position, value: unknown): boolean {
  if (type === 'any') return true;
  if (value === undefined) return optional;
  if (type === 'number') return Number.isFinite(value);
  if (type === 'string' || type === 'boolean') return typeof value === type;
  if (type in ENUMS) return Object.values(ENUMS[type]).includes(value as string);
  if (type.endsWith('[]')) return Array.isArray(value);
  if (type.endsWith('{}') || type in STRUCTS && isPlain(value)) return isPlain(value);
  if (typeof value !== 'object' || value === null) return false;
  // Its members are for cdk8s to know.
  if (type === 'cdk8s.AppProps') return !Array.isArray(value) && !Construct.isConstruct(value);
  if (type.startsWith('constructs.')) return Construct.isConstruct(value);
  if (type in INTERFACES) return hasMembers(type, value);
  // A class of the user may stand for a plain object.
  if (type in STRUCTS) return hasMembers(type, value) && membersOf(type).some(({ name }) => name in value);
  return classesOf(value).includes(type.replace(/^.*\./, ''));
}

function hasMembers(type: string, value: object): boolean {
  return membersOf(type).every(({ name, optional }) => optional || name.replace('()', '') in value);
}

/** The names of an object's class and of those above it. */
function classesOf(value: object): string[] {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null ? [] : [prototype.constructor.name, ...classesOf(prototype)];
}

function isPlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null && [null, Object.prototype].includes(Object.getPrototypeOf(value) as null);
}
