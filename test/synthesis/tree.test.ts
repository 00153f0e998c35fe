import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { NONE, Tree } from '../../src/synthesis/tree';

const app = new App();
const outer = new Chart(app, 'outer');
const group = new Construct(outer, 'group');
const object = new ApiObject(group, 'object', { apiVersion: 'v1', kind: 'Thing' });
const inner = new Chart(group, 'inner');
const deep = new ApiObject(inner, 'deep', { apiVersion: 'v1', kind: 'Thing' });
const last = new Construct(app, 'last');
const tree = new Tree(app);
const at = (construct: Construct) => tree.positionOf(construct);

test('knows constructs by their position in the order of the tree', () => {
  expect(tree.constructs).toEqual([app, outer, group, object, inner, deep, last]);
  expect([app, outer, group, object, inner, deep, last].map(at)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(tree.positionOf(new Chart(new App(), 'elsewhere'))).toBe(NONE);
});

test('knows what has taken the place of a construct that was removed', () => {
  const other = new App();
  const chart = new Chart(other, 'chart');
  const removed = new Construct(chart, 'a');
  chart.node.tryRemoveChild('a');
  const now = new Construct(chart, 'a');
  const read = new Tree(other);
  expect([removed, now].map(construct => read.positionOf(construct))).toEqual([2, 2]);
});

test('tells whether the app has changed since', () => {
  const other = new App();
  const chart = new Chart(other, 'chart');
  const inside = new Construct(chart, 'group');
  const before = new Tree(other);
  expect(before.isCurrent()).toBe(true);
  new Construct(inside, 'late');
  expect(before.isCurrent()).toBe(false);
  inside.node.tryRemoveChild('late');
  expect(before.isCurrent()).toBe(true);
  chart.node.tryRemoveChild('group');
  expect(before.isCurrent()).toBe(false);
});

test('reads what is nested deep', () => {
  const root = new App();
  let lowest: Construct = root;
  for (let depth = 0; depth < 3000; depth++) lowest = new Construct(lowest, 'a');
  expect(new Tree(root).constructs).toHaveLength(3001);
});

test('tells where a construct ends, what it is in and in which chart', () => {
  expect(tree.ends).toEqual([7, 6, 6, 4, 6, 6, 7]);
  expect(tree.scopes).toEqual([NONE, 0, 1, 2, 2, 4, 0]);
  expect(tree.charts).toEqual([NONE, 1, 1, 1, 4, 4, NONE]);
});

test('tells charts and objects', () => {
  expect(tree.constructs.map((_, position) => tree.isChart(position))).toEqual([false, true, false, false, true, false, false]);
  expect(tree.isChart(NONE)).toBe(false);
  expect(tree.constructs.map((_, position) => tree.isObject(position))).toEqual([false, false, false, true, false, true, false]);
});

test('tells the objects of a construct, without those of charts within it', () => {
  expect([outer, group, object, inner, last].map(construct => tree.objectsOf(at(construct)))).toEqual([[3], [3], [3], [5], []]);
});
