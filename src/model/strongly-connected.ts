/** A directed graph over the numbers 0..n-1: the successors of each. */
export type Adjacency = readonly (readonly number[])[];

/**
 * Strongly connected components in reverse topological order: a component comes after all that it leads to have come.
 * Tarjan's algorithm with an explicit stack, linear in nodes and edges, so that a long chain cannot overflow the call stack.
 */
export function stronglyConnected(graph: Adjacency): number[][] {
  const order = new Array<number>(graph.length).fill(-1);
  const low = new Array<number>(graph.length).fill(0);
  const onStack = new Array<boolean>(graph.length).fill(false);
  const stack: number[] = [];
  const components: number[][] = [];
  let counter = 0;

  const enter = (node: number) => {
    order[node] = low[node] = counter++;
    stack.push(node);
    onStack[node] = true;
    return { node, next: 0 };
  };
  const leave = (node: number) => {
    if (low[node] !== order[node]) return;
    const component: number[] = [];
    for (let member = -1; member !== node;) {
      member = stack.pop()!;
      onStack[member] = false;
      component.push(member);
    }
    components.push(component.sort((a, b) => a - b));
  };

  for (let root = 0; root < graph.length; root++) {
    if (order[root] !== -1) continue;
    const frames = [enter(root)];
    while (frames.length > 0) {
      const frame = frames[frames.length - 1];
      const successor = graph[frame.node][frame.next++];
      if (successor === undefined) {
        leave(frame.node);
        frames.pop();
        const parent = frames[frames.length - 1];
        if (parent) low[parent.node] = Math.min(low[parent.node], low[frame.node]);
      } else if (order[successor] === -1) {
        frames.push(enter(successor));
      } else if (onStack[successor]) {
        low[frame.node] = Math.min(low[frame.node], order[successor]);
      }
    }
  }
  return components;
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
