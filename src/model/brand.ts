/**
 * Brands instead of `instanceof`, which fails when two copies of the package are loaded.
 * The reasoning is that of `Construct.isConstruct` in https://github.com/aws/constructs.
 */
function symbolOf(name: string): symbol {
  return Symbol.for(`cdk8s-backing-services.${name}`);
}

/** Marks all objects of a class as ours; on the prototype, where the mark costs nothing per object. */
export function brand(marked: { readonly prototype: object }, name: string): void {
  Object.defineProperty(marked.prototype, symbolOf(name), { value: true });
}

/** Whether an object carries the mark, whichever copy of this package set it. */
export function isBranded(object: object, name: string): boolean {
  return symbolOf(name) in object;
}
