import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';

/** No construct, where a position is asked for. */
export const NONE = -1;

/**
 * The constructs of an app in the order of the tree, found in one walk. A construct is known by its position in that order; all below it follow it, up to
 * its end.
 *
 * @internal
 */
export class Tree {
  public readonly constructs: IConstruct[] = [];
  /** Position behind the last construct below each. */
  public readonly ends: number[] = [];
  /** Position of each construct's scope. */
  public readonly scopes: number[] = [];
  /** Position of the chart that each construct is in or is; none outside of every chart. */
  public readonly charts: number[] = [];
  private readonly chartPositions = new Map<IConstruct, number>();
  private readonly objects = new Map<number, readonly number[]>();
  private positions?: Map<IConstruct, number>;
  private paths?: Map<string, number>;

  constructor(private readonly root: IConstruct) {
    const around: number[] = [];
    for (const construct of visited(root)) {
      if (construct) around.push(this.add(construct, around.at(-1) ?? NONE));
      else this.ends[around.pop()!] = this.constructs.length;
    }
  }

  /** Whether the app is still made of the same constructs in the same places. */
  public isCurrent(): boolean {
    let next = 0;
    for (const construct of visited(this.root)) if (construct && construct !== this.constructs[next++]) return false;
    return next === this.constructs.length;
  }

  /** Whether a chart is in the app: one of another app, or one that was removed, is not. */
  public hasChart(chart: IConstruct): boolean {
    return this.chartPositions.has(chart);
  }

  /** Where a construct stands, or one of its path, as that which has taken the place of one that was removed; none if there is none. */
  public positionOf(construct: IConstruct): number {
    return this.chartPositions.get(construct) ?? this.allPositions().get(construct) ?? this.pathPositions().get(construct.node.path) ?? NONE;
  }

  public isChart(position: number): boolean {
    return position !== NONE && this.charts[position] === position;
  }

  public isObject(position: number): boolean {
    return ApiObject.isApiObject(this.constructs[position]);
  }

  /** Whether a construct is another or below it. */
  public isWithin(position: number, outer: number): boolean {
    return position >= outer && position < this.ends[outer];
  }

  /** Positions of the objects that a construct is or that are below it, without those of charts further down. */
  public objectsOf(position: number): readonly number[] {
    const known = this.objects.get(position) ?? this.findObjects(position);
    this.objects.set(position, known);
    return known;
  }

  private findObjects(position: number): number[] {
    const found: number[] = [];
    for (let at = position; at < this.ends[position]; at++) {
      if (this.charts[at] === this.charts[position] && this.isObject(at)) found.push(at);
    }
    return found;
  }

  private add(construct: IConstruct, scope: number): number {
    const position = this.constructs.push(construct) - 1;
    const isChart = Chart.isChart(construct);
    if (isChart) this.chartPositions.set(construct, position);
    this.scopes.push(scope);
    this.charts.push(isChart ? position : this.charts[scope] ?? NONE);
    this.ends.push(NONE);
    return position;
  }

  /** Made when a dependency asks, which most apps do not have. */
  private allPositions(): Map<IConstruct, number> {
    return this.positions ??= new Map(this.constructs.map((construct, position) => [construct, position]));
  }

  private pathPositions(): Map<string, number> {
    return this.paths ??= new Map(this.constructs.map(({ node }, position) => [node.path, position]));
  }
}

/** The constructs of an app in the order of the tree, none found by recursion; nothing stands where those below one have ended, and it with them. */
function* visited(root: IConstruct): Generator<IConstruct | undefined> {
  const open: Iterator<IConstruct>[] = [[root][Symbol.iterator]()];
  for (let children = open.at(-1); children; children = open.at(-1)) {
    const { value, done } = children.next();
    if (done) {
      open.pop();
      if (open.length > 0) yield undefined;
    } else {
      yield value;
      open.push(value.node.children[Symbol.iterator]());
    }
  }
}
