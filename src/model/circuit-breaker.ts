import { Duration } from 'cdk8s';
import { guard } from '../private/boundary';
import { assertDuration, assertWhole } from '../private/bounds';
import { lockMembers } from '../private/lock-members';

/** When a breaker closes again and how much of a service it may take out. */
export interface CircuitBreakerOptions {
  /**
   * Time until an ejected endpoint gets traffic again, the first time; it grows with each ejection.
   *
   * @default Duration.seconds(30)
   */
  readonly resetTimeout?: Duration;
  /**
   * Pause between two looks at the endpoints; an endpoint returns at such a look.
   *
   * @default Duration.seconds(10)
   */
  readonly interval?: Duration;
  /**
   * Share of the endpoints that may be ejected at a time, 1..100.
   *
   * At 100 the breaker may cut off the whole service, as a breaker in a library does.
   *
   * @default 100
   */
  readonly maxEjectionPercent?: number;
  /**
   * Failures in a row of the connection itself (refused, reset, timed out) that open the breaker, 1..1000. They are counted apart from what a server answers then, and no longer among those.
   *
   * @default - they count as errors, and are not told apart
   */
  readonly localOriginErrors?: number;
}

/**
 * Stops sending requests to an endpoint that keeps failing: Istio's outlier detection.
 *
 * It differs from a breaker inside a program: each client proxy counts on its own and per endpoint, errors must be
 * consecutive, and there is no half-open probe.
 * Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#OutlierDetection
 */
export class CircuitBreaker {
  /**
   * Opens after `count` consecutive errors of one endpoint: any 5xx for HTTP, a failed connection for TCP.
   *
   * @param count whole number in 1..1000
   * @throws BST010 if a number is out of bounds, BST009 if a duration is not a whole number of milliseconds
   */
  public static consecutiveErrors(count: number, options: CircuitBreakerOptions = {}): CircuitBreaker {
    return new CircuitBreaker(count, false, options);
  }

  /**
   * Opens after `count` consecutive errors that tell of a server which is not there: 502, 503 and 504 for HTTP, a failed connection for TCP. What a program answers with 500 does not open it.
   *
   * @param count whole number in 1..1000
   * @throws BST010 if a number is out of bounds, BST009 if a duration is not a whole number of milliseconds
   */
  public static consecutiveGatewayErrors(count: number, options: CircuitBreakerOptions = {}): CircuitBreaker {
    return new CircuitBreaker(count, true, options);
  }

  /** Errors in a row that open the breaker. */
  public readonly errors: number;
  /** Whether errors of gateways alone are counted. */
  public readonly ofGateways: boolean;
  /** Failures in a row of the connection itself that open the breaker, where they are counted apart. */
  public readonly localOriginErrors?: number;
  /** Time until an ejected endpoint gets traffic again, the first time. */
  public readonly resetTimeout: Duration;
  /** Pause between two looks at the endpoints. */
  public readonly interval: Duration;
  /** Share of the endpoints that may be ejected at a time. */
  public readonly maxEjectionPercent: number;

  private constructor(errors: number, ofGateways: boolean, options: CircuitBreakerOptions) {
    const path = `CircuitBreaker.${ofGateways ? 'consecutiveGatewayErrors' : 'consecutiveErrors'}`;
    const count = (what: string, value: number) => assertWhole(what, value, [1, 1000], path);
    this.errors = count('consecutive errors', errors);
    this.ofGateways = ofGateways;
    this.localOriginErrors = options.localOriginErrors === undefined ? undefined : count('localOriginErrors', options.localOriginErrors);
    this.resetTimeout = assertDuration('resetTimeout', options.resetTimeout, path) ?? Duration.seconds(30);
    this.interval = assertDuration('interval', options.interval, path) ?? Duration.seconds(10);
    this.maxEjectionPercent = assertWhole('maxEjectionPercent', options.maxEjectionPercent ?? 100, [1, 100], path);
    lockMembers(this);
  }
}

guard('CircuitBreaker', CircuitBreaker);
