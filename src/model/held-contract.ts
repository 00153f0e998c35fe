import { isBranded } from '../private/brand';
import { frozenList } from '../private/frozen-copy';
import { lockMembers } from '../private/lock-members';
import { quote, TopologyError } from '../private/topology-error';
import { Locator } from './locator';
import { IContract, Operation } from './operation';
import { operationFlaw, sentOperation } from './operation-rules';

/** A contract as a service keeps it. @internal */
export interface HeldContract extends IContract {
  /** The operations that are not served where the service is, by their ids, and the base paths that they are served below. */
  readonly elsewhere?: ReadonlyMap<string, readonly string[]>;
}

/** A contract that names servers, which a third party has more than one of. @internal */
interface ContractOfServers extends IContract {
  _below(basePath: string): HeldContract;
}

/**
 * A contract as it was when a service took it. `Contract` never changes, but names servers: of a third party's, the one that the locator leads to holds.
 * Any other is asked once, copied, and held to what a request can be. Throws BST710 if an operation is one that no request can be, or two have one id.
 */
export function heldContract(contract: IContract, { isExternal, primary }: Locator, path: string): HeldContract {
  if (isBranded(contract, 'Contract')) return isExternal ? (contract as ContractOfServers)._below(primary.basePath) : contract;
  const held = { operations: heldOperations(contract.operations, path) };
  lockMembers(held);
  return held;
}

/** Operations are structs, which jsii has to tag, so they are locked and not frozen. */
function heldOperations(operations: Operation[], path: string): Operation[] {
  const ids = new Set<string>();
  return frozenList(operations.map(operation => {
    const held = sentOperation(operation);
    const flaw = ids.has(held.id) ? `two operations have the id ${quote(held.id)}` : operationFlaw(held);
    if (flaw !== undefined) throw new TopologyError({ code: 'BST710', path, problem: flaw, fix: 'let the contract say each operation once, as it is sent' });
    ids.add(held.id);
    lockMembers(held);
    return held;
  }));
}
