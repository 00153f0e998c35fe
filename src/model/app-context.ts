import { guard } from '../private/boundary';
import { EmittedObject } from './emitted-object';
import { EmittedObjects } from './emitted-objects';
import { TopologyGraph } from './topology-graph';

/** What a check of the whole app may look at: everything that meets in a cluster. */
export class AppContext {
  /** @internal */
  public static _of(graphs: TopologyGraph[], objects: EmittedObjects): AppContext {
    return new AppContext(graphs, objects);
  }

  /** The topologies that have the check, sorted by path. */
  public readonly graphs: TopologyGraph[];
  private readonly emitted: EmittedObjects;

  private constructor(graphs: TopologyGraph[], emitted: EmittedObjects) {
    this.graphs = graphs;
    this.emitted = emitted;
  }

  /** Every object that the app emits, in the order of the construct tree. */
  public get objects(): EmittedObject[] {
    return this.emitted.all;
  }

  /**
   * The objects of one kind, in the order of the construct tree.
   *
   * @param group API group; empty for the core group
   */
  public objectsOf(group: string, kind: string): EmittedObject[] {
    return this.emitted.ofKind(group, kind);
  }
}

guard('AppContext', AppContext);
