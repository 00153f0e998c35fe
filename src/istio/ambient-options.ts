import { MeshOptions } from './mesh-options';

/** How Istio is installed without sidecars, and what its waypoints do for every workload. */
export interface AmbientOptions extends MeshOptions {
  /**
   * Name of the waypoint in each namespace: of its Gateway, its Service and its ServiceAccount.
   *
   * @default "waypoint"
   */
  readonly waypoint?: string;
  /**
   * Whether the waypoints are there, made by somebody else or by another topology with services in the same namespace.
   *
   * @default false - one is made in each namespace that services of ours are in, and it lets in nobody who is not declared
   */
  readonly waypointsExist?: boolean;
}
