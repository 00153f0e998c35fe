import { mark } from '../private/brand';
import { quote, TopologyError } from '../private/topology-error';
import { BackingService } from './backing-service';
import { assertConnects, assertSameTopology, callOf, DeclaredConnection, useOf } from './declared-connection';
import { Dependency } from './dependency';
import { CallOptions, UseOptions } from './dependency-options';
import { DependencyVerb, isAwaited } from './dependency-verb';
import { ISubject } from './subject';
import { dependencyPath, ITopology, openTopologyOf, pathOf, pathWithin } from './topology-element';
import { IWorkload } from './workload-interface';

/** A dependency of every workload on one service, said once. @internal */
export class CommonDependency implements ISubject {
  /** Declares that every workload of a topology calls a service. */
  public static call(topology: ITopology, service: BackingService, options: CallOptions): void {
    declare(topology, service, DependencyVerb.CALLS, path => callOf(service, options, path));
  }

  /** Declares that every workload of a topology uses a store. */
  public static use(topology: ITopology, service: BackingService, options: UseOptions): void {
    declare(topology, service, DependencyVerb.USES, path => useOf(service, options, path));
  }

  public constructor(public readonly path: string, private readonly declared: DeclaredConnection) {}

  /** The service that everybody depends on. */
  public get service(): BackingService {
    return this.declared.service;
  }

  /** The workload that provides it; none if it is somebody else's. */
  public get provider(): IWorkload | undefined {
    return this.service.locator.workload;
  }

  /** Whether everybody waits for it. */
  public get isAwaited(): boolean {
    return isAwaited(this.declared.verb, this.declared.interaction);
  }

  /** The dependency of one workload. */
  public of(workload: IWorkload): Dependency {
    const path = dependencyPath(workload, this.declared.verb, this.service.topology, this.service);
    return Dependency._declare(path, { ...this.declared, source: workload });
  }
}

mark(CommonDependency.prototype, 'CommonDependency');

/**
 * What is said of all workloads, as dependencies of each: of those whose traffic is ruled here and that have declared nothing of the service, its
 * provider aside. Providers of what everybody waits for do not wait for each other, which would be a circle that nobody has declared.
 */
export function commonDependencies(common: readonly CommonDependency[], workloads: readonly IWorkload[], declared: Dependency[]): Dependency[] {
  if (common.length === 0) return [];
  const own = new Map<IWorkload, Set<BackingService>>();
  for (const { source, service } of declared) own.set(source, (own.get(source) ?? new Set()).add(service));
  const awaited = new Set(common.filter(({ isAwaited: waits }) => waits).map(({ provider }) => provider));
  const isMeant = (workload: IWorkload, each: CommonDependency) => each.provider !== workload
    && !(each.isAwaited && awaited.has(workload)) && own.get(workload)?.has(each.service) !== true;
  return workloads.filter(({ ruled }) => ruled).flatMap(workload => common.filter(each => isMeant(workload, each)).map(each => each.of(workload)));
}

type Declaring = (path: string) => DeclaredConnection;

function declare(topology: ITopology, service: BackingService, verb: DependencyVerb, declaredAt: Declaring): void {
  const [name, ...others] = [verb, DependencyVerb.CALLS, DependencyVerb.USES].map(each => `every workload ${each} ${pathWithin(topology, service)}`);
  const { _declarations: held } = openTopologyOf(topology, name);
  const path = pathOf(topology, name);
  const connection = declaredAt(path);
  assertSameTopology(service, service, { path: topology.path, topology }, path);
  const taken = others.find(other => held.taken(pathOf(topology, other)));
  if (taken !== undefined) {
    throw new TopologyError({
      code: 'BST006',
      path,
      problem: `${quote(taken)} is declared already`,
      fix: 'say everything about it in one declaration',
    });
  }
  assertConnects(connection, path);
  held.hold(new CommonDependency(path, connection));
}
