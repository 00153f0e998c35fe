import { guard } from '../private/boundary';
import { assertWhole } from '../private/bounds';
import { assertOpenLabels } from '../private/labels';
import { lockMembers } from '../private/lock-members';
import { assertName, sortedRecord } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';
import { assertLocalities, REGION } from './locality-names';
import { assertWeights } from './weights';
import { ZoneAwareOptions } from './zone-aware-options';

/** How requests of one locality are shared among localities. */
export interface LocalityShare {
  /** Where callers are: `region`, `region/zone` or `region/zone/sub-zone`, with `*` in place of the last. */
  readonly from: string;
  /** Percent of their requests for each locality of endpoints, together exactly 100. */
  readonly to: Record<string, number>;
}

/** In what order endpoints are taken. */
export interface FailoverPriorityOptions {
  /**
   * Region that takes over for a region, by its name; not together with the labels of regions, zones and sub-zones.
   *
   * @default - any
   */
  readonly regions?: Record<string, string>;
}

/** What one is made of. */
interface Held {
  readonly regions?: Record<string, string>;
  readonly labels?: string[];
  readonly shares?: LocalityShare[];
  readonly isAnywhere?: boolean;
  readonly isZoneAware?: boolean;
  readonly minClusterSize?: number;
}

/** Of 32 bits, as the field has. */
const MOST = 2 ** 32 - 1;

/** Labels that say where pods are, which `regions` takes the place of. */
const OF_TOPOLOGY = ['topology.kubernetes.io/region', 'topology.kubernetes.io/zone', 'topology.istio.io/subzone'];

/**
 * Which endpoints are preferred, by where they are: nodes tell region and zone by their labels.
 * Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#LocalityLoadBalancerSetting
 */
export class Locality {
  /** Endpoints near the caller, and others as those fail; callers need a `circuitBreaker`, by which a proxy learns that (BST662). */
  public static readonly NEAREST = new Locality('nearest first', {});
  /** Any endpoint, wherever it is, also where the mesh prefers near ones or a breaker would make it. */
  public static readonly ANYWHERE = new Locality('anywhere', { isAnywhere: true });

  /**
   * Endpoints near the caller, and as those fail, those of the region that takes over; callers need a `circuitBreaker` (BST662).
   *
   * @param regions the region that takes over for a region, by its name
   * @throws BST801 if a region cannot be called so, BST008 if it takes over for itself, or none is named
   */
  public static failover(regions: Record<string, string>): Locality {
    return new Locality('failover', { regions: assertRegions(regions, 'Locality.failover') });
  }

  /**
   * Endpoints that share all of these labels with the caller first, then those that share all but the last, and so on; callers need a `circuitBreaker` (BST662).
   *
   * @param labels keys of labels, the most important first; with `=value`, that value is asked for instead of the caller's
   * @throws BST801 if one is no label, BST008 if none is named, one twice, or labels of regions, zones or sub-zones beside `regions`
   */
  public static failoverPriority(labels: string[], options: FailoverPriorityOptions = {}): Locality {
    const path = 'Locality.failoverPriority';
    const { regions } = options;
    assertPriority(labels, regions && 'beside regions', path);
    return new Locality('failover by labels', { labels: [...labels], regions: regions && assertRegions(regions, path) });
  }

  /**
   * Fixed shares. Callers elsewhere are left as they are; of callers that are named, endpoints in localities that `to` does not name get nothing, and nothing fails over.
   *
   * @throws BST801 if a locality cannot be one, BST008 if shares do not add up to 100, one is 0, or a locality holds another
   */
  public static distribute(shares: LocalityShare[]): Locality {
    const path = 'Locality.distribute';
    if (shares.length === 0) throw new TopologyError({ code: 'BST008', path, problem: 'shares of no locality: allowed is at least one', fix: 'name where callers are' });
    assertLocalities(shares.map(({ from }) => from), path);
    return new Locality('distribute', { shares: shares.map(({ from, to }) => ({ from, to: assertShares(to, path) })) });
  }

  /**
   * Endpoints in the caller's zone, as far as they can take its share of the requests: what callers of that zone have too much goes to other zones of the region, and to other regions as all of these fail.
   * From Istio 1.31 on, with sidecars that know the other pods of their own workload (`selfDiscovery` of the mesh), by a Service that selects them (BST672).
   * Sources: https://istio.io/latest/docs/reference/config/networking/destination-rule/#ZoneAwareLoadBalancerSetting,
   * https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/load_balancing/zone_aware
   *
   * @throws BST010 if the size is out of bounds, BST801 if a region or a label cannot be one, BST008 if a region takes over for itself, none or no label is named, one twice, or one of regions, zones or sub-zones
   */
  public static zoneAware(options: ZoneAwareOptions = {}): Locality {
    const path = 'Locality.zoneAware';
    const { minClusterSize, failover, failoverPriority } = options;
    if (failoverPriority) assertPriority(failoverPriority, 'where zones are looked at anyway', path);
    return new Locality('zone aware', {
      isZoneAware: true,
      minClusterSize: minClusterSize === undefined ? undefined : assertWhole('minClusterSize', minClusterSize, [1, MOST], path),
      regions: failover && assertRegions(failover, path),
      labels: failoverPriority && [...failoverPriority],
    });
  }

  /** @internal */
  public readonly _regions?: Readonly<Record<string, string>>;
  /** @internal */
  public readonly _labels?: readonly string[];
  /** @internal */
  public readonly _shares?: readonly LocalityShare[];
  /** @internal */
  public readonly _minClusterSize?: number;
  /** Whether endpoints are taken wherever they are. */
  public readonly isAnywhere: boolean;
  /** Whether the load of zones decides how much of it stays in each. */
  public readonly isZoneAware: boolean;

  private constructor(
    /** What it is, in a few words. */
    public readonly preference: string,
    { regions, labels, shares, isAnywhere = false, isZoneAware = false, minClusterSize }: Held,
  ) {
    this._regions = regions;
    this._labels = labels;
    this._shares = shares;
    this.isAnywhere = isAnywhere;
    this.isZoneAware = isZoneAware;
    this._minClusterSize = minClusterSize;
    lockMembers(this);
  }

  /** Whether it is said which other endpoints are taken as near ones fail, which a proxy learns by a breaker alone. */
  public get failsOver(): boolean {
    if (this.isZoneAware) return this._regions !== undefined || this._labels !== undefined;
    return !this.isAnywhere && this._shares === undefined;
  }

  /** A text that what means the same has in common. @internal */
  public get _meaning(): string {
    return JSON.stringify([this.preference, this._regions, this._labels, this._shares, this._minClusterSize]);
  }
}

guard('Locality', Locality);

function assertShares(to: Record<string, number>, path: string): Record<string, number> {
  assertLocalities(Object.keys(to), path);
  assertWeights(to, path);
  const none = Object.keys(to).find(locality => to[locality] === 0);
  if (none !== undefined) throw new TopologyError({ code: 'BST008', path, problem: `a share of 0 for ${quote(none)}: allowed is 1..100`, fix: 'leave it out' });
  return sortedRecord(to);
}

function assertRegions(regions: Record<string, string>, path: string): Record<string, string> {
  if (Object.keys(regions).length === 0) throw new TopologyError({ code: 'BST008', path, problem: 'no region is named', fix: 'name the region that takes over for a region, or use Locality.NEAREST' });
  for (const [from, to] of Object.entries(regions)) {
    if (assertName(REGION, from, path) === assertName(REGION, to, path)) {
      throw new TopologyError({ code: 'BST008', path, problem: `region ${quote(from)} takes over for itself`, fix: 'name another region' });
    }
  }
  return sortedRecord(regions);
}

/** @param alone where labels of regions, zones and sub-zones are not taken; undefined if they are */
function assertPriority(labels: readonly string[], alone: string | undefined, path: string): void {
  const keys = labels.map(label => {
    const [key, ...value] = label.split('=');
    assertOpenLabels({ [key]: value.join('=') }, path);
    return key;
  });
  const wrong = labels.length === 0 ? 'no label is named' : new Set(keys).size < keys.length ? `labels ${quote(labels)}: one is named twice, of which Istio keeps the last`
    : alone !== undefined && keys.some(key => OF_TOPOLOGY.includes(key)) ? `labels ${quote(labels)}: ${alone} Istio takes no label of regions, zones or sub-zones` : undefined;
  if (wrong) throw new TopologyError({ code: 'BST008', path, problem: wrong, fix: 'name each label once, the most important first, and regions by one of the two' });
}
