import { ApiObject, Chart } from 'cdk8s';
import { Edges } from './edges';
import { Order } from './order';
import { Tree } from './tree';

/** An object as it is written; undefined for a gap, which a chart that renders itself can leave. @internal */
export type Document = any;

/** The charts of an app in their order, and the objects of each: what is written, in which order. @internal */
export class Synthesis {
  /** Whether the order of charts matters, so that their files are numbered. */
  public readonly isNumbered: boolean;
  private readonly edges: Edges;

  /** Throws an Error if a dependency begins or ends outside of every chart. */
  constructor(private readonly tree: Tree) {
    this.edges = new Edges(tree);
    this.isNumbered = this.edges.betweenCharts;
  }

  /** Each behind those that it depends on. Throws BST041 if constructs depend on each other. */
  public charts(): Chart[] {
    const { constructs } = this.tree;
    return new Order(this.tree, this.edges, 0).placed.filter(position => this.tree.isChart(position)).map(position => constructs[position] as Chart);
  }

  /** The objects of a chart, without those of charts within it: each behind those that it depends on. Throws BST041 if constructs depend on each other. */
  public objectsOf(chart: Chart): ApiObject[] {
    if (!this.tree.hasChart(chart)) return new Synthesis(new Tree(chart)).objectsOf(chart);
    const { charts, constructs } = this.tree;
    const position = this.tree.positionOf(chart);
    return new Order(this.tree, this.edges, position).placed
      .filter(at => charts[at] === position && this.tree.isObject(at)).map(at => constructs[at] as ApiObject);
  }

  /** The same, each rendered when it is asked for. A chart that renders itself is asked. */
  public* documentsOf(chart: Chart): Generator<Document> {
    if (rendersItself(chart)) yield* Object.values(chart.toJson());
    else for (const object of this.objectsOf(chart)) yield object.toJson();
  }
}

/** Whether a chart is of a class that makes its manifest in a way of its own. */
export function rendersItself(chart: Chart): boolean {
  return chart.toJson !== Chart.prototype.toJson;
}
