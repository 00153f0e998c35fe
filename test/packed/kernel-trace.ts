/** Code of the other language that the kernel ran once. */
export interface Callback {
  /** The member that was called: `bind`, or `get code` for a property. */
  readonly member: string;
  /** The object that it was called on. */
  readonly object: string;
  /** Calls that it made to the kernel until it returned, those of callbacks inside of it included. */
  readonly calls: number;
}

/** What went over the border between a program and the jsii kernel. */
export interface KernelTraffic {
  /** Calls of the program to the kernel; neither loading packages nor returning from a callback is one. */
  readonly calls: number;
  readonly callbacks: readonly Callback[];
}

/** What all callbacks of one member cost. */
export interface MemberCost {
  readonly member: string;
  readonly callbacks: number;
  readonly objects: number;
  /** The most callbacks on one object. */
  readonly perObject: number;
  /** The most calls to the kernel in one callback. */
  readonly calls: number;
}

interface CallbackMessage {
  readonly invoke?: { readonly objref: Reference; readonly method: string };
  readonly get?: { readonly objref: Reference; readonly property: string };
  readonly set?: { readonly objref: Reference; readonly property: string };
}

interface Reference {
  readonly '$jsii.byref': string;
}

const CALLS = ['create', 'get', 'set', 'invoke', 'sget', 'sset', 'sinvoke'];

/**
 * Reads what a program with JSII_DEBUG=1 prints to its standard error: `> {…}` is told to the kernel, `< {…}` is its answer.
 * The protocol: https://aws.github.io/jsii/specification/3-kernel-api/
 */
export function readTrace(trace: string): KernelTraffic {
  let calls = 0;
  const open: { readonly member: string; readonly object: string; readonly since: number }[] = [];
  const callbacks: Callback[] = [];
  for (const [, direction, text] of trace.matchAll(/^([<>]) (\{.*\})$/gm)) {
    const message = JSON.parse(text) as { readonly api?: string; readonly complete?: object; readonly callback?: CallbackMessage };
    if (direction === '<' && message.callback) open.push({ ...calledBy(message.callback), since: calls });
    if (direction === '<') continue;
    if (CALLS.includes(message.api ?? '')) calls += 1;
    if (message.complete) {
      const { since, ...called } = open.pop()!;
      callbacks.push({ ...called, calls: calls - since });
    }
  }
  return { calls, callbacks };
}

function calledBy({ invoke, get, set }: CallbackMessage): { member: string; object: string } {
  if (invoke) return { member: invoke.method, object: invoke.objref['$jsii.byref'] };
  return get ? { member: `get ${get.property}`, object: get.objref['$jsii.byref'] } : { member: `set ${set!.property}`, object: set!.objref['$jsii.byref'] };
}

/** What each member costs that the kernel called, in the order in which the first callbacks returned. */
export function costs({ callbacks }: KernelTraffic): MemberCost[] {
  return [...new Set(callbacks.map(({ member }) => member))].map(member => {
    const own = callbacks.filter(callback => callback.member === member);
    const objects = [...new Set(own.map(({ object }) => object))];
    return {
      member,
      callbacks: own.length,
      objects: objects.length,
      perObject: Math.max(...objects.map(object => own.filter(callback => callback.object === object).length)),
      calls: Math.max(...own.map(({ calls }) => calls)),
    };
  });
}
