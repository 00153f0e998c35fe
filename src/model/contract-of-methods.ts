import { frozenList } from '../private/frozen-copy';
import { lockMembers } from '../private/lock-members';
import { byCodePoint } from '../private/names';
import { listed, quote, TopologyError } from '../private/topology-error';
import { HeldContract } from './held-contract';
import { isMethodOfGrpc } from './idempotent-methods';
import { Operation } from './operation';

/**
 * The contract of a service of gRPC, among whose methods those that are named may be repeated as well; throws BST710 if an operation is no method of gRPC
 * or two are one, BST701 if a method is named that it lacks.
 */
export function contractOfMethods(contract: HeldContract, idempotent: readonly string[], path: string): HeldContract {
  const other = contract.operations.find(operation => operation.method !== 'POST' || !isMethodOfGrpc(nameOf(operation)));
  if (other !== undefined) throw noMethod(other, path);
  const known = new Set<string>();
  for (const operation of contract.operations) {
    if (known.has(nameOf(operation))) throw methodTwice(operation, path);
    known.add(nameOf(operation));
  }
  const unknown = idempotent.filter(method => !known.has(method));
  if (unknown.length > 0) throw unknownMethods(unknown, known, path);
  if (idempotent.length === 0) return contract;
  const named = new Set(idempotent);
  const operations = contract.operations.map(operation => ({ ...operation, retriable: operation.retriable || named.has(nameOf(operation)) }));
  operations.forEach(lockMembers);
  const held = { operations: frozenList(operations) };
  lockMembers(held);
  return held;
}

/** Full names of the methods that its contract calls idempotent, sorted. */
export function idempotentOf({ operations }: HeldContract): string[] {
  return frozenList(operations.filter(({ retriable }) => retriable).map(nameOf).sort(byCodePoint));
}

/** As idempotent methods are named: the path without its first slash. */
function nameOf({ path }: Operation): string {
  return path.slice(1);
}

function noMethod({ id, method, path: requested }: Operation, path: string): TopologyError {
  return new TopologyError({
    code: 'BST710',
    path,
    problem: `operation ${quote(id)} of the contract is ${method} ${requested}, which is no method of gRPC: a call is a POST to /package.Service/Method`,
    fix: 'give the contract of a .proto file, as Contract.proto() or Contract.descriptorSet() reads it',
  });
}

function methodTwice({ id, path: requested }: Operation, path: string): TopologyError {
  return new TopologyError({
    code: 'BST710', path, problem: `operation ${quote(id)} of the contract is ${requested}, as another one is`, fix: 'let the contract say each method once',
  });
}

function unknownMethods(unknown: readonly string[], known: ReadonlySet<string>, path: string): TopologyError {
  return new TopologyError({
    code: 'BST701',
    path,
    problem: `idempotentMethods names ${listed(unknown)}, which the contract does not have; it has ${listed(known, unknown[0])}`,
    fix: 'name methods of the contract, or correct it',
  });
}
