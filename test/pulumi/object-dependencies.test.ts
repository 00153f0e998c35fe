import { ApiObject, App, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, DependencyGroup } from 'constructs';
import { objectDependencies } from '../../src/pulumi/object-dependencies';
import { configMap, pathsOf } from './objects';

function read(chart: Chart): Record<string, string[]> {
  return Object.fromEntries([...objectDependencies(chart)].map(([object, others]) => [object.node.path, pathsOf(others)]));
}

/** A construct with two objects, `one` and `two`. */
function pair(scope: Construct, id: string): Construct {
  const construct = new Construct(scope, id);
  configMap(construct, 'one');
  configMap(construct, 'two');
  return construct;
}

test('reads a dependency between objects', () => {
  const chart = Testing.chart();
  const [a, b] = [configMap(chart, 'a'), configMap(chart, 'b')];
  a.addDependency(b);

  expect(read(chart)).toEqual({ 'test/a': ['test/b'], 'test/b': [] });
});

test('expands a dependency between constructs to all objects below them', () => {
  const chart = Testing.chart();
  pair(chart, 'orders').node.addDependency(pair(chart, 'database'));

  expect(read(chart)).toEqual({
    'test/orders/one': ['test/database/one', 'test/database/two'],
    'test/orders/two': ['test/database/one', 'test/database/two'],
    'test/database/one': [],
    'test/database/two': [],
  });
});

test('reads the dependencies inside a nested chart and across its border', () => {
  const chart = Testing.chart();
  const nested = new Chart(chart, 'nested');
  const [outer, inner, other] = [configMap(chart, 'outer'), configMap(nested, 'inner'), configMap(nested, 'other')];
  outer.addDependency(nested);
  inner.addDependency(other);

  expect(read(chart)).toEqual({
    'test/nested/inner': ['test/nested/other'],
    'test/nested/other': [],
    'test/outer': ['test/nested/inner', 'test/nested/other'],
  });
});

test('leaves out targets in other charts and above the chart', () => {
  const chart = Testing.chart();
  const other = new Chart(chart.node.root as App, 'other');
  configMap(chart, 'a').addDependency(configMap(other, 'b'), other, chart.node.root);
  configMap(chart, 'c');

  expect(read(chart)).toEqual({ 'test/a': [], 'test/c': [] });
});

test('resolves a dependency group', () => {
  const chart = Testing.chart();
  const [a, b, c] = ['a', 'b', 'c'].map(id => configMap(chart, id));
  a.node.addDependency(new DependencyGroup(b, c));

  expect(read(chart)['test/a']).toEqual(['test/b', 'test/c']);
});

test('lets a construct wait for a part of itself: only its other objects do', () => {
  const chart = Testing.chart();
  const orders = pair(chart, 'orders');
  orders.node.addDependency(orders.node.findChild('two'));

  expect(read(chart)).toEqual({ 'test/orders/one': ['test/orders/two'], 'test/orders/two': [] });
});

test('lets a part wait for the construct around it: it does not wait for itself', () => {
  const chart = Testing.chart();
  const orders = pair(chart, 'orders');
  (orders.node.findChild('one') as ApiObject).addDependency(orders, chart);

  expect(read(chart)).toEqual({ 'test/orders/one': ['test/orders/two'], 'test/orders/two': [] });
});

test('ignores a dependency of a construct on itself', () => {
  const chart = Testing.chart();
  const orders = pair(chart, 'orders');
  orders.node.addDependency(orders);

  expect(read(chart)).toEqual({ 'test/orders/one': [], 'test/orders/two': [] });
});

test('reads what cdk8s-plus declares: a StatefulSet after its Service', () => {
  const chart = Testing.chart();
  const service = new kplus.Service(chart, 'service', { ports: [{ port: 80 }] });
  new kplus.StatefulSet(chart, 'database', { service, containers: [{ image: 'postgres' }] });

  expect(read(chart)).toEqual({ 'test/service/Resource': [], 'test/database/Resource': ['test/service/Resource'] });
});

test('adds no dependency to the tree', () => {
  const chart = Testing.chart();
  pair(chart, 'orders').node.addDependency(pair(chart, 'database'));
  objectDependencies(chart);

  expect(chart.node.findAll().flatMap(({ node }) => node.dependencies).map(({ node }) => node.path)).toEqual(['test/database']);
});
