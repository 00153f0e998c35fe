import { Duration } from 'cdk8s';
import { guard } from '../private/boundary';
import { assertDuration, assertWhole } from '../private/bounds';
import { lockMembers } from '../private/lock-members';
import { TopologyError } from '../private/topology-error';
import { heldHttp2KeepAlive, Http2KeepAlive } from './http2-keep-alive';
import { heldRetryBudget, RetryBudget } from './retry-budget';
import { heldKeepalive, TcpKeepalive } from './tcp-keepalive';

const MOST = 2 ** 31 - 1;

/** Limits of what one client pod may have open to a service. Each client proxy counts alone. */
export interface ConnectionPoolOptions {
  /**
   * Open connections.
   *
   * @default - no limit
   */
  readonly maxConnections?: number;
  /**
   * Requests that wait for a connection; HTTP and gRPC only.
   *
   * @default - no limit
   */
  readonly maxPendingRequests?: number;
  /**
   * Requests under way at a time; HTTP and gRPC only.
   *
   * @default - no limit
   */
  readonly maxRequests?: number;
  /**
   * Time after which an idle connection is closed.
   *
   * @default - Istio's: one hour
   */
  readonly idleTimeout?: Duration;
  /**
   * Requests after which a connection is closed, so that long-lived clients come to new endpoints; 1 takes each request over a connection of its own. HTTP and gRPC only.
   *
   * @default - no limit
   */
  readonly maxRequestsPerConnection?: number;
  /**
   * Repetitions under way at a time, beyond which a failure is not repeated; HTTP and gRPC only.
   *
   * @default - no limit
   */
  readonly maxRetries?: number;
  /**
   * Repetitions under way at a time, by how many requests are; HTTP and gRPC only. Not with `maxRetries`.
   * Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy-RetryBudget
   *
   * @default - no limit
   */
  readonly retryBudget?: RetryBudget;
  /**
   * Age at which a connection is closed.
   *
   * @default - no limit
   */
  readonly maxConnectionDuration?: Duration;
  /**
   * How it is asked whether a silent peer is still there.
   *
   * @default - it is not asked
   */
  readonly tcpKeepalive?: TcpKeepalive;
  /**
   * How it is asked over HTTP/2 whether a peer still answers; gRPC only, and from Istio 1.31 on.
   *
   * @default - it is not asked
   */
  readonly http2KeepAlive?: Http2KeepAlive;
}

/**
 * A bulkhead: requests above the limits fail at once instead of piling up.
 * Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#ConnectionPoolSettings
 */
export class ConnectionPool {
  /**
   * Limits what one client pod may have open.
   *
   * @throws BST010 if a number is out of bounds, or both `maxRetries` and `retryBudget` are given, BST009 if a duration is not a whole number of milliseconds, of `tcpKeepalive` of seconds
   */
  public static limits(options: ConnectionPoolOptions): ConnectionPool {
    return new ConnectionPool(options);
  }

  /** Open connections. */
  public readonly maxConnections?: number;
  /** Requests that wait for a connection. */
  public readonly maxPendingRequests?: number;
  /** Requests under way at a time. */
  public readonly maxRequests?: number;
  /** Time after which an idle connection is closed. */
  public readonly idleTimeout?: Duration;
  /** Requests after which a connection is closed. */
  public readonly maxRequestsPerConnection?: number;
  /** Repetitions under way at a time. */
  public readonly maxRetries?: number;
  /** Repetitions under way at a time, by how many requests are. */
  public readonly retryBudget?: RetryBudget;
  /** Age at which a connection is closed. */
  public readonly maxConnectionDuration?: Duration;
  /** How it is asked whether a silent peer is still there. */
  public readonly tcpKeepalive?: TcpKeepalive;
  /** How it is asked over HTTP/2 whether a peer still answers. */
  public readonly http2KeepAlive?: Http2KeepAlive;

  private constructor(options: ConnectionPoolOptions) {
    const path = 'ConnectionPool.limits';
    const limit = (what: string, value?: number) => value === undefined ? undefined : assertWhole(what, value, [1, MOST], path);
    this.maxConnections = limit('maxConnections', options.maxConnections);
    this.maxPendingRequests = limit('maxPendingRequests', options.maxPendingRequests);
    this.maxRequests = limit('maxRequests', options.maxRequests);
    this.maxRequestsPerConnection = limit('maxRequestsPerConnection', options.maxRequestsPerConnection);
    this.maxRetries = limit('maxRetries', options.maxRetries);
    this.retryBudget = options.retryBudget && heldRetryBudget(options.retryBudget, path);
    if (this.maxRetries !== undefined && this.retryBudget) throw limitedTwice(path);
    this.idleTimeout = assertDuration('idleTimeout', options.idleTimeout, path);
    this.maxConnectionDuration = assertDuration('maxConnectionDuration', options.maxConnectionDuration, path);
    this.tcpKeepalive = options.tcpKeepalive && heldKeepalive(options.tcpKeepalive, path);
    this.http2KeepAlive = options.http2KeepAlive && heldHttp2KeepAlive(options.http2KeepAlive, path);
    lockMembers(this);
  }

  /** Whether a limit here needs single requests to be seen. */
  public get limitsRequests(): boolean {
    const { maxPendingRequests, maxRequests, maxRequestsPerConnection, maxRetries, retryBudget, http2KeepAlive } = this;
    return [maxPendingRequests, maxRequests, maxRequestsPerConnection, maxRetries, retryBudget, http2KeepAlive].some(limit => limit !== undefined);
  }
}

guard('ConnectionPool', ConnectionPool);

/** Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/cluster/v3/circuit_breaker.proto (retry_budget) */
function limitedTwice(path: string): TopologyError {
  return new TopologyError({
    code: 'BST010',
    path,
    problem: 'both maxRetries and retryBudget limit repetitions, and a proxy goes by the budget alone: allowed is one of them',
    fix: 'take one of them out',
  });
}
