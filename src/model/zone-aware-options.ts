/** What sharing by zones can be told. */
export interface ZoneAwareOptions {
  /**
   * Endpoints in the caller's region without which zones are not looked at, 1..4294967295.
   *
   * @default - Istio's: 6
   */
  readonly minClusterSize?: number;
  /**
   * Region that takes over for a region, by its name; callers need a `circuitBreaker` then (BST662).
   *
   * @default - any
   */
  readonly failover?: Record<string, string>;
  /**
   * Keys of labels, the most important first, by which endpoints are preferred before regions and zones are looked at; with `=value`, that value is asked for instead of the caller's. Not those of
   * regions, zones and sub-zones. Callers need a `circuitBreaker` then (BST662).
   *
   * @default - regions and zones alone
   */
  readonly failoverPriority?: string[];
}
