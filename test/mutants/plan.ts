/** What one run of jest is to find out. */
export interface Plan {
  /**
   * `look`: no mutant is tried; `switch`: the mutants are turned on in loaded modules, in the tests that reach them; `load`: they are on while modules load.
   */
  readonly step: 'look' | 'switch' | 'load';
  /** Where each test file writes what it found, and marks the mutants that it killed. */
  readonly folder: string;
  /** The mutants to try, by test file. */
  readonly work: Readonly<Record<string, readonly Work[]>>;
  /** The mutants that are looked at at all. */
  readonly sample: readonly string[];
}

/** A mutant to try. */
export interface Work {
  readonly id: string;
  /** In these tests; absent where the test file is to see itself which reach it. */
  readonly tests?: readonly string[];
}

/** What a test file reaches. */
export interface Sight {
  readonly tests: readonly { readonly name: string; readonly milliseconds: number; readonly reached: readonly string[] }[];
  /** Reached by loading it. */
  readonly loaded: readonly string[];
  /** Tests that fail without any mutant, and judge none. */
  readonly unfit: readonly string[];
}

/** What became of the mutants in a test file. */
export interface Outcome {
  readonly killed: readonly { readonly id: string; readonly by: string }[];
  /** Absent where modules were loaded for each mutant. */
  readonly sight?: Sight;
}

/** A name for a file of results. */
export function fileNameOf(text: string): string {
  return text.replace(/[^\w.-]/g, '_');
}
