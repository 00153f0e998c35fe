/** On the prototype of the objects that this package emits, so that it costs nothing per object and every copy of the package reads it. */
const EMITTED = Symbol.for('cdk8s-backing-services.emitted');

/** Marks the objects of a class as emitted by this package. */
export function markEmitted(marked: { readonly prototype: object }): void {
  Object.defineProperty(marked.prototype, EMITTED, { value: true });
}

/** Whether this package emits an object. */
export function isEmitted(object: object): boolean {
  return EMITTED in object;
}
