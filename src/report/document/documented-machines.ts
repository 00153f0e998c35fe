/** A machine that a workload runs on. */
export interface DocumentedMachine {
  /** Its IP address. */
  readonly address: string;
  /**
   * Version of the workload that it runs.
   *
   * @default - the workload has one version without a name
   */
  readonly version?: string;
  /**
   * Where it is, as `region/zone/sub-zone`.
   *
   * @default - unknown
   */
  readonly locality?: string;
  /**
   * Its share of the traffic, beside the weights of the others.
   *
   * @default 1
   */
  readonly weight?: number;
}

/** The machines that a workload runs on in place of pods. */
export interface DocumentedMachines {
  /**
   * The machines, sorted by address.
   *
   * @default - unknown: each makes itself known
   */
  readonly known?: DocumentedMachine[];
  /** Address ranges in CIDR notation that they are in, sorted. */
  readonly cidrs: string[];
  /**
   * Where those are that make themselves known and do not tell it.
   *
   * @default - unknown
   */
  readonly locality?: string;
  /**
   * The share of each of those that make themselves known.
   *
   * @default 1
   */
  readonly weight?: number;
  /**
   * How those that make themselves known are asked whether they take traffic, in a few words.
   *
   * @default - they are not asked
   */
  readonly probe?: string;
}
