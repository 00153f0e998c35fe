import { LoadBalancingOptions } from './balancing-options';
import { ConsistentHash } from './consistent-hash';

/** How what is alike is kept at one endpoint. */
export interface StickyOptions extends LoadBalancingOptions {
  /**
   * How a value is led to its endpoint.
   *
   * @default - the proxy's: a ring of at least 1024 places
   */
  readonly consistentHash?: ConsistentHash;
}
