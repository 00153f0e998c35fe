import { MachineProbe } from './machine-probe';

/** One machine that a workload runs on, such as a virtual machine: its programs, and the sidecar beside them. */
export interface Machine {
  /** IP address at which its sidecar is reached from the pods of the mesh. */
  readonly address: string;
  /**
   * Version of the workload that it runs; all machines of a workload name one, or none does.
   *
   * @default - the workload has one version without a name
   */
  readonly version?: string;
  /**
   * Where it is: `region`, `region/zone` or `region/zone/sub-zone`.
   *
   * @default - unknown, as no node tells it
   */
  readonly locality?: string;
  /**
   * Its share of the traffic, beside the weights of the others, in 1..1000000.
   *
   * @default 1
   */
  readonly weight?: number;
}

/** What is known of the machines that a workload runs on, where it does not run in pods. */
export interface MachineFacts {
  /**
   * The machines; at least one.
   *
   * @default - unknown: each makes itself known as it starts
   */
  readonly known?: Machine[];
  /** Address ranges (CIDR) that they are in; at least one. Network policies let pods out to them, and them in to pods. */
  readonly cidrs: string[];
  /**
   * Where those are that make themselves known and do not tell it.
   *
   * @default - unknown
   */
  readonly locality?: string;
  /**
   * The share of each of those that make themselves known, in 1..1000000.
   *
   * @default 1
   */
  readonly weight?: number;
  /**
   * How those that make themselves known are asked whether they take traffic.
   *
   * @default - they take it as long as they are connected
   */
  readonly probe?: MachineProbe;
}
