import { CLASSES, ENUMS, INTERFACES } from './boundary-types';
import { ClassName, isBranded } from './brand';
import { isForeign } from './foreign-class';
import { abstractsOf, basesOf, Member, membersOf, subtypesOf } from './members';
import { quote } from './topology-error';
import { Wrong } from './wrong-value';

/** Holds a value against a type: undefined, without making anything, if it is right. */
export type Check = (value: unknown) => Wrong | undefined;

const checks = new Map<string, Check>([
  ['any', () => undefined],
  ['string', unless('string', value => typeof value === 'string')],
  ['number', unless('number', Number.isFinite)],
  ['boolean', unless('boolean', value => typeof value === 'boolean')],
]);

/** The check of a type, as the boundary's tables write types. */
export function checkOf(type: string): Check {
  let check = checks.get(type);
  if (!check) checks.set(type, check = newCheck(type));
  return check;
}

/** A member, parameter or option, with the check of its type. That is looked up once, and not at once: a type may hold itself. */
export class Due implements Member {
  public readonly name: string;
  public readonly type: string;
  public readonly optional: boolean;
  public readonly rest: boolean;
  private known?: Check;

  constructor({ name, type, optional, rest }: Member) {
    this.name = name;
    this.type = type;
    this.optional = optional;
    this.rest = rest;
  }

  public get check(): Check {
    this.known ??= checkOf(this.type);
    return this.known;
  }
}

/** These members, with their checks. */
export function dueOf(members: readonly Member[]): Due[] {
  return members.map(member => new Due(member));
}

function newCheck(type: string): Check {
  if (type.endsWith('[]')) return listCheck(type);
  if (type.endsWith('{}')) return mapCheck(type);
  if (type in ENUMS) {
    const values = new Set<unknown>(Object.values(ENUMS[type]));
    return unless(type, value => values.has(value));
  }
  if (type in INTERFACES) return interfaceCheck(type);
  if (type in CLASSES) return classCheck(type);
  if (type.includes('.')) return unless(type, value => isObject(value) && isForeign(type, value));
  return structCheck(type);
}

function unless(due: string, isRight: (value: unknown) => boolean): Check {
  return value => isRight(value) ? undefined : { at: '', value, due };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Whether an object is written `{ ... }`, in this realm or another: its prototype is the last one, or it has none. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function inside(step: string, wrong: Wrong): Wrong {
  return { ...wrong, at: `${step}${wrong.at}` };
}

function listCheck(due: string): Check {
  const check = checkOf(due.slice(0, -2));
  return value => {
    if (!Array.isArray(value)) return { at: '', value, due };
    for (let position = 0; position < value.length; position++) {
      const wrong = check(value[position]);
      if (wrong) return inside(`[${position}]`, wrong);
    }
    return undefined;
  };
}

function mapCheck(due: string): Check {
  const check = checkOf(due.slice(0, -2));
  return value => {
    if (!isObject(value) || Array.isArray(value) || !isPlain(value)) return { at: '', value, due };
    for (const key of Object.keys(value)) {
      const wrong = check(value[key]);
      if (wrong) return inside(`[${quote(key)}]`, wrong);
    }
    return undefined;
  };
}

/** What nobody would read is refused too: a misspelled option would be one that is silently not set. */
function structCheck(due: string): Check {
  const members = dueOf(membersOf(due));
  const known = new Set([...members, ...subtypesOf(due).flatMap(membersOf)].map(({ name }) => name));
  return value => {
    if (!isObject(value) || Array.isArray(value)) return { at: '', value, due };
    // A Map, a Date or an object of a class would be taken for "no options".
    if (!isPlain(value) && !members.some(({ name }) => name in value)) return { at: '', value, due };
    for (const key in value) {
      if (!known.has(key) && value[key] !== undefined) return { at: '', value, due, unknown: key };
    }
    return membersCheck(members, value);
  };
}

function membersCheck(members: readonly Due[], value: Record<string, unknown>): Wrong | undefined {
  for (const due of members) {
    const member = value[due.name];
    if (member === undefined && due.optional) continue;
    const wrong = due.check(member);
    if (wrong) return inside(`.${due.name}`, wrong.at === '' ? { ...wrong, optional: due.optional } : wrong);
  }
  return undefined;
}

/** What our own classes leave to those of users is there; users may have left it out. */
function classCheck(due: string): Check {
  const members = abstractsOf(due);
  const properties = propertiesOf(members);
  return value => {
    if (!isObject(value) || !isBranded(value, due as ClassName)) return { at: '', value, due };
    const missing = missingOf(members, value);
    return missing === undefined ? membersCheck(properties, value) : { at: '', value, due, missing: missing.name };
  };
}

function propertiesOf(members: readonly Member[]): Due[] {
  return dueOf(members.filter(({ name }) => !name.endsWith('()')));
}

/** An object of a class of ours that implements the interface has been checked where it was made. */
function interfaceCheck(due: string): Check {
  const own = Object.keys(CLASSES).filter(name => CLASSES[name as ClassName].split(' ').includes(due)) as ClassName[];
  const foreign = basesOf(due).filter(base => base.includes('.'));
  const members = membersOf(due);
  const properties = propertiesOf(members);
  return value => {
    if (!isObject(value)) return { at: '', value, due };
    for (const base of foreign) if (!isForeign(base, value)) return { at: '', value, due };
    for (const name of own) if (isBranded(value, name)) return undefined;
    const missing = missingOf(members, value);
    if (missing === undefined) return membersCheck(properties, value);
    return { at: '', value, due, missing: missing.name.startsWith('_') ? undefined : missing.name };
  };
}

/** The first member that has to be there and is not. A loop: checks run by the ten thousand, and a closure each would be most of their cost. */
function missingOf(members: readonly Member[], value: Record<string, unknown>): Member | undefined {
  for (const member of members) {
    if (!member.optional && !hasMember(value, member.name)) return member;
  }
  return undefined;
}

/** A property of another type is told apart later. A member of a class in another language is asked for once. */
function hasMember(value: Record<string, unknown>, name: string): boolean {
  return name.endsWith('()') ? typeof value[name.slice(0, -2)] === 'function' : name in value;
}
