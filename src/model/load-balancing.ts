import { guard } from '../private/boundary';
import { assertHeaderName } from '../private/header-name';
import { lockMembers } from '../private/lock-members';
import { OnePerMeaning } from '../private/one-per-meaning';

const STICKY = new OnePerMeaning<LoadBalancing>();

/**
 * How requests are spread over a service's endpoints.
 * Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings
 */
export class LoadBalancing {
  /** The endpoint with fewer requests under way, of two picked at random. */
  public static readonly LEAST_REQUEST = new LoadBalancing('LEAST_REQUEST');
  /** One endpoint after the other. */
  public static readonly ROUND_ROBIN = new LoadBalancing('ROUND_ROBIN');
  /** Any endpoint. */
  public static readonly RANDOM = new LoadBalancing('RANDOM');

  /**
   * The same endpoint for the same value of a request header; HTTP and gRPC only.
   *
   * @throws BST801 if `name` is not a header name
   */
  public static stickyHeader(name: string): LoadBalancing {
    const header = assertHeaderName(name, 'LoadBalancing.stickyHeader');
    return STICKY.of(header, () => new LoadBalancing('CONSISTENT_HASH', header));
  }

  private constructor(
    /** Istio's word for it. */
    public readonly algorithm: string,
    /** The header that is hashed, for `stickyHeader`. */
    public readonly header?: string,
  ) {
    lockMembers(this);
  }
}

guard('LoadBalancing', LoadBalancing);
