import { guard } from '../private/boundary';
import { assertWhole } from '../private/bounds';
import { lockMembers } from '../private/lock-members';
import { OnePerMeaning } from '../private/one-per-meaning';

const STATUSES = new OnePerMeaning<RetryCondition>();

/**
 * When a try counts as failed and may be repeated.
 * Source: https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on
 */
export class RetryCondition {
  /** The connection could not be made; the request was not sent. */
  public static readonly CONNECT_FAILURE = new RetryCondition('connect-failure', true, false);
  /** The stream was refused before any processing. */
  public static readonly REFUSED_STREAM = new RetryCondition('refused-stream', true, false);
  /** The connection was reset before the request was sent. */
  public static readonly RESET_BEFORE_REQUEST = new RetryCondition('reset-before-request', true, false);
  /** The answer was 502, 503 or 504, a try that ran out of time included. */
  public static readonly GATEWAY_ERROR = new RetryCondition('gateway-error', false, true);
  /** The answer was any 5xx, or none came. */
  public static readonly SERVER_ERROR = new RetryCondition('5xx', false, true);
  /** gRPC status 14. */
  public static readonly UNAVAILABLE = new RetryCondition('unavailable', false, false);

  /** The answer had this HTTP status, 400 to 599. */
  public static status(status: number): RetryCondition {
    const name = String(assertWhole('status', status, [400, 599], 'RetryCondition.status'));
    return STATUSES.of(name, () => new RetryCondition(name, false, false));
  }

  private constructor(
    /** Envoy's word for it. */
    public readonly name: string,
    /** Whether the service cannot have processed the failed try. */
    public readonly safe: boolean,
    /** Whether a try that exceeded its own time limit meets this condition. */
    public readonly coversTryTimeout: boolean,
  ) {
    lockMembers(this);
  }
}

guard('RetryCondition', RetryCondition);
