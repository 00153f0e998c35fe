import { CLASSES } from './boundary-types';

/** The classes that users meet. */
export type ClassName = keyof typeof CLASSES;

/** What besides them is told by a mark: a check of this package, what is said of all workloads, whom they let in, and what gateways expose. */
const OTHERS = ['OurCheck', 'CommonDependency', 'Admission', 'Reach', 'AccessStatement', 'Exposure', 'Relay'] as const;

/** What an object can be marked as. */
export type Brand = ClassName | typeof OTHERS[number];

/**
 * Brands instead of `instanceof`, which fails when two copies of the package are loaded.
 * The reasoning is that of `Construct.isConstruct` in https://github.com/aws/constructs.
 */
const MARKS = Object.fromEntries(
  [...Object.keys(CLASSES), ...OTHERS].map(name => [name, Symbol.for(`cdk8s-backing-services.${name}`)])) as Record<Brand, symbol>;

/** Marks all objects of a class as ours; on the prototype, where the mark costs nothing per object. */
export function brand(marked: { readonly prototype: object }, name: ClassName): void {
  mark(marked.prototype, name);
}

/** Marks one object as ours. */
export function mark(object: object, name: Brand): void {
  Object.defineProperty(object, MARKS[name], { value: true });
}

/** Whether an object carries the mark, whichever copy of this package set it. */
export function isBranded(object: object, name: Brand): boolean {
  return MARKS[name] in object;
}
