/** How a failed call is repeated. */
export interface DocumentedRetry {
  /** Number of repetitions; tries in all are one more. */
  readonly attempts: number;
  /**
   * Time limit of each try, such as `500ms`.
   *
   * @default - the call's
   */
  readonly perTryTimeout?: string;
  /** When it is repeated, in Envoy's words. */
  readonly on: string[];
  /** Base of the exponential pause between tries. */
  readonly backoff: string;
}

/** When sending to an endpoint that fails is stopped. */
export interface DocumentedCircuitBreaker {
  /** Errors in a row that open it. */
  readonly consecutiveErrors: number;
  /**
   * Whether errors of gateways alone are counted.
   *
   * @default false
   */
  readonly ofGateways?: boolean;
  /**
   * Failures in a row of the connection itself that open it, where they are counted apart.
   *
   * @default - they are not counted apart
   */
  readonly localOriginErrors?: number;
  /** Time until an endpoint gets traffic again, the first time. */
  readonly resetTimeout: string;
  /** Pause between two looks at the endpoints. */
  readonly interval: string;
  /** Share of the endpoints that may be ejected at a time. */
  readonly maxEjectionPercent: number;
}

/** What one client pod may have open. */
export interface DocumentedConnectionPool {
  /**
   * Open connections.
   *
   * @default - no limit
   */
  readonly maxConnections?: number;
  /**
   * Requests that wait for a connection.
   *
   * @default - no limit
   */
  readonly maxPendingRequests?: number;
  /**
   * Requests under way at a time.
   *
   * @default - no limit
   */
  readonly maxRequests?: number;
  /**
   * Time after which an idle connection is closed.
   *
   * @default - the mesh's
   */
  readonly idleTimeout?: string;
  /**
   * Requests after which a connection is closed.
   *
   * @default - no limit
   */
  readonly maxRequestsPerConnection?: number;
  /**
   * Repetitions under way at a time.
   *
   * @default - no limit
   */
  readonly maxRetries?: number;
  /**
   * Repetitions under way at a time, by how many requests are.
   *
   * @default - no limit
   */
  readonly retryBudget?: DocumentedRetryBudget;
  /**
   * Age at which a connection is closed.
   *
   * @default - no limit
   */
  readonly maxConnectionDuration?: string;
  /**
   * How it is asked whether a silent peer is still there.
   *
   * @default - it is not asked
   */
  readonly tcpKeepalive?: DocumentedKeepalive;
  /**
   * How it is asked over HTTP/2 whether a peer still answers.
   *
   * @default - it is not asked
   */
  readonly http2KeepAlive?: DocumentedHttp2KeepAlive;
}

/** How many repetitions may be under way at a time, by how many requests are. */
export interface DocumentedRetryBudget {
  /**
   * Percent of the requests that are under way and that wait.
   *
   * @default - the mesh's
   */
  readonly percent?: number;
  /**
   * Repetitions that may be under way however few the requests are.
   *
   * @default - the mesh's
   */
  readonly minRetryConcurrency?: number;
  /**
   * Time for which a request counts, although it is answered.
   *
   * @default - requests count that are under way or wait
   */
  readonly budgetInterval?: string;
}

/** How it is asked over HTTP/2 whether a peer still answers. */
export interface DocumentedHttp2KeepAlive {
  /** Pause between two questions. */
  readonly interval: string;
  /** Time without an answer after which the connection is closed. */
  readonly timeout: string;
}

/** How it is asked whether a silent peer is still there. */
export interface DocumentedKeepalive {
  /**
   * Silence after which it is asked the first time.
   *
   * @default - the kernel's
   */
  readonly time?: string;
  /**
   * Pause between two questions.
   *
   * @default - the kernel's
   */
  readonly interval?: string;
  /**
   * Questions without an answer after which the connection is given up.
   *
   * @default - the kernel's
   */
  readonly probes?: number;
}

/** Everything that the author said about a dependency. Durations are text: `250ms`, `60s`, `1h`. */
export interface DocumentedPolicy {
  /**
   * Time limit of a whole request, all tries included.
   *
   * @default - none
   */
  readonly timeout?: string;
  /**
   * Time limit of making a connection.
   *
   * @default - the mesh's
   */
  readonly connectTimeout?: string;
  /**
   * What the workload waits for: `request-response`, `stream` or `fire-and-forget`.
   *
   * @default - `request-response`
   */
  readonly interaction?: string;
  /**
   * How failed requests are repeated.
   *
   * @default - not at all
   */
  readonly retry?: DocumentedRetry;
  /**
   * When sending to an endpoint that fails is stopped.
   *
   * @default - never
   */
  readonly circuitBreaker?: DocumentedCircuitBreaker;
  /**
   * What one client pod may have open.
   *
   * @default - no limit
   */
  readonly connectionPool?: DocumentedConnectionPool;
  /**
   * Ids of the operations that are called.
   *
   * @default - all that the service answers to
   */
  readonly operations?: string[];
  /**
   * What is done with a data store: `read-only` or `read-write`.
   *
   * @default - `read-write`
   */
  readonly access?: string;
  /**
   * Connections that the client in one pod keeps open at most.
   *
   * @default - unknown
   */
  readonly clientConnections?: number;
  /**
   * Consumer group that the channel is read with.
   *
   * @default - none: nothing is read
   */
  readonly consumerGroup?: string;
  /**
   * What the transactional ids of its producers begin with.
   *
   * @default - nothing is published in transactions
   */
  readonly transactionalIdPrefix?: string;
  /**
   * What becomes of the workload without the service: `required` or `optional`.
   *
   * @default - `required`
   */
  readonly criticality?: string;
  /**
   * Name of the binding.
   *
   * @default - the service's name
   */
  readonly bindingName?: string;
  /**
   * What of the binding reaches containers: `variables`, `files` or `variables and files`.
   *
   * @default - as for the workload
   */
  readonly delivery?: string;
  /**
   * Names of the containers that get the binding.
   *
   * @default - as for the workload
   */
  readonly containers?: string[];
}
