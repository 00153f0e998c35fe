import { Construct, IConstruct } from 'constructs';
import { acceptArguments, guard } from '../private/boundary';
import { isBranded } from '../private/brand';
import { quote, TopologyError } from '../private/topology-error';
import { BindingDelivery } from './binding-delivery';
import { Declarations } from './declarations';
import { EnvNames } from './env-names';
import { ISubject } from './subject';

/** The root that elements are declared in, as far as an element needs to know it. */
export interface ITopology extends IConstruct, ISubject {
  /**
   * Namespace of every element that names none.
   *
   * @default - none: each workload must know its own
   */
  readonly namespace?: string;
  /**
   * How the variables of all bindings are named.
   *
   * @default EnvNames.DEFAULT
   */
  readonly envNames?: EnvNames;
  /**
   * What of all bindings reaches containers.
   *
   * @default BindingDelivery.VARIABLES
   */
  readonly delivery?: BindingDelivery;
  /**
   * Name of the system that it is one stage of.
   *
   * @default - it is compared with no other
   */
  readonly stageOf?: string;
  /**
   * Whether people depend on it, so that what is meant for trials has no place in it.
   *
   * @default false
   */
  readonly production?: boolean;
  /** @internal */
  readonly _declarations: Declarations;
}

/** The topology that encloses `construct`; throws BST011 if none does. */
export function topologyOf(construct: IConstruct): ITopology {
  const topology = enclosing(construct);
  if (topology) return topology;
  throw new TopologyError({
    code: 'BST011',
    path: construct.node.path || '(root)',
    problem: 'an element of a topology was declared outside of any topology',
    fix: 'pass the Topology, or a construct inside of it, as scope',
  });
}

/** Throws BST030 if a topology encloses `scope`: it would take the elements of one declared there for its own, and know nothing of what connects them. */
export function assertNotNested(scope: IConstruct, id: string): void {
  const outer = enclosing(scope);
  if (outer === undefined) return;
  throw new TopologyError({
    code: 'BST030',
    path: pathOf(scope, id),
    problem: `the topology ${quote(id)} would stand inside of the topology ${quote(outer.node.path)}, which would guard its workloads and not let through what they depend on`,
    fix: 'pass the Chart as scope of each topology',
  });
}

/** The topology that encloses `scope`; throws BST012 once an output has read it, because what is declared later would be missing from it. */
export function openTopologyOf(scope: IConstruct, id: string): ITopology {
  const topology = topologyOf(scope);
  if (!topology.node.locked) return topology;
  throw new TopologyError({
    code: 'BST012',
    path: scope.node.path,
    problem: `${quote(id)} was declared after an output had read the topology, so the output would not know of it`,
    fix: 'move the declaration above the first output (Platform, IstioMesh, SecretBindings ...)',
  });
}

/** Throws BST006 if another construct of the scope, or what is held there, has the name, or if it is one that constructs, which keeps children in a plain object, cannot take. */
export function assertFree(scope: IConstruct, id: string, held?: Declarations): void {
  const taken = scope.node.tryFindChild(id) !== undefined || held?.taken(pathOf(scope, id));
  if (!taken && !(id in Object.prototype)) return;
  throw new TopologyError({
    code: 'BST006',
    path: pathOf(scope, id),
    problem: `the name ${quote(id)} is taken`,
    fix: 'declare an element once, and give each a name of its own',
  });
}

function enclosing(construct: IConstruct): ITopology | undefined {
  for (let at: IConstruct | undefined = construct; at; at = at.node.scope) {
    if (isBranded(at, 'Topology')) return at as ITopology;
  }
  return undefined;
}

interface Named {
  readonly name: string;
}

/** The path of an element as seen from a topology: for one in a scope of its own, more than its name; the name if it belongs to another topology. */
export function pathWithin(topology: ITopology, { path, name }: Named & ISubject): string {
  const root = pathOf(topology, '');
  return path.startsWith(root) ? path.slice(root.length) : name;
}

/** The path of what a workload does with a service or channel. It stands beside the workload's, not below it: `shop/workloads/orders calls payments`. */
export function dependencyPath({ name, node }: Named & IConstruct, verb: string, topology: ITopology, target: Named & ISubject): string {
  return pathOf(node.scope!, `${name} ${verb} ${pathWithin(topology, target)}`);
}

/** Anything declared in a topology. */
export abstract class TopologyElement extends Construct implements ISubject {
  /** The topology that this element belongs to. */
  public readonly topology: ITopology;

  /**
   * @param scope the Topology, or a construct inside of it
   * @param id the element's name, unique in its scope
   * @throws BST006 if the name is taken, BST011 outside of a topology, BST012 after an output has read it
   */
  constructor(scope: Construct, id: string) {
    acceptArguments('new TopologyElement', [scope, id]);
    const topology = openTopologyOf(scope, id);
    assertFree(scope, id);
    super(scope, id);
    this.topology = topology;
  }

  public get path(): string {
    return this.node.path;
  }
}

guard('TopologyElement', TopologyElement);

/** A scope has thousands of children, and `node.path` climbs to the root of the tree anew for each. */
const paths = new WeakMap<IConstruct, string>();

/** The path that a child of `scope` will have, for a refusal that comes before the child exists. */
export function pathOf(scope: IConstruct, id: string): string {
  const path = paths.get(scope) ?? scope.node.path;
  paths.set(scope, path);
  return path ? `${path}/${id}` : id;
}
