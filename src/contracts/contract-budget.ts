import { ContractSubject } from './contract-subject';

/** Deepest nesting of objects and lists. */
export const DEEPEST = 200;

const LIMITS = {
  bytes: 10 * 1024 * 1024,
  nodes: 100_000,
  /** What 100,000 nodes need at most in usual YAML, so that comments and blank lines cannot stall the parser either. */
  tokens: 1_200_000,
} as const;

/** What one contract may cost, all its files together: a limit for each file would not bound their number. @internal */
export class ContractBudget {
  private readonly spent = { bytes: 0, nodes: 0, tokens: 0 };

  /** Throws BST710 once the contract costs more than it may. */
  public spend(what: keyof typeof LIMITS, amount: number, subject: ContractSubject): void {
    this.spent[what] += amount;
    if (this.spent[what] <= LIMITS[what]) return;
    throw subject.refusal(
      `the contract has at least ${this.spent[what]} ${what}: allowed are ${LIMITS[what]}, all its files together and aliases expanded`,
      'split the contract, one for each service, or remove examples from it',
    );
  }
}
