import { BindingDelivery } from './binding-delivery';
import { EnvNames } from './env-names';
import { MutualTls } from './mutual-tls';
import { IPods } from './pods';
import { WorkloadStanding } from './workload-standing';

/** What a workload is. */
export interface WorkloadProps {
  /** The pods it runs in. */
  readonly pods: IPods;
  /**
   * Namespace of the pods. What the pods state themselves cannot be contradicted.
   *
   * @default - the pods' own, else the topology's
   */
  readonly namespace?: string;
  /**
   * ServiceAccount that the pods run as: the mesh identity of the workload's calls. What the pods state themselves cannot be contradicted.
   *
   * @default - the pods' own, else "default"
   */
  readonly serviceAccountName?: string;
  /**
   * How far it is in the hands of this program. A gateway is a `Gateway`.
   *
   * @default WorkloadStanding.GUARDED
   */
  readonly standing?: WorkloadStanding;
  /**
   * How the variables of its bindings are named.
   *
   * @default - as the topology's are
   */
  readonly envNames?: EnvNames;
  /**
   * What of its bindings reaches its containers.
   *
   * @default - as for the topology
   */
  readonly delivery?: BindingDelivery;
  /**
   * Names of the containers, init containers among them, that get its bindings; an empty list gives them to none.
   *
   * @default - all
   */
  readonly boundContainers?: string[];
  /**
   * Which connections its pods take through the mesh; of a workload that is ours. At a port where somebody without an identity is admitted, plaintext is taken anyway.
   *
   * @default - MutualTls.STRICT where its pods are guarded, else as the mesh has it
   */
  readonly mutualTls?: MutualTls;
}
