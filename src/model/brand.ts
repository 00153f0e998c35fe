/**
 * Brands instead of `instanceof`, which fails when two copies of the package are loaded.
 * The reasoning is that of `Construct.isConstruct` in https://github.com/aws/constructs.
 */
const MARKS = {
  BackingService: Symbol.for('cdk8s-backing-services.BackingService'),
  Dependency: Symbol.for('cdk8s-backing-services.Dependency'),
  Pods: Symbol.for('cdk8s-backing-services.Pods'),
  Topic: Symbol.for('cdk8s-backing-services.Topic'),
  Topology: Symbol.for('cdk8s-backing-services.Topology'),
  Workload: Symbol.for('cdk8s-backing-services.Workload'),
};

/** The names of the brands. */
export type Brand = keyof typeof MARKS;

/** Marks all objects of a class as ours; on the prototype, where the mark costs nothing per object. */
export function brand(marked: { readonly prototype: object }, name: Brand): void {
  Object.defineProperty(marked.prototype, MARKS[name], { value: true });
}

/** Whether an object carries the mark, whichever copy of this package set it. */
export function isBranded(object: object, name: Brand): boolean {
  return MARKS[name] in object;
}
