import { amplified } from './amplification';
import { Dependency } from './dependency';
import { Adjacency, shortestCycle, stronglyConnected } from './strongly-connected';
import { TopologyGraph } from './topology-graph';
import { IWorkload } from './workload-interface';

/** Who waits for whom: the synchronous dependencies between workloads of ours, as a graph over their positions. @internal */
export class CallGraph {
  /** The synchronous dependencies of `graph`; with `requiredOnly`, only those that their caller cannot do without. */
  public static of(graph: TopologyGraph, requiredOnly = false): CallGraph {
    return new CallGraph(graph, requiredOnly);
  }

  private readonly workloads: IWorkload[];
  private readonly position = new Map<IWorkload, number>();
  private readonly outgoing: Dependency[][];
  private readonly adjacency: Adjacency;

  private constructor(graph: TopologyGraph, requiredOnly: boolean) {
    this.workloads = graph.workloads;
    this.workloads.forEach((workload, position) => this.position.set(workload, position));
    this.outgoing = this.workloads.map(workload => graph.dependenciesOf(workload).filter(
      dependency => dependency.isSynchronous && this.targetOf(dependency) !== undefined && (dependency.isRequired || !requiredOnly)));
    this.adjacency = this.outgoing.map(dependencies => dependencies.map(dependency => this.targetOf(dependency)!));
  }

  /** Each group of workloads that wait for each other, as one shortest cycle of it, its first workload first. */
  public cycles(): IWorkload[][] {
    return stronglyConnected(this.adjacency)
      .map(members => shortestCycle(this.adjacency, members[0], new Set(members)))
      .filter(cycle => cycle.length > 0)
      .sort((a, b) => a[0] - b[0])
      .map(cycle => cycle.map(position => this.workloads[position]));
  }

  /**
   * For each workload, the greatest product of `factor` over the dependencies of any path that leads to it, and the last
   * dependency of that path. Paths stop at a cycle, which is reported on its own.
   */
  public heaviest(factor: (dependency: Dependency) => number): Map<IWorkload, Arrival> {
    const arrivals = new Map<IWorkload, Arrival>(this.workloads.map(workload => [workload, { weight: 1 }]));
    for (const members of stronglyConnected(this.adjacency).reverse()) {
      const cycle = new Set(members);
      for (const dependency of members.flatMap(member => this.outgoing[member])) {
        const target = this.targetOf(dependency)!;
        const weight = amplified(arrivals.get(dependency.source)!.weight, factor(dependency));
        if (weight > arrivals.get(this.workloads[target])!.weight && !cycle.has(target)) {
          arrivals.set(this.workloads[target], { weight, via: dependency });
        }
      }
    }
    return arrivals;
  }

  /** Position of the workload behind a dependency; none if no workload of this topology runs it. */
  private targetOf(dependency: Dependency): number | undefined {
    const workload = dependency.service.locator.workload;
    return workload && this.position.get(workload);
  }
}

/** How the heaviest path arrives at a workload. @internal */
export interface Arrival {
  /** Product of the factors along the path, as `amplified` counts. */
  readonly weight: number;
  /**
   * Last dependency of the path.
   *
   * @default - the path begins here
   */
  readonly via?: Dependency;
}
