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

  constructor(root: IConstruct) {
    this.add(root, NONE, NONE);
  }

  /** Where a construct stands; none if it is of another app. */
  public positionOf(construct: IConstruct): number {
    return this.positions.get(construct) ?? NONE;
  }

  public isChart(position: number): boolean {
    return position !== NONE && this.charts[position] === position;
  }

  public isObject(position: number): boolean {
    return ApiObject.isApiObject(this.constructs[position]);
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

  private add(construct: IConstruct, scope: number, chart: number): void {
    const position = this.constructs.push(construct) - 1;
    const own = Chart.isChart(construct) ? position : chart;
    this.positions.set(construct, position);
    this.scopes.push(scope);
    this.charts.push(own);
    this.ends.push(NONE);
    for (const child of construct.node.children) this.add(child, position, own);
    this.ends[position] = this.constructs.length;
  }
}
