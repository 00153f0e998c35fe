import { Locality } from './locality';
import { Warmup } from './warmup';

/** What every way of spreading requests can be told. */
export interface LoadBalancingOptions {
  /**
   * Which endpoints are preferred, by where they are.
   *
   * @default - as the mesh is configured: Istio prefers near ones for callers with a breaker
   */
  readonly locality?: Locality;
}

/** What spreading over all endpoints alike can be told. */
export interface BalancingOptions extends LoadBalancingOptions {
  /**
   * How an endpoint that is new gets its share, for programs that are slow at first.
   *
   * @default - all of it at once
   */
  readonly warmup?: Warmup;
}
