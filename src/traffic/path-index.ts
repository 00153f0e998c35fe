import { isLiteral, PathSegment, PathTemplate } from './path-template';

interface Placed<Value> {
  readonly path: PathTemplate;
  readonly value: Value;
  /** In the order of adding. */
  readonly rank: number;
}

/** Paths that begin alike, segment by segment. */
class Branch<Value> {
  public readonly ending: Placed<Value>[] = [];
  private readonly literal = new Map<string, Branch<Value>>();
  private readonly open = new Map<string, Branch<Value>>();

  public through(segment: PathSegment): Branch<Value> {
    const [branches, key] = isLiteral(segment) ? [this.literal, segment[0]] : [this.open, JSON.stringify(segment)];
    const branch = branches.get(key) ?? new Branch<Value>();
    branches.set(key, branch);
    return branch;
  }

  /** Where a path may go on that has this segment: two unlike literals part for good. */
  public towards(segment: PathSegment): Branch<Value>[] {
    const same = isLiteral(segment) ? this.literal.get(segment[0]) : undefined;
    const others = isLiteral(segment) ? [] : this.literal.values();
    return [...same ? [same] : [], ...others, ...this.open.values()];
  }
}

/** Values by path, found by the paths that could have a request in common: contracts have thousands, so those that begin unlike are never compared. @internal */
export class PathIndex<Value> {
  private readonly root = new Branch<Value>();
  private size = 0;

  public add(path: PathTemplate, value: Value): void {
    path.reduce((branch, segment) => branch.through(segment), this.root).ending.push({ path, value, rank: this.size++ });
  }

  /** Those of as many segments, of which no literal differs; in the order of adding. */
  public near(path: PathTemplate): Placed<Value>[] {
    const reached = path.reduce((branches, segment) => branches.flatMap(branch => branch.towards(segment)), [this.root]);
    return reached.flatMap(({ ending }) => ending).sort((a, b) => a.rank - b.rank);
  }
}
