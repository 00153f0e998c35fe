import { guard } from '../private/boundary';
import { lockMembers } from '../private/lock-members';
import { OnePerMeaning } from '../private/one-per-meaning';
import { quote, TopologyError } from '../private/topology-error';

const STATUSES = new OnePerMeaning<RetryCondition>();

/**
 * The failures among the statuses that Go has a text for: Istio takes no other.
 * Sources: istio, pkg/config/validation (`validateHTTPRetry`, `http.StatusText`); Go, net/http/status.go
 */
const KNOWN: ReadonlySet<number> = new Set([
  400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451,
  500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511,
]);

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

  /**
   * The answer had this HTTP status: a failure, 400 to 599, that is registered.
   *
   * @throws BST010 if the status is none of these, such as 520, which only one vendor knows
   */
  public static status(status: number): RetryCondition {
    const name = String(assertStatus(status));
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

/** Throws BST010 unless the status is one that a mesh can be told; returns it. */
function assertStatus(status: number): number {
  if (KNOWN.has(status)) return status;
  throw new TopologyError({
    code: 'BST010',
    path: 'RetryCondition.status',
    problem: `status ${quote(status)}: allowed are the registered failures among 400..599, ${[...KNOWN].join(', ')}`,
    fix: 'name a registered status, or repeat on RetryCondition.SERVER_ERROR, which is any 5xx',
  });
}
