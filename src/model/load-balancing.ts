import { guard } from '../private/boundary';
import { assertHeaderName } from '../private/header-name';
import { lockMembers } from '../private/lock-members';
import { OnePerMeaning } from '../private/one-per-meaning';
import { assertQueryParameter } from '../private/query-parameter';
import { BalancingOptions, LoadBalancingOptions } from './balancing-options';
import { ConsistentHash } from './consistent-hash';
import { Locality } from './locality';
import { heldCookie, StickyCookie, StickyCookieOptions } from './sticky-cookie';
import { StickyOptions } from './sticky-options';
import { heldWarmup, Warmup } from './warmup';

/** Istio's word for what keeps a value at an endpoint. */
const HASHED = 'CONSISTENT_HASH';

const KNOWN = new OnePerMeaning<LoadBalancing>();

/** What one is made of. */
interface Held extends StickyOptions, BalancingOptions {
  readonly header?: string;
  readonly cookie?: StickyCookie;
  readonly queryParameter?: string;
  readonly byAddress?: boolean;
}

/**
 * How requests are spread over a service's endpoints. Each proxy chooses alone; while endpoints come and go, some of what is kept at one goes to another. Where routes share requests among versions, a
 * version is drawn for each request before that, so that what is sticky stays with one endpoint of each version.
 * Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings
 */
export class LoadBalancing {
  /** The endpoint with fewer requests under way, of two picked at random. */
  public static readonly LEAST_REQUEST: LoadBalancing = LoadBalancing.leastRequest();
  /** One endpoint after the other. */
  public static readonly ROUND_ROBIN: LoadBalancing = LoadBalancing.roundRobin();
  /** Any endpoint. */
  public static readonly RANDOM: LoadBalancing = LoadBalancing.of('RANDOM', {});

  /**
   * The endpoint with fewer requests under way, of two picked at random.
   *
   * @throws BST009 if the time of `warmup` is no whole number of milliseconds, BST010 if a number of it is out of bounds
   */
  public static leastRequest(options: BalancingOptions = {}): LoadBalancing {
    return LoadBalancing.of('LEAST_REQUEST', warmed(options, 'LoadBalancing.leastRequest'));
  }

  /**
   * One endpoint after the other.
   *
   * @throws BST009 if the time of `warmup` is no whole number of milliseconds, BST010 if a number of it is out of bounds
   */
  public static roundRobin(options: BalancingOptions = {}): LoadBalancing {
    return LoadBalancing.of('ROUND_ROBIN', warmed(options, 'LoadBalancing.roundRobin'));
  }

  /** Any endpoint. */
  public static random(options: LoadBalancingOptions = {}): LoadBalancing {
    return LoadBalancing.of('RANDOM', { locality: options.locality });
  }

  /** The same endpoint for the same address: that of the calling pod, and at a gateway that of its client, as far as load balancers before it pass it on. */
  public static stickyAddress(options: StickyOptions = {}): LoadBalancing {
    return LoadBalancing.of(HASHED, { ...options, byAddress: true });
  }

  /**
   * The same endpoint for the same value of a request header; HTTP and gRPC only.
   *
   * @throws BST801 if `name` is not a header name
   */
  public static stickyHeader(name: string, options: StickyOptions = {}): LoadBalancing {
    return LoadBalancing.of(HASHED, { ...options, header: assertHeaderName(name, 'LoadBalancing.stickyHeader') });
  }

  /**
   * The same endpoint for the same value of a cookie, which the caller's proxy gives to a client that has none; HTTP only. A program keeps it only if it keeps cookies; browsers behind a gateway do.
   *
   * @throws BST801 if `name` or the path cannot be those of a cookie, BST009 if the time is not a whole number of seconds
   */
  public static stickyCookie(name: string, options: StickyCookieOptions = {}): LoadBalancing {
    const { locality, consistentHash } = options;
    return LoadBalancing.of(HASHED, { locality, consistentHash, cookie: heldCookie(name, options, 'LoadBalancing.stickyCookie') });
  }

  /**
   * The same endpoint for the same value of a parameter of the query; HTTP only.
   *
   * @throws BST801 if `name` cannot be a parameter's
   */
  public static stickyQueryParameter(name: string, options: StickyOptions = {}): LoadBalancing {
    return LoadBalancing.of(HASHED, { ...options, queryParameter: assertQueryParameter(name, 'LoadBalancing.stickyQueryParameter') });
  }

  private static of(algorithm: string, held: Held): LoadBalancing {
    return KNOWN.of(JSON.stringify([algorithm, meaningOf(held)]), () => new LoadBalancing(algorithm, held));
  }

  /** The header that is hashed, for `stickyHeader`. */
  public readonly header?: string;
  /** The name of the cookie that is hashed, for `stickyCookie`. */
  public readonly cookie?: string;
  /** The parameter that is hashed, for `stickyQueryParameter`. */
  public readonly queryParameter?: string;
  /** Whether an address is hashed, for `stickyAddress`. */
  public readonly byAddress: boolean;
  /** How what is hashed is led to its endpoint. */
  public readonly consistentHash?: ConsistentHash;
  /** Which endpoints are preferred, by where they are. */
  public readonly locality?: Locality;
  /** How an endpoint that is new gets its share. */
  public readonly warmup?: Warmup;
  /** @internal */
  public readonly _cookie?: StickyCookie;

  private constructor(
    /** Istio's word for it. */
    public readonly algorithm: string,
    { header, cookie, queryParameter, byAddress = false, consistentHash, locality, warmup }: Held,
  ) {
    this.header = header;
    this.cookie = cookie?.name;
    this._cookie = cookie;
    this.queryParameter = queryParameter;
    this.byAddress = byAddress;
    this.consistentHash = consistentHash;
    this.locality = locality;
    this.warmup = warmup;
    lockMembers(this);
  }

  /** Whether single requests have to be seen for it. */
  public get readsRequests(): boolean {
    return this.header !== undefined || this.cookie !== undefined || this.queryParameter !== undefined;
  }
}

guard('LoadBalancing', LoadBalancing);

function warmed({ locality, warmup }: BalancingOptions, path: string): Held {
  return { locality, warmup: warmup && heldWarmup(warmup, path) };
}

function meaningOf({ header, cookie, queryParameter, byAddress, consistentHash, locality, warmup }: Held): unknown {
  return [
    header, queryParameter, byAddress, cookie && [cookie.name, cookie.path, cookie.ttl?.toMilliseconds()],
    consistentHash && [consistentHash.algorithm, consistentHash.size], locality?._meaning,
    warmup && [warmup.duration.toMilliseconds(), warmup.minimumPercent, warmup.aggression],
  ];
}
