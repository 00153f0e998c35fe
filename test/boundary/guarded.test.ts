import * as api from '../../src';
import { CallName } from '../../src/private/boundary';
import { CALLS } from '../../src/private/boundary-types';
import { fieldsOf } from '../../src/private/members';
import { refusalOf } from '../support/declare';

/** What nothing takes. */
const NOTHING_TAKES = Symbol('nothing takes this');

/** pulumi is a path of its own; test/pulumi holds its entry to the same. Whether something is of a class may be asked of anything. */
const TAKING = (Object.keys(CALLS) as CallName[])
  .filter(name => name !== 'new ChartResources' && fieldsOf(CALLS[name]).length > 0 && !/\.is[A-Z]/.test(name));

/** Calls by the class alone: no call is right, so none needs an object. */
function call(name: CallName): unknown {
  const given = fieldsOf(CALLS[name]).map(() => NOTHING_TAKES);
  const [owner, method] = name.replace('new ', '').split(/[.#]/);
  const named = (api as unknown as Record<string, new (...args: unknown[]) => unknown>)[owner];
  if (method === undefined) return Reflect.construct(named, given);
  if (!name.includes('#')) return (Reflect.get(named, method) as (...args: unknown[]) => unknown).apply(named, given);
  return (Reflect.get(named.prototype as object, method) as (...args: unknown[]) => unknown).apply({}, given);
}

// boundary.test.ts tries every value at every place; this asks of each entry only whether it looks at all, and first of all.
test.each(TAKING)('BST021: %s looks at what it is given before it does anything', name => expect(refusalOf(() => call(name)).message).toMatch(/^BST021 /));
