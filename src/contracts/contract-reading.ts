import { quote, TopologyError } from '../private/topology-error';
import { ContractForm } from './contract-form';

const LIMITS = {
  bytes: 32 * 1024 * 1024,
  /** Of large documents, each time that an object is cut into its members. */
  characters: 256 * 1024 * 1024,
  nodes: 100_000,
  /** What 100,000 nodes need at most in usual YAML and JSON, among comments: the parser has no limit of its own. */
  tokens: 1_200_000,
} as const;

/**
 * One reading of a contract: what refusals are about, and what the reading has cost so far.
 *
 * The cost is that of all files together: a limit for each file would not bound their number.
 *
 * @internal
 */
export class ContractReading {
  /** The reading of a file that a user names; throws BST710 unless that can be one. */
  public static of(file: string, form: ContractForm): ContractReading {
    if (typeof file === 'string' && file !== '' && !file.includes('\0')) return new ContractReading(file, form);
    const received = typeof file === 'string' ? 'an empty path or one with a null character' : `a value of type ${typeof file}`;
    throw new ContractReading(typeof file === 'string' ? file : typeof file, form).refusal(`${received} is no path of a file`, form.example);
  }

  constructor(
    /** The contract's path as the user gave it: never a path of this machine that the user did not give. */
    private readonly contract: string,
    public readonly form: ContractForm,
    /** Words for what a reference led to, if not to the contract itself. */
    private readonly referenced?: string,
    private readonly spent = { bytes: 0, characters: 0, nodes: 0, tokens: 0 },
  ) {}

  /** The same reading, in a file that the contract refers to. */
  public at(file: string): ContractReading {
    return new ContractReading(this.contract, this.form, quote(withoutSecrets(file)), this.spent);
  }

  /** The same reading, in a file that such a file refers to, as long as it is not known to be one: its name is a text of that file until then. */
  public behind(file: string): ContractReading {
    return new ContractReading(this.contract, this.form, `what ${quote(withoutSecrets(file))} refers to`, this.spent);
  }

  /**
   * Words for a `$ref`: its text where it stands in the contract itself, which the user has named.
   *
   * @param line where it stands, asked where the text is not told
   */
  public reference(ref: string, line?: () => number): string {
    if (this.referenced === undefined) return `$ref ${quote(withoutSecrets(ref))}`;
    return line === undefined ? 'a $ref' : `the $ref at line ${line()}`;
  }

  /** Throws BST710 once the contract costs more than it may. */
  public spend(what: keyof typeof LIMITS, amount: number): void {
    this.spent[what] += amount;
    if (this.spent[what] <= LIMITS[what]) return;
    throw this.refusal(
      `the contract has at least ${this.spent[what]} ${what}: allowed are ${LIMITS[what]}, ${this.form.counted}`,
      this.form.smaller,
    );
  }

  /** The error to throw. What it says of a value is its kind: a `$ref` can lead to a file whose text is nobody's to see. */
  public refusal(problem: string, fix: string): TopologyError {
    return new TopologyError({
      code: 'BST710',
      path: `${this.form.call}(${quote(this.contract)})`,
      problem: this.referenced === undefined ? problem : `in ${this.referenced}: ${problem}`,
      fix,
    });
  }
}

/** Lone surrogates count as well: no UTF-8 output could carry them. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;

/** Whether the text holds a character that a reader of a message or a manifest would not see. */
export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}

/** Neither userinfo nor a query, in which tokens travel. */
function withoutSecrets(ref: string): string {
  const host = ref.indexOf('//') + 2;
  const at = ref.lastIndexOf('@');
  const address = host > 1 && at >= host ? ref.slice(0, host) + ref.slice(at + 1) : ref;
  return address.split('?')[0];
}
