import { Place, Role } from './place';

/** The owner of every address, inside of the cluster and outside, as the target of an edge. */
export const ANYWHERE = 'anywhere';

/** The owner of every public address outside of the cluster, as the target of an edge. */
export const PUBLIC = 'the public';

export type Transport = 'TCP' | 'UDP';

/** Who may open a connection to whom. Nothing else may. */
export interface Edge {
  /** An owner of places. */
  readonly from: string;
  /** An owner of places, ANYWHERE or PUBLIC. */
  readonly to: string;
  /** Port of the pods, not of a Service: policies act after a Service's translation. */
  readonly port: number;
  readonly transport: Transport;
}

/** A connection that somebody tries to open. */
export interface Flow {
  readonly from: Place;
  readonly to: Place;
  readonly port: number;
  readonly transport: Transport;
}

export function edge(from: string, to: string, port: number, transport: Transport = 'TCP'): Edge {
  return { from, to, port, transport };
}

/**
 * Places, and which connections between them are declared: the answer that the policies are held against. It is made of the declaration
 * and never of what the library made of it.
 */
export class Cluster {
  private readonly declared: ReadonlySet<string>;

  constructor(public readonly places: readonly Place[], public readonly edges: readonly Edge[]) {
    const owners = new Set([ANYWHERE, PUBLIC, ...places.map(({ owner }) => owner)]);
    const unknown = edges.flatMap(({ from, to }) => [from, to]).filter(name => !owners.has(name));
    if (unknown.length > 0) throw new Error(`no place belongs to ${unknown.join(', ')}`);
    this.declared = new Set(edges.map(({ from, to, port, transport }) => key(from, to, port, transport)));
  }

  /** The ports that are declared, each once. */
  public get ports(): number[] {
    return [...new Set(this.edges.map(({ port }) => port))];
  }

  /** The ports of third parties that may be anywhere. */
  public get anywherePorts(): number[] {
    return [...new Set(this.edges.filter(({ to }) => to === ANYWHERE).map(({ port }) => port))];
  }

  /** Every place of `from` to every place of `to` on each port. Not to itself: Kubernetes lets no policy forbid that, and cyclonus does not know. */
  public flows(from: readonly Place[], to: readonly Place[], ports: readonly number[], transports: readonly Transport[] = ['TCP']): Flow[] {
    return from.flatMap(source => to.filter(target => target !== source).flatMap(target => (
      ports.flatMap(port => transports.map(transport => ({ from: source, to: target, port, transport }))))));
  }

  /** The same cluster, if nothing but one workload were guarded: whatever this says has to be in that workload's own policy. */
  public guardingOnly(owner: string): Cluster {
    return new Cluster(this.places.map(place => ({ ...place, guarded: place.owner === owner })), this.edges);
  }

  /** Those of the places that have this role. */
  public placesOf(...roles: readonly Role[]): Place[] {
    return this.places.filter(({ role }) => roles.includes(role));
  }

  /** The owners of guarded places. */
  public get guarded(): string[] {
    return [...new Set(this.places.filter(({ guarded }) => guarded).map(({ owner }) => owner))];
  }

  /**
   * Whether a connection should come about: if it is declared. What nobody guards is open to what nobody guards, and to those who declare
   * a third party that may be anywhere, on its port, or at any public address; but for those at which a cloud hands out credentials.
   */
  public expects({ from, to, port, transport }: Flow): boolean {
    if (this.declared.has(key(from.owner, to.owner, port, transport))) return true;
    const spread = (everybody: string) => this.declared.has(key(from.owner, everybody, port, transport));
    return !to.guarded && (!from.guarded || to.role !== Role.INSTANCE && spread(ANYWHERE) || to.role === Role.OUTSIDE && spread(PUBLIC));
  }
}

function key(from: string, to: string, port: number, transport: Transport): string {
  return `${from} -> ${to} ${transport} ${port}`;
}
