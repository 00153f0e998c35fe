import { Duration } from 'cdk8s';
import { guard } from '../private/boundary';
import { assertDuration, assertWhole } from '../private/bounds';
import { lockMembers } from '../private/lock-members';
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
}

/**
 * A bulkhead: requests above the limits fail at once instead of piling up.
 * Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#ConnectionPoolSettings
 */
export class ConnectionPool {
  /**
   * Limits what one client pod may have open.
   *
   * @throws BST010 if a number is not in 1..2147483647, BST009 if a duration is not a whole number of milliseconds, of `tcpKeepalive` of seconds
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
  /** Age at which a connection is closed. */
  public readonly maxConnectionDuration?: Duration;
  /** How it is asked whether a silent peer is still there. */
  public readonly tcpKeepalive?: TcpKeepalive;

  private constructor(options: ConnectionPoolOptions) {
    const path = 'ConnectionPool.limits';
    const limit = (what: string, value?: number) => value === undefined ? undefined : assertWhole(what, value, [1, MOST], path);
    this.maxConnections = limit('maxConnections', options.maxConnections);
    this.maxPendingRequests = limit('maxPendingRequests', options.maxPendingRequests);
    this.maxRequests = limit('maxRequests', options.maxRequests);
    this.maxRequestsPerConnection = limit('maxRequestsPerConnection', options.maxRequestsPerConnection);
    this.maxRetries = limit('maxRetries', options.maxRetries);
    this.idleTimeout = assertDuration('idleTimeout', options.idleTimeout, path);
    this.maxConnectionDuration = assertDuration('maxConnectionDuration', options.maxConnectionDuration, path);
    this.tcpKeepalive = options.tcpKeepalive && heldKeepalive(options.tcpKeepalive, path);
    lockMembers(this);
  }

  /** Whether a limit here needs single requests to be seen. */
  public get limitsRequests(): boolean {
    return [this.maxPendingRequests, this.maxRequests, this.maxRequestsPerConnection, this.maxRetries].some(limit => limit !== undefined);
  }
}

guard('ConnectionPool', ConnectionPool);
