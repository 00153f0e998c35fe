import { Construct } from 'constructs';
import { CALLS } from './boundary-types';
import { brand, ClassName } from './brand';
import { fieldsOf } from './members';
import { checkOf, Due, dueOf } from './type-check';
import { wrongType } from './wrong-value';

/** A constructor (`new A`), static method (`A.b`) or method (`A#b`) that users call. */
export type CallName = keyof typeof CALLS;

const parameters = new Map<CallName, Due[]>();
const callsByOwner = new Map<string, CallName[]>();
for (const call of Object.keys(CALLS) as CallName[]) {
  const [owner] = /^\w+/.exec(call)!;
  callsByOwner.set(owner, [...callsByOwner.get(owner) ?? [], call]);
}

/**
 * Marks a class as ours, and holds every call of its public methods to what they say that they take.
 *
 * Stands right below the class, once; a constructor, which cannot be replaced, says `acceptArguments` itself, first of all.
 */
export function guard(name: ClassName, guarded: { readonly prototype: object }): void {
  brand(guarded, name);
  for (const call of callsByOwner.get(name) ?? []) {
    const isStatic = call[name.length] === '.';
    guardMethod(isStatic ? guarded : guarded.prototype, call.slice(name.length + 1), call);
  }
}

/** Throws BST021 for the first argument that is not of the type that the call says. `on` is the object called. */
export function acceptArguments(call: CallName, given: readonly unknown[], on?: unknown): void {
  acceptEach(parametersOf(call), call, given, on);
}

function parametersOf(call: CallName): Due[] {
  let due = parameters.get(call);
  if (!due) parameters.set(call, due = dueOf(fieldsOf(CALLS[call])));
  return due;
}

function acceptEach(parametersDue: readonly Due[], call: CallName, given: readonly unknown[], on: unknown): void {
  for (let position = 0; position < parametersDue.length; position++) {
    const due = parametersDue[position];
    for (let at = position; at < (due.rest ? given.length : position + 1); at++) {
      if (given[at] === undefined && due.optional && !due.rest) continue;
      const wrong = due.check(given[at]);
      if (wrong) {
        const { name, optional } = due;
        throw wrongType(`${name}${wrong.at} of ${written(call)}`, wrong.at === '' ? { ...wrong, optional } : wrong, pathOf(call, given, on));
      }
    }
  }
}

/** Throws BST021 unless a value is of the type; for what a class of the user gives back. `what` names the value, such as `PodFacts of pods.describe()`. */
export function accept(type: string, value: unknown, what: string, path: string): void {
  const wrong = checkOf(type)(value);
  if (wrong) throw wrongType(wrong.at === '' ? what : `${wrong.at.replace(/^\./, '')} in ${what}`, wrong, path);
}

function guardMethod(holder: object, method: string, call: CallName): void {
  const original = Reflect.get(holder, method) as (...given: unknown[]) => unknown;
  if (Object.keys(CALLS[call]).length === 0) return;
  // A method of an object literal, so that a stack shows the name.
  const { [method]: value } = {
    [method](this: unknown, ...given: unknown[]): unknown {
      acceptEach(parametersOf(call), call, given, this);
      return original.apply(this, given);
    },
  };
  Object.defineProperty(holder, method, { value, configurable: true, writable: true });
}

function written(call: CallName): string {
  return `${call.replace('#', '.')}()`;
}

/**
 * Workloads stand in a scope of their own inside of the one that they are given, because a workload and the service that it provides often have one name.
 */
export const WORKLOADS = 'workloads';

/** Where what a constructor makes stands in the scope that it is given, if not right below. */
const INSIDE: Partial<Record<CallName, string>> = { 'new Workload': WORKLOADS, 'new Gateway': WORKLOADS };

/** The construct that is called, or will be made; else the call. */
function pathOf(call: CallName, [scope, id]: readonly unknown[], on: unknown): string {
  if (Construct.isConstruct(on)) return on.node.path || written(call);
  if (call.startsWith('new ') && Construct.isConstruct(scope) && typeof id === 'string') return [scope.node.path, INSIDE[call], id].filter(Boolean).join('/');
  return written(call);
}
