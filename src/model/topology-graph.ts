import { IConstruct } from 'constructs';
import { guard } from '../private/boundary';
import { isBranded } from '../private/brand';
import { distinct } from '../private/distinct';
import { frozenList } from '../private/frozen-copy';
import { byCodePoint } from '../private/names';
import { walk } from '../private/walk';
import { AccessPolicy } from './access-policy';
import { AccessStatements } from './access-statement';
import { Admissions } from './admission';
import { AdmittedPeer } from './admitted-peer';
import { BackingService } from './backing-service';
import { Binding } from './binding';
import { Channel } from './channel';
import { CommonDependency, commonDependencies } from './common-dependency';
import { Dependency } from './dependency';
import { Exposures } from './exposures';
import { NetworkPeer } from './network-peer';
import { Reaches } from './reach';
import { Relays } from './relay';
import { RequiredToken } from './required-token';
import { ServerBinding } from './server-binding';
import { ToldBinding } from './told-binding';
import { ITopology } from './topology-element';
import { Workload } from './workload';
import { IWorkload } from './workload-interface';
import { WorkloadStanding } from './workload-standing';

/** A read-only index over a topology's elements. Every list is sorted by construct path and takes no change; every query is linear in what it returns. */
export class TopologyGraph {
  /** Indexes what a topology holds: the elements below it, found in one walk, and what connects them. */
  public static of(topology: ITopology): TopologyGraph {
    const elements: { element: IConstruct; path: string }[] = [];
    walk(topology, (element, path) => elements.push({ element, path }));
    return new TopologyGraph(elements.sort((a, b) => byCodePoint(a.path, b.path)).map(({ element }) => element), topology);
  }

  /** All workloads. */
  public readonly workloads: IWorkload[];
  /** All backing services. */
  public readonly services: BackingService[];
  /** All channels. */
  public readonly channels: Channel[];
  /** All dependencies, those that were declared of every workload among them. */
  public readonly dependencies: Dependency[];
  /** Who is let in without a declared call, as it was declared. @internal */
  public readonly _admissions: Admissions;
  /** Who may be reached without a declared call, as it was declared. @internal */
  public readonly _reaches: Reaches;
  /** What gateways expose, as it was declared. @internal */
  public readonly _exposures: Exposures;
  /** What gateways relay to third parties, as it was declared. @internal */
  public readonly _relays: Relays;
  private readonly statements: AccessStatements;
  /** Path of the topology. @internal */
  public readonly _path: string;
  /** Name of the system that the topology is one stage of. @internal */
  public readonly _stageOf?: string;
  /** Whether people depend on the topology. @internal */
  public readonly _isProduction: boolean;
  private readonly bindings = new Map<IWorkload, Binding[]>();
  private readonly servers = new Map<BackingService, ServerBinding>();
  private readonly bySource = new Map<IWorkload, Dependency[]>();
  private readonly byService = new Map<BackingService, Dependency[]>();
  private readonly byChannel = new Map<Channel, Dependency[]>();
  private readonly provided = new Map<IWorkload, BackingService[]>();
  private readonly channelsByService = new Map<BackingService, Channel[]>();

  private constructor(sorted: IConstruct[], { path, stageOf, production, _declarations: { all: held } }: ITopology) {
    this._path = path;
    this._stageOf = stageOf;
    this._isProduction = production === true;
    this.workloads = frozenList(sorted.filter((element): element is Workload => isBranded(element, 'Workload')));
    this.services = frozenList(sorted.filter((element): element is BackingService => isBranded(element, 'BackingService')));
    const connecting = [...held].sort((a, b) => byCodePoint(a.path, b.path));
    this.channels = frozenList(connecting.filter((each): each is Channel => isBranded(each, 'Channel')));
    const declared = connecting.filter((each): each is Dependency => isBranded(each, 'Dependency'));
    const common = connecting.filter((each): each is CommonDependency => isBranded(each, 'CommonDependency'));
    this._admissions = new Admissions(connecting);
    this._reaches = new Reaches(connecting);
    this.statements = new AccessStatements(connecting);
    const ofEach = commonDependencies(common, this.workloads, declared);
    const all = ofEach.length === 0 ? declared : [...declared, ...ofEach].sort((a, b) => byCodePoint(a.path, b.path));
    this._exposures = new Exposures(connecting, all);
    this._relays = new Relays(connecting);
    this.dependencies = frozenList(this._relays.among(this._exposures.among()));
    this.index();
  }

  /** What a workload depends on. */
  public dependenciesOf(workload: IWorkload): Dependency[] {
    return this.bySource.get(workload) ?? [];
  }

  /** Who depends on a service, channels on it included. */
  public dependenciesOn(service: BackingService): Dependency[] {
    return this.byService.get(service) ?? [];
  }

  /** Who publishes to a channel or consumes from it. */
  public dependenciesOnChannel(channel: Channel): Dependency[] {
    return this.byChannel.get(channel) ?? [];
  }

  /** Whom a workload lets in who declares no call, sorted by port, each once. */
  public admittedPeersOf(workload: IWorkload): AdmittedPeer[] {
    return this._admissions.at(workload);
  }

  /** Whom a workload may reach who is no service that it depends on, sorted by port, each once; not what every workload may reach. */
  public reachedPeersOf(workload: IWorkload): NetworkPeer[] {
    return this._reaches.of(workload);
  }

  /** The tokens of which a workload demands one, sorted by issuer. */
  public requiredTokensOf(workload: IWorkload): RequiredToken[] {
    return this.statements.tokensOf(workload);
  }

  /** The policies that a workload puts before its pods, sorted by name; not what declared calls and `admits()` let in. */
  public policiesOf(workload: IWorkload): AccessPolicy[] {
    return this.statements.policiesOf(workload);
  }

  /** The services that a workload provides. */
  public servicesOf(workload: IWorkload): BackingService[] {
    return this.provided.get(workload) ?? [];
  }

  /** The channels on a broker. */
  public channelsOf(service: BackingService): Channel[] {
    return this.channelsByService.get(service) ?? [];
  }

  /** A workload's bindings, one for each service that it depends on, sorted by name; none of a gateway that is routed from here, which sends on what clients ask for and enters nothing. */
  public bindingsOf(workload: IWorkload): Binding[] {
    if (workload.standing === WorkloadStanding.GATEWAY && workload.routed) return [];
    let bindings = this.bindings.get(workload);
    if (!bindings) this.bindings.set(workload, bindings = bindingsFrom(this.dependenciesOf(workload)));
    return bindings;
  }

  /** What the workload that runs a service is told of it, if its provider names variables for that. @internal */
  public _serverBindingOf(service: BackingService): ServerBinding | undefined {
    return this.servers.get(service);
  }

  /** All that a workload is told: of the services that it runs, and of those that it depends on. Sorted by name. @internal */
  public _toldTo(workload: IWorkload): ToldBinding[] {
    const ofServers = this.servicesOf(workload).flatMap(service => this.servers.get(service) ?? []);
    return ofServers.length === 0 ? this.bindingsOf(workload) : sortedByName([...ofServers, ...this.bindingsOf(workload)]);
  }

  /** The namespaces that a service's consumers live in, sorted. */
  public consumerNamespacesOf(service: BackingService): string[] {
    return distinct(this.dependenciesOn(service).map(dependency => dependency.source.namespace)).sort();
  }

  private index(): void {
    for (const dependency of this.dependencies) {
      append(this.bySource, dependency.source, dependency);
      append(this.byService, dependency.service, dependency);
      if (dependency.channel) append(this.byChannel, dependency.channel, dependency);
    }
    for (const service of this.services) {
      const server = ServerBinding.of(service);
      if (server) this.servers.set(service, server);
      if (service.locator.workload) append(this.provided, service.locator.workload, service);
    }
    for (const channel of this.channels) append(this.channelsByService, channel.service, channel);
    for (const lists of [this.bySource, this.byService, this.byChannel, this.provided, this.channelsByService]) {
      for (const list of lists.values()) Object.freeze(list);
    }
  }
}

guard('TopologyGraph', TopologyGraph);

function bindingsFrom(dependencies: Dependency[]): Binding[] {
  const byService = new Map<BackingService, Dependency[]>();
  for (const dependency of dependencies) append(byService, dependency.service, dependency);
  return frozenList(sortedByName([...byService.values()].map(group => new Binding(group))));
}

/** What has one name stays in order, of one service too. */
function sortedByName<Told extends ToldBinding>(bindings: Told[]): Told[] {
  return bindings.sort((a, b) => byCodePoint(a.name, b.name) || byCodePoint(a.service.path, b.service.path));
}

function append<K, V>(index: Map<K, V[]>, key: K, value: V): void {
  const values = index.get(key);
  if (values) values.push(value); else index.set(key, [value]);
}
