import * as fc from 'fast-check';
import { Adjacency, shortestCycle, stronglyConnected } from '../../src/model/strongly-connected';

/** Which nodes can be reached from which over at least one edge, by Warshall's algorithm. */
function closure(graph: Adjacency): boolean[][] {
  const reaches = graph.map(successors => graph.map((_, node) => successors.includes(node)));
  for (const via of graph.keys()) {
    for (const from of graph.keys()) {
      for (const to of graph.keys()) reaches[from][to] ||= reaches[from][via] && reaches[via][to];
    }
  }
  return reaches;
}

/** Length of a shortest cycle through a node, by trying all walks of each length. */
function shortestLength(graph: Adjacency, start: number): number | undefined {
  let ends = new Set([start]);
  for (let length = 1; length <= graph.length; length++) {
    ends = new Set([...ends].flatMap(node => [...graph[node]]));
    if (ends.has(start)) return length;
  }
  return undefined;
}

const graphs: fc.Arbitrary<number[][]> = fc.integer({ min: 0, max: 7 })
  .chain(size => fc.array(fc.uniqueArray(fc.nat(Math.max(0, size - 1))), { minLength: size, maxLength: size }));

describe('strongly connected components', () => {
  test.each<[string, Adjacency, number[][]]>([
    ['of nothing are none', [], []],
    ['are single nodes without edges', [[], []], [[0], [1]]],
    ['are single nodes in a chain, its end first', [[1], [2], []], [[2], [1], [0]]],
    ['are a ring as a whole, sorted', [[2], [0], [1]], [[0, 1, 2]]],
    ['are two rings, the one that is led to first', [[1], [0, 2], [3], [2]], [[2, 3], [0, 1]]],
    ['include a node that leads to itself', [[0]], [[0]]],
    ['keep nodes apart that only share a successor', [[2], [2], []], [[2], [0], [1]]],
  ])('%s', (_, graph, expected) => expect(stronglyConnected(graph)).toEqual(expected));

  test('are the classes of mutual reachability, each node in one', () => {
    fc.assert(fc.property(graphs, graph => {
      const reaches = closure(graph);
      const mutual = graph.map((_, node) => [...graph.keys()].filter(other => other === node || (reaches[node][other] && reaches[other][node])));
      const classes = [...new Set(mutual.map(members => members.join()))];
      expect(stronglyConnected(graph).map(members => members.join()).sort()).toEqual(classes.sort());
    }), { numRuns: 500 });
  });

  test('come after all that they lead to', () => {
    fc.assert(fc.property(graphs, graph => {
      const place = new Map(stronglyConnected(graph).flatMap((members, index) => members.map(member => [member, index])));
      expect(graph.every((successors, node) => successors.every(successor => place.get(successor)! <= place.get(node)!))).toBe(true);
    }), { numRuns: 500 });
  });

  test('of a chain of 50,000 nodes do not overflow the stack', () => {
    const chain = Array.from({ length: 50_000 }, (_, node) => node < 49_999 ? [node + 1] : []);
    expect(stronglyConnected(chain)).toHaveLength(50_000);
  });

  test('of a ring of 50,000 nodes are one', () => {
    const ring = Array.from({ length: 50_000 }, (_, node) => [(node + 1) % 50_000]);
    expect(stronglyConnected(ring).map(members => members.length)).toEqual([50_000]);
  });
});

describe('a shortest cycle', () => {
  const all = (graph: Adjacency) => new Set(graph.keys());

  test.each<[string, Adjacency, number, number[]]>([
    ['of a node that leads to itself is that node', [[1, 0], [0]], 0, [0]],
    ['begins at the start and follows the edges', [[1], [2], [0]], 1, [1, 2, 0]],
    ['takes a shortcut', [[1, 3], [2], [3], [0]], 0, [0, 3]],
    ['is empty if none leads back', [[1], [2], [1]], 0, []],
  ])('%s', (_, graph, start, expected) => expect(shortestCycle(graph, start, all(graph))).toEqual(expected));

  test('stays within the members', () => {
    expect(shortestCycle([[1, 2], [0], [3], [0]], 0, new Set([0, 2, 3]))).toEqual([0, 2, 3]);
  });

  test('is a cycle, and no walk back is shorter', () => {
    fc.assert(fc.property(graphs.filter(graph => graph.length > 0), graph => {
      for (const start of graph.keys()) {
        const cycle = shortestCycle(graph, start, all(graph));
        const closed = cycle.every((node, index) => graph[node].includes(cycle[(index + 1) % cycle.length]));
        expect([cycle.length, closed, cycle[0] ?? start]).toEqual([shortestLength(graph, start) ?? 0, true, start]);
      }
    }), { numRuns: 500 });
  });

  test('of 50,000 nodes is found', () => {
    const ring = Array.from({ length: 50_000 }, (_, node) => [(node + 1) % 50_000]);
    expect(shortestCycle(ring, 0, all(ring)).every((node, index) => node === index)).toBe(true);
  });
});
