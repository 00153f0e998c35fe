import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { NONE, Tree } from './tree';

/** What cdk8s says of a dependency that begins outside of every chart. */
const OUTSIDE = 'cannot find a parent chart (directly or indirectly)';

/**
 * What depends on what. As cdk8s does, a dependency between constructs of two charts makes one chart depend on the other, a chart depends on those
 * within it, and every object of a construct depends on every object of what the construct depends on. The latter are never written out, because there
 * are as many of them as the product of both.
 *
 * @internal
 */
export class Edges {
  /** Whether charts depend on each other, so that files are numbered. */
  public readonly betweenCharts: boolean;
  private readonly targets = new Map<number, Set<IConstruct>>();
  /** Positions of what depends on something, rising. */
  private readonly sources: readonly number[];

  /** Throws an Error, as cdk8s does, if one end of a dependency is in no chart. */
  constructor(private readonly tree: Tree) {
    const { constructs } = tree;
    constructs.forEach((construct, source) => construct.node.dependencies.forEach(target => this.add(source, target)));
    constructs.forEach((_, position) => this.addNested(position));
    this.betweenCharts = this.declared().map(([source, target]) => this.addBetweenCharts(source, target)).includes(true);
    this.sources = [...this.targets.keys()].sort((a, b) => a - b);
  }

  /** What a construct itself depends on, in order. */
  public of(source: number): number[] {
    return [...this.targets.get(source) ?? []].map(target => this.tree.positionOf(target)).filter(target => target !== NONE);
  }

  /** Those that depend on something, of the constructs from one position up to another. */
  public sourcesWithin(start: number, end: number): readonly number[] {
    const { sources } = this;
    return sources.slice(firstAtOrBehind(sources, start), firstAtOrBehind(sources, end));
  }

  /** Whose dependencies an object has: its own and those of the constructs around it, within its chart, the outermost first. */
  public sourcesAround(object: number): number[] {
    const { charts, scopes } = this.tree;
    const sources: number[] = [];
    if (this.sources.length === 0) return [];
    for (let at = object; at !== NONE && charts[at] === charts[object]; at = scopes[at]) if (this.targets.has(at)) sources.push(at);
    return sources.reverse();
  }

  private declared(): [source: number, target: IConstruct][] {
    const inOrder = [...this.targets].sort(([a], [b]) => a - b);
    return inOrder.flatMap(([source, targets]) => Array.from(targets, (target): [number, IConstruct] => [source, target]));
  }

  /** A chart depends on those directly within it. */
  private addNested(position: number): void {
    const { constructs, scopes } = this.tree;
    if (this.tree.isChart(position) && this.tree.isChart(scopes[position])) this.add(scopes[position], constructs[position]);
  }

  private addBetweenCharts(source: number, target: IConstruct): boolean {
    const chart = this.tree.charts[source];
    if (chart === NONE) throw new Error(OUTSIDE);
    const other = Chart.of(target);
    if (other === this.tree.constructs[chart]) return false;
    this.add(chart, other);
    return true;
  }

  private add(source: number, target: IConstruct): void {
    const targets = this.targets.get(source);
    if (targets) targets.add(target); else this.targets.set(source, new Set([target]));
  }
}

function firstAtOrBehind(rising: readonly number[], position: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (rising[middle] < position) low = middle + 1; else high = middle;
  }
  return low;
}
