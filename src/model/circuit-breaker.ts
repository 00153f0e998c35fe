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
    return new CircuitBreaker(assertWhole('consecutive errors', count, [1, 1000], 'CircuitBreaker.consecutiveErrors'), options);
  }

  /** Errors in a row that open the breaker. */
  public readonly errors: number;
  /** Time until an ejected endpoint gets traffic again, the first time. */
  public readonly resetTimeout: Duration;
  /** Pause between two looks at the endpoints. */
  public readonly interval: Duration;
  /** Share of the endpoints that may be ejected at a time. */
  public readonly maxEjectionPercent: number;

  private constructor(errors: number, options: CircuitBreakerOptions) {
    const path = 'CircuitBreaker.consecutiveErrors';
    this.errors = errors;
    this.resetTimeout = assertDuration('resetTimeout', options.resetTimeout, path) ?? Duration.seconds(30);
    this.interval = assertDuration('interval', options.interval, path) ?? Duration.seconds(10);
    this.maxEjectionPercent = assertWhole('maxEjectionPercent', options.maxEjectionPercent ?? 100, [1, 100], path);
    lockMembers(this);
  }
}

guard('CircuitBreaker', CircuitBreaker);
