import { Duration } from 'cdk8s';
import { guard } from '../private/boundary';
import { assertDuration, assertWhole } from '../private/bounds';
import { frozenList } from '../private/frozen-copy';
import { lockMembers } from '../private/lock-members';
import { TopologyError } from '../private/topology-error';
import { RetryCondition } from './retry-condition';

/** How a failed call is repeated. */
export interface RetryOptions {
  /**
   * Time limit of each try, the first included.
   *
   * @default - the call's timeout
   */
  readonly perTryTimeout?: Duration;
  /**
   * When to repeat.
   *
   * @default - connect-failure, refused-stream, and for HTTP gateway-error (502, 503, 504), for gRPC unavailable
   */
  readonly on?: RetryCondition[];
  /**
   * Base of the exponential pause between tries.
   *
   * @default Duration.millis(25)
   */
  readonly backoff?: Duration;
}

/**
 * Repeats a failed call. Only requests that may be repeated without harm are: methods that RFC 9110 calls idempotent,
 * and operations whose contract takes an `Idempotency-Key` header.
 */
export class RetryPolicy {
  /**
   * Repeats up to `count` times, so a call makes at most `count + 1` tries.
   *
   * @param count whole number in 0..10; 0 says explicitly that nothing is repeated
   * @throws BST010 if `count` is out of bounds, BST009 if a duration is not a whole number of milliseconds, BST028 if `on` is empty
   */
  public static attempts(count: number, options: RetryOptions = {}): RetryPolicy {
    return new RetryPolicy(assertWhole('attempts', count, [0, 10], 'RetryPolicy.attempts'), options);
  }

  /** Number of repetitions; tries in all are one more. */
  public readonly count: number;
  /** Time limit of each try, or none of its own. */
  public readonly perTryTimeout?: Duration;
  /** When to repeat, if the author said so. */
  public readonly on?: RetryCondition[];
  /** Base of the exponential pause between tries. */
  public readonly backoff: Duration;

  private constructor(count: number, options: RetryOptions) {
    this.count = count;
    this.perTryTimeout = assertDuration('perTryTimeout', options.perTryTimeout, 'RetryPolicy.attempts');
    this.on = options.on && assertConditions(options.on);
    this.backoff = assertDuration('backoff', options.backoff, 'RetryPolicy.attempts') ?? Duration.millis(25);
    lockMembers(this);
  }

  /** The conditions in force for HTTP or gRPC calls, the author's or the default ones. */
  public conditions(grpc: boolean): RetryCondition[] {
    return this.on ?? [
      RetryCondition.CONNECT_FAILURE,
      RetryCondition.REFUSED_STREAM,
      grpc ? RetryCondition.UNAVAILABLE : RetryCondition.GATEWAY_ERROR,
    ];
  }
}

guard('RetryPolicy', RetryPolicy);

/** Throws BST028 if there are none: a mesh takes an empty list for its own default, not for "never". */
function assertConditions(on: RetryCondition[]): RetryCondition[] {
  if (on.length > 0) return frozenList(on);
  throw new TopologyError({
    code: 'BST028',
    path: 'RetryPolicy.attempts',
    problem: 'an empty list of conditions would repeat nothing, or what the mesh thinks fit',
    fix: 'name the conditions, leave "on" out, or say RetryPolicy.attempts(0)',
  });
}
