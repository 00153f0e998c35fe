/** A directed graph over the numbers 0..n-1: the successors of each. */
export type Adjacency = readonly (readonly number[])[];

/**
 * Strongly connected components in reverse topological order: a component comes after all that it leads to have come.
 * Tarjan's algorithm with an explicit stack, linear in nodes and edges, so that a long chain cannot overflow the call stack.
 */
export function stronglyConnected(graph: Adjacency): number[][] {
  const search = new Search(graph.length);
  for (let root = 0; root < graph.length; root++) {
    if (search.order[root] === UNSEEN) walk(graph, root, search);
  }
  return search.components;
}

/** Visits all that can be reached from `root` and was not visited yet, depth first. */
function walk(graph: Adjacency, root: number, search: Search): void {
  const frames = [search.enter(root)];
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const successor = graph[frame.node][frame.next++];
    if (successor === undefined) {
      search.leave(frame.node);
      frames.pop();
      const parent = frames.at(-1);
      if (parent) search.lower(parent.node, search.low[frame.node]);
    } else if (search.order[successor] === UNSEEN) {
      frames.push(search.enter(successor));
    } else if (search.onStack[successor]) {
      search.lower(frame.node, search.order[successor]);
    }
  }
}

const UNSEEN = -1;

/** What Tarjan's algorithm knows at a moment. */
class Search {
  public readonly components: number[][] = [];
  /** When each node was entered. */
  public readonly order: number[];
  /** The earliest node on the stack that each node is known to lead to. */
  public readonly low: number[];
  public readonly onStack: boolean[];
  private readonly stack: number[] = [];
  private counter = 0;

  constructor(size: number) {
    this.order = new Array<number>(size).fill(UNSEEN);
    this.low = new Array<number>(size).fill(UNSEEN);
    this.onStack = new Array<boolean>(size).fill(false);
  }

  public enter(node: number): { readonly node: number; next: number } {
    this.order[node] = this.low[node] = this.counter++;
    this.stack.push(node);
    this.onStack[node] = true;
    return { node, next: 0 };
  }

  /** Ends a node; it and what is above it on the stack are a component if nothing of it leads further down. */
  public leave(node: number): void {
    if (this.low[node] !== this.order[node]) return;
    const component = this.stack.splice(this.stack.lastIndexOf(node));
    for (const member of component) this.onStack[member] = false;
    this.components.push(component.sort((a, b) => a - b));
  }

  public lower(node: number, order: number): void {
    this.low[node] = Math.min(this.low[node], order);
  }
}

/** A shortest cycle through `start` that stays within `members`, `start` first; empty if there is none. */
export function shortestCycle(graph: Adjacency, start: number, members: ReadonlySet<number>): number[] {
  const cameFrom = new Map<number, number>();
  const queue = [start];
  for (let head = 0; head < queue.length; head++) {
    for (const successor of graph[queue[head]]) {
      if (successor === start) {
        const path = [queue[head]];
        for (let at = queue[head]; at !== start; path.push(at)) at = cameFrom.get(at)!;
        return path.reverse();
      }
      if (members.has(successor) && !cameFrom.has(successor)) {
        cameFrom.set(successor, queue[head]);
        queue.push(successor);
      }
    }
  }
  return [];
}
