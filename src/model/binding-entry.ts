import { guard } from '../private/boundary';
import { BindingValue } from './binding-value';

/** How an entry reaches consumers that follow the default convention. */
export interface BindingEntryOptions {
  /**
   * Last part of the environment variable that holds the value: `URL` becomes `<BINDING>_URL`.
   *
   * @default - no variable
   */
  readonly variable?: string;
  /**
   * Name of the file that holds the value in the binding's folder, an entry of the Service Binding specification.
   *
   * @default - no file
   */
  readonly file?: string;
  /**
   * Last part of the environment variable that holds the path of that file: `CA_FILE` becomes `<BINDING>_CA_FILE`.
   *
   * @default - no variable
   */
  readonly fileVariable?: string;
}

/** A role that a kind does not tell, although its consumers could ask for it. @internal */
export interface LeftOutRole {
  readonly role: string;
  readonly reason: string;
  readonly fix: string;
}

/** One thing that a consumer is told about a service: a role with a value. How it is named and joined is the consumer's convention. */
export class BindingEntry {
  /**
   * A value in a role.
   *
   * @param role what it is to a consumer, in the service's words: host, port, username, ca
   * @param value what the consumer reads
   * @param options how it reaches consumers that follow the default convention; by default only texts over roles find it
   */
  public static of(role: string, value: BindingValue, options: BindingEntryOptions = {}): BindingEntry {
    return new BindingEntry(role, value, options);
  }

  /** Text known at synth, in a role. */
  public static text(role: string, text: string, options: BindingEntryOptions = {}): BindingEntry {
    return new BindingEntry(role, BindingValue.literal(text), options);
  }

  /** Last part of the variable that holds the value. */
  public readonly variable?: string;
  /** Name of the file that holds the value. */
  public readonly file?: string;
  /** Last part of the variable that holds the path of the file. */
  public readonly fileVariable?: string;
  /** What its kind leaves out beside it, for who asks for that. @internal */
  public readonly _leftOut?: LeftOutRole;

  private constructor(
    /** What it is to a consumer. */
    public readonly role: string,
    /** What the consumer reads. */
    public readonly value: BindingValue,
    options: BindingEntryOptions,
    leftOut?: LeftOutRole,
  ) {
    this.variable = options.variable;
    this.file = options.file;
    this.fileVariable = options.fileVariable;
    this._leftOut = leftOut;
  }

  /** The same entry, beside which its kind leaves a role out. @internal */
  public _leavingOut(leftOut: LeftOutRole): BindingEntry {
    return new BindingEntry(this.role, this.value, this, leftOut);
  }
}

guard('BindingEntry', BindingEntry);
