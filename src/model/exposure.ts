import { isBranded, mark } from '../private/brand';
import { grouped } from '../private/grouped';
import { byCodePoint } from '../private/names';
import { shortHash } from '../private/shortened';
import { quote, TopologyError } from '../private/topology-error';
import { BackingService } from './backing-service';
import { conditionWords } from './condition-words';
import { assertSameTopology, callOf } from './declared-connection';
import { Dependency } from './dependency';
import { DependencyPolicy } from './dependency-policy';
import { DependencyVerb } from './dependency-verb';
import { ExposeOptions } from './expose-options';
import { heldExposure, HeldExposure } from './exposure-rules';
import { IGateway } from './gateway-interface';
import { conditionsKey } from './http-conditions';
import { ISubject } from './subject';
import { dependencyPath, openTopologyOf, pathOf } from './topology-element';
import { IWorkload } from './workload-interface';

/** What of a service is reached through a gateway. @internal */
export class Exposure implements ISubject {
  /** Exposes a service; throws unless the gateway can. */
  public static through(gateway: IGateway, service: BackingService, options: ExposeOptions): void {
    const id = `${gateway.name} exposes ${service.name}`;
    const topology = openTopologyOf(gateway, id);
    const { _declarations: held } = topology;
    const path = pathOf(gateway.node.scope!, id);
    callOf(service, { timeout: options.timeout, retry: options.retry }, path);
    assertSameTopology(service, service, { path: gateway.path, topology }, path);
    const said = heldExposure(gateway, service, options, path);
    const at = pathOf(gateway.node.scope!, [id, ...wordsOf(said)].join(' '));
    const own = isTold(held.at(at), said) ? at : held.taken(at) ? `${at} (${shortHash(keyOf(said))})` : at;
    if (held.taken(own)) {
      throw new TopologyError({ code: 'BST006', path, problem: `${quote(id)} is declared already, for the same requests`, fix: 'say everything about them in one declaration' });
    }
    held.hold(new Exposure(own, gateway, service, said));
  }

  private constructor(
    public readonly path: string,
    public readonly gateway: IGateway,
    public readonly service: BackingService,
    public readonly said: HeldExposure,
  ) {}

  /** In words: `door exposes shop`. */
  public get name(): string {
    return `${this.gateway.name} exposes ${this.service.name}`;
  }

  /** What is said of its requests, over what is said of the call. */
  public over(policy: DependencyPolicy): DependencyPolicy {
    const { timeout = policy.timeout, retry = policy.retry } = this.said;
    return { ...policy, timeout, retry };
  }
}

mark(Exposure.prototype, 'Exposure');

/** What the gateways of a topology expose. @internal */
export class Exposures {
  public readonly all: readonly Exposure[];
  private readonly ofOne: ReadonlyMap<IWorkload, Exposure[]>;

  /** @param held whatever the topology holds, in the order of the paths */
  constructor(held: readonly ISubject[]) {
    this.all = held.filter(isExposure);
    this.ofOne = grouped(this.all, ({ gateway }) => gateway);
  }

  /** What one workload exposes: a gateway. */
  public of(workload: IWorkload): readonly Exposure[] {
    return this.ofOne.get(workload) ?? [];
  }

  /**
   * The dependencies with the calls of which nothing is said but that they are exposed, and with what is said where they are: of several time limits the shortest, of several retries the most
   * tries, because callers are judged by these.
   */
  public among(declared: readonly Dependency[]): Dependency[] {
    if (this.all.length === 0) return [...declared];
    const known = new Map(declared.map(dependency => [dependency.path, dependency]));
    for (const exposure of this.all) {
      const path = dependencyPath(exposure.gateway, DependencyVerb.CALLS, exposure.service.topology, exposure.service);
      const { gateway: source, service } = exposure;
      const before = known.get(path);
      known.set(path, Dependency._declare(path, { ...strictest(before?.policy ?? {}, exposure), verb: DependencyVerb.CALLS, source, service }));
    }
    return [...known.values()].sort((a, b) => byCodePoint(a.path, b.path));
  }
}

function strictest(policy: DependencyPolicy, { said: { timeout, retry } }: Exposure): DependencyPolicy {
  return {
    ...policy,
    timeout: least(timeout, policy.timeout, time => time.toMilliseconds()),
    retry: least(retry, policy.retry, ({ count }) => -count),
  };
}

/** The lesser of two, where both are said. */
function least<Said>(one: Said | undefined, other: Said | undefined, measure: (said: Said) => number): Said | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return measure(one) <= measure(other) ? one : other;
}

function isExposure(held: ISubject): held is Exposure {
  return isBranded(held, 'Exposure');
}

/** Whether what is held there is an exposure of the same requests. */
function isTold(there: ISubject | undefined, said: HeldExposure): boolean {
  return there !== undefined && isExposure(there) && keyOf(there.said) === keyOf(said);
}

function wordsOf({ hosts, port, matches }: HeldExposure): string[] {
  const words = matches.map(({ _conditions: conditions }) => conditionWords(conditions)).join(' or ');
  return [...hosts ? ['at', hosts.join(', ')] : [], ...port === undefined ? [] : ['port', String(port)], ...words === '' ? [] : ['for', words]];
}

function keyOf({ hosts, port, matches }: HeldExposure): string {
  return JSON.stringify([hosts, port, matches.map(({ _conditions: conditions }) => conditionsKey(conditions)).sort()]);
}
