/** One thing that a request must be, or must have, to take a route. */
export interface DocumentedCondition {
  /** What of it: `method`, `uri`, `header`, `query`, `claim`, `authority`, `port`, `caller` or `namespace`. */
  readonly of: string;
  /** How that is compared: `exact`, `prefix`, `regex`, `any` or `absent`. */
  readonly is: string;
  /**
   * Name of the header, in lower case, of the parameter of the query, or of the claim: `[realm_access][roles]`.
   *
   * @default - there is but one
   */
  readonly name?: string;
  /**
   * What it is compared with; of a caller its construct path.
   *
   * @default - nothing, where any will do or none must be there
   */
  readonly text?: string;
}

/** What becomes of some requests to a service. */
export interface DocumentedRoute {
  /** Percent of the requests, by name of the version; empty for any version, and where the service is not asked. */
  readonly weights: Record<string, number>;
  /**
   * Percent that a version which takes over gets at each step, of which the weights are one.
   *
   * @default - the weights are no step
   */
  readonly steps?: number[];
  /**
   * Which step is reached, 0 before the first.
   *
   * @default - the weights are no step
   */
  readonly step?: number;
  /** Which requests: those that meet all conditions of one of these; empty for every request. */
  readonly matches: DocumentedCondition[][];
  /** What happens to them on their way, in words, such as `delay 10 % by 2s`. */
  readonly onTheWay: string[];
  /**
   * What they are answered instead of asking the service, in words, such as `status 404`.
   *
   * @default - they are sent on
   */
  readonly answer?: string;
}
