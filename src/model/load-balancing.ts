import { guard } from '../private/boundary';
import { assertHeaderName } from '../private/header-name';
import { lockMembers } from '../private/lock-members';
import { OnePerMeaning } from '../private/one-per-meaning';
import { assertQueryParameter } from '../private/query-parameter';
import { heldCookie, StickyCookie, StickyCookieOptions } from './sticky-cookie';

const STICKY = new OnePerMeaning<LoadBalancing>();

/** What is hashed, one of them. */
interface HashKey {
  readonly header?: string;
  readonly cookie?: StickyCookie;
  readonly queryParameter?: string;
  readonly byAddress?: boolean;
}

/**
 * How requests are spread over a service's endpoints. Each proxy chooses alone; while endpoints come and go, some of what is kept at one goes to another.
 * Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings
 */
export class LoadBalancing {
  /** The endpoint with fewer requests under way, of two picked at random. */
  public static readonly LEAST_REQUEST = new LoadBalancing('LEAST_REQUEST');
  /** One endpoint after the other. */
  public static readonly ROUND_ROBIN = new LoadBalancing('ROUND_ROBIN');
  /** Any endpoint. */
  public static readonly RANDOM = new LoadBalancing('RANDOM');
  /** The same endpoint for the same address: that of the calling pod, and at a gateway that of its client, as far as load balancers before it pass it on. */
  public static readonly STICKY_ADDRESS = new LoadBalancing('CONSISTENT_HASH', { byAddress: true });

  /**
   * The same endpoint for the same value of a request header; HTTP and gRPC only.
   *
   * @throws BST801 if `name` is not a header name
   */
  public static stickyHeader(name: string): LoadBalancing {
    return LoadBalancing.hashing({ header: assertHeaderName(name, 'LoadBalancing.stickyHeader') });
  }

  /**
   * The same endpoint for the same value of a cookie, which the caller's proxy gives to a client that has none; HTTP only. A program keeps it only if it keeps cookies; browsers behind a gateway do.
   *
   * @throws BST801 if `name` or the path cannot be those of a cookie, BST009 if the time is not a whole number of seconds
   */
  public static stickyCookie(name: string, options: StickyCookieOptions = {}): LoadBalancing {
    return LoadBalancing.hashing({ cookie: heldCookie(name, options, 'LoadBalancing.stickyCookie') });
  }

  /**
   * The same endpoint for the same value of a parameter of the query; HTTP only.
   *
   * @throws BST801 if `name` cannot be a parameter's
   */
  public static stickyQueryParameter(name: string): LoadBalancing {
    return LoadBalancing.hashing({ queryParameter: assertQueryParameter(name, 'LoadBalancing.stickyQueryParameter') });
  }

  private static hashing(key: HashKey): LoadBalancing {
    const { cookie, header, queryParameter } = key;
    const meaning = JSON.stringify([header, queryParameter, cookie && [cookie.name, cookie.path, cookie.ttl?.toMilliseconds()]]);
    return STICKY.of(meaning, () => new LoadBalancing('CONSISTENT_HASH', key));
  }

  /** The header that is hashed, for `stickyHeader`. */
  public readonly header?: string;
  /** The name of the cookie that is hashed, for `stickyCookie`. */
  public readonly cookie?: string;
  /** The parameter that is hashed, for `stickyQueryParameter`. */
  public readonly queryParameter?: string;
  /** Whether an address is hashed, for `STICKY_ADDRESS`. */
  public readonly byAddress: boolean;
  /** @internal */
  public readonly _cookie?: StickyCookie;

  private constructor(
    /** Istio's word for it. */
    public readonly algorithm: string,
    { header, cookie, queryParameter, byAddress = false }: HashKey = {},
  ) {
    this.header = header;
    this.cookie = cookie?.name;
    this._cookie = cookie;
    this.queryParameter = queryParameter;
    this.byAddress = byAddress;
    lockMembers(this);
  }

  /** Whether single requests have to be seen for it. */
  public get readsRequests(): boolean {
    return this.header !== undefined || this.cookie !== undefined || this.queryParameter !== undefined;
  }
}

guard('LoadBalancing', LoadBalancing);
