import { BindingDelivery } from './binding-delivery';
import { EnvNames } from './env-names';

/** What a topology is. */
export interface TopologyProps {
  /**
   * Namespace of every workload that names none.
   *
   * @default - the namespace of the Chart that the topology is declared in
   */
  readonly namespace?: string;
  /**
   * How the variables of all bindings are named; a workload or a dependency may say otherwise.
   *
   * @default EnvNames.DEFAULT
   */
  readonly envNames?: EnvNames;
  /**
   * What of all bindings reaches containers; a workload or a dependency may say otherwise.
   *
   * @default BindingDelivery.VARIABLES
   */
  readonly delivery?: BindingDelivery;
  /**
   * Name of the system that the topology is one stage of. Topologies of an app that say the same are compared: the code of their workloads must not have to know the stage
   * (BST750). `StageParity.findings()` compares those of several apps.
   *
   * @default - it is compared with no other
   */
  readonly stageOf?: string;
  /**
   * Whether people depend on it, so that what is meant for trials has no place in it: faults that are made on purpose are found (BST752).
   *
   * @default false
   */
  readonly production?: boolean;
}
