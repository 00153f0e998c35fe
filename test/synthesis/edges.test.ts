import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Edges } from '../../src/synthesis/edges';
import { Tree } from '../../src/synthesis/tree';

let app: App;
beforeEach(() => { app = new App(); });

const object = (scope: Construct, id: string) => new ApiObject(scope, id, { apiVersion: 'v1', kind: 'Thing' });
const read = () => {
  const tree = new Tree(app);
  const edges = new Edges(tree);
  const paths = (positions: readonly number[]) => positions.map(position => tree.constructs[position].node.path);
  const of = (construct: Construct) => paths(edges.of(tree.positionOf(construct)));
  return { tree, edges, of, sources: (construct: Construct) => paths(edges.sourcesAround(tree.positionOf(construct))) };
};

test('a dependency between two charts makes one depend on the other, behind what it was told to depend on', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(id => new Chart(app, id));
  object(a, 'x').addDependency(object(b, 'y'));
  a.addDependency(c);
  const { edges, of } = read();
  expect([of(a), edges.betweenCharts]).toEqual([['c', 'b'], true]);
});

test('a dependency within a chart numbers no files', () => {
  const chart = new Chart(app, 'chart');
  object(chart, 'a').addDependency(object(chart, 'b'));
  expect(read().edges.betweenCharts).toBe(false);
});

test('a chart depends on those directly within it, also through no other construct', () => {
  const outer = new Chart(app, 'outer');
  const inner = new Chart(outer, 'inner');
  new Chart(new Construct(inner, 'group'), 'deep');
  const { edges, of } = read();
  expect([of(outer), of(inner), edges.betweenCharts]).toEqual([['outer/inner'], [], true]);
});

test('an object has the dependencies of the constructs around it, the outermost first, within its chart', () => {
  const chart = new Chart(app, 'chart');
  const group = new Construct(chart, 'group');
  const [first, second, third] = ['first', 'second', 'third'].map(id => object(chart, id));
  const inner = object(group, 'inner');
  inner.addDependency(second);
  group.node.addDependency(first);
  chart.addDependency(third);
  expect(read().sources(inner)).toEqual(['chart', 'chart/group', 'chart/group/inner']);
});

test('sources are told by where they stand', () => {
  const chart = new Chart(app, 'chart');
  const [a, b, c] = ['a', 'b', 'c'].map(id => object(chart, id));
  a.addDependency(c);
  b.addDependency(c);
  const { edges, tree } = read();
  const [at, end] = [tree.positionOf(b), tree.constructs.length];
  expect([edges.sourcesWithin(0, end), edges.sourcesWithin(at, end), edges.sourcesWithin(at + 1, end)]).toEqual([[at - 1, at], [at], []]);
});

test.each<[string, (chart: Chart, outside: Construct) => void]>([
  ['begins', (chart, outside) => outside.node.addDependency(chart)], ['ends', (chart, outside) => chart.addDependency(outside)],
])('a dependency that %s outside of every chart is refused in the words of cdk8s', (_, declare) => {
  declare(new Chart(app, 'chart'), new Construct(app, 'outside'));
  expect(read).toThrow('cannot find a parent chart (directly or indirectly)');
});

test('what is in another app is in no order here, but numbers files as it does with cdk8s', () => {
  const chart = new Chart(app, 'chart');
  chart.addDependency(new Chart(new App(), 'other'));
  const { edges, of } = read();
  expect([of(chart), edges.betweenCharts]).toEqual([[], true]);
});
