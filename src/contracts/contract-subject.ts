import { quote, TopologyError } from '../private/topology-error';

/** What a refusal is about, in the words of the user: never a path of this machine that the user did not give. @internal */
export class ContractSubject {
  constructor(
    /** The contract's path as the user gave it. */
    private readonly contract: string,
    /** The file that a reference led to, relative to the contract's folder. */
    private readonly referenced?: string,
  ) {}

  /** The same contract, in a file that it refers to. */
  public at(file: string): ContractSubject {
    return new ContractSubject(this.contract, file);
  }

  /** The error to throw. */
  public refusal(problem: string, fix: string): TopologyError {
    return new TopologyError({
      code: 'BST710',
      path: `Contract.openApi(${quote(this.contract)})`,
      problem: this.referenced === undefined ? problem : `in ${quote(this.referenced)}: ${problem}`,
      fix,
    });
  }
}
