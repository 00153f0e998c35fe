import { guard } from '../private/boundary';
import { EmittedObjects } from './emitted-objects';
import { Enforcement } from './enforcement';
import { TopologyGraph } from './topology-graph';

/** What a check of a topology may look at. */
export class CheckContext {
  /** @internal */
  public static _of(graph: TopologyGraph, enforcements: Enforcement[], objects: () => EmittedObjects, read = true): CheckContext {
    return new CheckContext(graph, enforcements, objects, read);
  }

  /** The declared topology. */
  public readonly graph: TopologyGraph;
  /** What each output that read the topology carries of it. */
  public readonly enforcements: Enforcement[];
  /** Whether any output has read the topology, so that it could say what it carries. @internal */
  public readonly _read: boolean;
  private readonly objects: () => EmittedObjects;

  private constructor(graph: TopologyGraph, enforcements: Enforcement[], objects: () => EmittedObjects, read: boolean) {
    this.graph = graph;
    this.enforcements = enforcements;
    this.objects = objects;
    this._read = read;
  }

  /**
   * Whether the app emits an object, in whichever chart.
   *
   * @param group API group; empty for the core group
   */
  public emits(group: string, kind: string, namespace: string, name: string): boolean {
    return this.objects().has({ group, kind, namespace, name });
  }

  /** Namespaces in which the app emits an object of this name, in whichever chart, in the order of the construct tree. @internal */
  public _namespacesOf(group: string, kind: string, name: string): string[] {
    return this.objects().ofKind(group, kind).filter(object => object.name === name).map(({ namespace }) => namespace);
  }
}

guard('CheckContext', CheckContext);
