import { ABSTRACTS, CLASSES, INTERFACES, STRUCTS } from './boundary-types';

/** What the boundary's tables say of a member, an option or a parameter. */
export interface Member {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  /** Whether it takes all further arguments. */
  readonly rest: boolean;
}

/** The members of a struct or interface, those of the types that it extends included. Types of other packages have none. */
export function membersOf(type: string): Member[] {
  const fields = STRUCTS[type] ?? INTERFACES[type] ?? {};
  return [...basesOf(type).flatMap(membersOf), ...fieldsOf(fields)];
}

/** What a class of the user that extends a class of ours has to give, for all classes above that one too. */
export function abstractsOf(type: string): Member[] {
  const bases = (CLASSES as Readonly<Record<string, string>>)[type]?.match(/\S+/g) ?? [];
  return [...bases.flatMap(abstractsOf), ...fieldsOf(ABSTRACTS[type] ?? {})];
}

/** Members as a row of the tables writes them. */
export function fieldsOf(fields: Readonly<Record<string, string>>): Member[] {
  return Object.entries(fields).filter(([key]) => key !== '&').map(([key, type]) => ({
    name: key.replace(/(\?|\.\.\.)$/, ''), type, optional: /(\?|\.\.\.)$/.test(key), rest: key.endsWith('...'),
  }));
}

/** What a struct or interface extends. */
export function basesOf(type: string): string[] {
  return (STRUCTS[type] ?? INTERFACES[type])?.['&']?.split(' ') ?? [];
}

/** The structs that extend a struct, however far below; an object of one is an object of it. */
export function subtypesOf(struct: string): string[] {
  const direct = Object.keys(STRUCTS).filter(name => basesOf(name).includes(struct));
  return [...direct, ...direct.flatMap(subtypesOf)];
}
