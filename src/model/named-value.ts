import { BindingEntry } from './binding-entry';
import { BindingValue } from './binding-value';

/** A variable that a consumer reads. */
export interface NamedValue {
  /** Name of the variable. */
  readonly name: string;
  /** What it holds. */
  readonly value: BindingValue;
  /**
   * The entry that it holds as it is.
   *
   * @default - it is a text over several entries, or over another form of one
   */
  readonly entry?: BindingEntry;
}
