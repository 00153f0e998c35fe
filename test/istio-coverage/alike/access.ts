import { Difference } from '../coverage-row';
import { AccessRule } from '../meaning/meaning';
import { textOf } from '../meaning/text';

/** The port is named. */
export const ONE_PORT: Difference = {
  name: 'the port is named',
  why: 'Our rules name the port of the service. Nothing else answers in these pods.',
  alike: ofOperations('ports'),
};

/** Operations of a contract instead of methods of any path. */
export const OPERATIONS: Difference = {
  name: 'operations for methods',
  why: 'Our rules name the operations of the service\'s contract that have the method. A request of that method which is no operation is answered with 404 by the service there, and '
    + 'with 403 by the sidecar here.',
  alike: ofOperations('paths'),
};

/** Without a member of operations; what is equal then stands once, and an operation that says nothing more means any. */
function ofOperations(member: string): Difference['alike'] {
  return meanings => meanings.map(meaning => meaning.kind === 'AuthorizationPolicy'
    ? { ...meaning, rules: meaning.rules?.map(rule => ({ ...rule, to: without(member, rule.to) })) } : meaning);
}

function without(member: string, operations: AccessRule['to']): AccessRule['to'] {
  const left = operations?.map(operation => Object.fromEntries(Object.entries(operation).filter(([key]) => key !== member)));
  if (left === undefined || left.some(operation => Object.keys(operation).length === 0)) return undefined;
  return [...new Map(left.map(operation => [textOf(operation), operation])).values()];
}
