/**
 * Makes the members of an object unchangeable. Not `Object.freeze`: jsii has to tag an object that crosses the border to another language, and a frozen
 * one takes no tag, so that Python could not be given it.
 */
export function lockMembers(object: object): void {
  for (const name of Object.keys(object)) Object.defineProperty(object, name, { writable: false, configurable: false });
}
