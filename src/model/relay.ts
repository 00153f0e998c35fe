import { isBranded, mark } from '../private/brand';
import { grouped } from '../private/grouped';
import { byCodePoint } from '../private/names';
import { BackingService } from './backing-service';
import { assertSameTopology } from './declared-connection';
import { Dependency } from './dependency';
import { DependencyVerb } from './dependency-verb';
import { IGateway } from './gateway-interface';
import { RelayOptions } from './relay-options';
import { assertAlone, heldRelay, HeldRelay } from './relay-rules';
import { ISubject } from './subject';
import { dependencyPath, openTopologyOf, pathOf } from './topology-element';
import { IWorkload } from './workload-interface';

/** A third party that is reached through a gateway. @internal */
export class Relay implements ISubject {
  /** Relays a service; throws unless the gateway can. */
  public static through(gateway: IGateway, service: BackingService, options: RelayOptions): void {
    const id = `${gateway.name} relays ${service.name}`;
    const topology = openTopologyOf(gateway, id);
    const { _declarations: held } = topology;
    const path = pathOf(gateway.node.scope!, id);
    const said = heldRelay(gateway, service, options, path);
    assertSameTopology(service, service, { path: gateway.path, topology }, path);
    const relay = new Relay(path, gateway, service, said);
    assertAlone(relay, held.all.filter(isRelay));
    held.hold(relay);
  }

  private constructor(
    public readonly path: string,
    public readonly gateway: IGateway,
    public readonly service: BackingService,
    public readonly said: HeldRelay,
  ) {}

  /** In words: `egress relays payments`. */
  public get name(): string {
    return `${this.gateway.name} relays ${this.service.name}`;
  }
}

mark(Relay.prototype, 'Relay');

/** What the gateways of a topology relay. @internal */
export class Relays {
  public readonly all: readonly Relay[];
  private readonly ofOne: ReadonlyMap<IWorkload, Relay[]>;
  private readonly byService: ReadonlyMap<BackingService, Relay>;

  /** @param held whatever the topology holds, in the order of the paths */
  constructor(held: readonly ISubject[]) {
    this.all = held.filter(isRelay);
    this.ofOne = grouped(this.all, ({ gateway }) => gateway);
    this.byService = new Map(this.all.map(relay => [relay.service, relay]));
  }

  /** What one workload relays: a gateway. */
  public of(workload: IWorkload): readonly Relay[] {
    return this.ofOne.get(workload) ?? [];
  }

  /** How consumers reach a service, if not by themselves. */
  public to(service: BackingService): Relay | undefined {
    return this.byService.get(service);
  }

  /** Whether it is the gateway's own way to what it relays. */
  public carries({ source, service }: Dependency): boolean {
    return this.to(service)?.gateway === source;
  }

  /** The dependencies with those of gateways on what they relay. */
  public among(declared: readonly Dependency[]): Dependency[] {
    if (this.all.length === 0) return [...declared];
    const known = new Set(declared.map(({ path }) => path));
    const further = this.all.flatMap(({ gateway: source, service }) => {
      const path = dependencyPath(source, DependencyVerb.CALLS, service.topology, service);
      return known.has(path) ? [] : [Dependency._declare(path, { source, service, verb: DependencyVerb.CALLS })];
    });
    return [...declared, ...further].sort((a, b) => byCodePoint(a.path, b.path));
  }
}

function isRelay(held: ISubject): held is Relay {
  return isBranded(held, 'Relay');
}
