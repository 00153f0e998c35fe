import { IAppCheck, ITopologyCheck } from '../model/check';
import { Enforcement } from '../model/enforcement';

/** What an output tells when it reads a topology. */
export interface TopologyReading {
  /**
   * What the output carries of what was declared.
   *
   * @default - nothing
   */
  readonly enforcement?: Enforcement;
  /**
   * Rules that only this output knows.
   *
   * @default - none
   */
  readonly checks?: ITopologyCheck[];
  /**
   * Rules that only this output knows, about what meets in a cluster.
   *
   * @default - none
   */
  readonly appChecks?: IAppCheck[];
}
