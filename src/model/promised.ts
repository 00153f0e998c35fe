import { contractOfMethods, idempotentOf } from './contract-of-methods';
import { HeldContract, heldContract } from './held-contract';
import { assertMethods } from './idempotent-methods';
import { Locator } from './locator';
import { IContract } from './operation';
import { Protocol } from './protocol';

/** What is said of a service. @internal */
export interface PromisedTraits {
  readonly contract?: IContract;
  readonly idempotentMethods?: string[];
}

/** What a service promises, as it keeps it. @internal */
export interface Promised {
  readonly contract?: HeldContract;
  /** Of gRPC, full names of the methods that may be repeated, sorted. */
  readonly idempotentMethods: string[];
}

/**
 * What the traits promise of the service at the locator; throws BST710 if the contract has an operation that no request to it can be, BST801, BST037 or BST701
 * if a method is named that is none, that is named already, or that the contract lacks.
 */
export function promisedBy({ contract: given, idempotentMethods: named = [] }: PromisedTraits, locator: Locator, path: string): Promised {
  const idempotentMethods = assertMethods(named, path);
  const held = given && heldContract(given, locator, path);
  if (held === undefined || locator.primary.protocol.name !== Protocol.GRPC.name) return { contract: held, idempotentMethods };
  const contract = contractOfMethods(held, idempotentMethods, path);
  return { contract, idempotentMethods: idempotentOf(contract) };
}
