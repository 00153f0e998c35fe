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
  private readonly positions = new Map<IConstruct, number>();
  private readonly objects = new Map<number, readonly number[]>();

  private paths?: Map<string, number>;

  constructor(root: IConstruct) {
    const open: Iterator<IConstruct>[] = [[root][Symbol.iterator]()];
    const around: number[] = [];
    for (let children = open.at(-1); children; children = open.at(-1)) {
      const { value, done } = children.next();
      if (done) {
        open.pop();
        this.ends[around.pop() ?? 0] = this.constructs.length;
      } else {
        around.push(this.add(value, around.at(-1) ?? NONE));
        open.push(value.node.children[Symbol.iterator]());
      }
    }
  }

  /** Whether the app is made of the same constructs as when another was read. */
  public equals({ constructs, scopes }: Tree): boolean {
    const isAt = (construct: IConstruct, i: number) => construct === constructs[i] && this.scopes[i] === scopes[i];
    return constructs.length === this.constructs.length && this.constructs.every(isAt);
  }

  /** Where a construct stands, or one of its path, as that which has taken the place of one that was removed; none if there is none. */
  public positionOf(construct: IConstruct): number {
    return this.positions.get(construct) ?? this.pathPositions().get(construct.node.path) ?? NONE;
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
    this.positions.set(construct, position);
    this.scopes.push(scope);
    this.charts.push(Chart.isChart(construct) ? position : this.charts[scope] ?? NONE);
    this.ends.push(NONE);
    return position;
  }

  private pathPositions(): Map<string, number> {
    return this.paths ??= new Map(this.constructs.map(({ node }, position) => [node.path, position]));
  }
}
