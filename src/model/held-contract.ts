import { isBranded } from '../private/brand';
import { frozenList } from '../private/frozen-copy';
import { lockMembers } from '../private/lock-members';
import { IContract, Operation } from './operation';

/** A contract as it was when a service took it. `Contract` never changes; any other is asked once, and copied. */
export function heldContract(contract: IContract): IContract {
  if (isBranded(contract, 'Contract')) return contract;
  const held = { operations: heldOperations(contract.operations) };
  lockMembers(held);
  return held;
}

/** Operations are structs, which jsii has to tag, so they are locked and not frozen. */
function heldOperations(operations: Operation[]): Operation[] {
  return frozenList(operations.map(({ id, method, path, retriable }) => {
    const held = { id, method, path, retriable };
    lockMembers(held);
    return held;
  }));
}
