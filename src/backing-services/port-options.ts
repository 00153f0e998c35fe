import { CredentialOptions } from './credential-options';
import { InClusterServingProps, WorkloadServingOptions } from './serving-options';

/** How a workload of ours serves at a port that its kind knows. */
export interface WorkloadPortOptions extends WorkloadServingOptions, CredentialOptions {
  /**
   * Port of the Kubernetes Service.
   *
   * @default - the kind's usual port, which its provider names: 6379 for Redis
   */
  readonly port?: number;
}

/** A service of somebody else in this cluster, at a port that its kind knows. */
export interface InClusterProps extends InClusterServingProps, CredentialOptions {
  /**
   * Port of the Kubernetes Service.
   *
   * @default - the kind's usual port, which its provider names: 6379 for Redis
   */
  readonly port?: number;
}
