import { ApiObject, App, Chart } from 'cdk8s';
import { childrenOf, shopChart, urnOf } from './component';
import { chainOf, configMap } from './objects';

test('leaves the objects of other charts to their own component', async () => {
  const chart = shopChart();
  const other = configMap(new Chart(chart.node.root as App, 'other'), 'settings');
  configMap(chart, 'settings').addDependency(other);

  const children = await childrenOf(chart);

  expect(children.map(({ name, dependsOn }) => [name, dependsOn])).toEqual([['shop/settings', []]]);
});

test('registers dependencies first and names them in dependsOn', async () => {
  const chart = shopChart();
  const late = configMap(chart, 'late');
  const early = new ApiObject(chart, 'early', { apiVersion: 'v1', kind: 'Namespace' });
  late.addDependency(early);

  const children = await childrenOf(chart);

  expect(children.map(({ name, dependsOn }) => [name, dependsOn])).toEqual([
    ['shop/early', []],
    ['shop/late', [urnOf('kubernetes:core/v1:Namespace', 'shop/early')]],
  ]);
});

test('registers a chain of objects, each after the one it depends on', async () => {
  const chart = shopChart();
  chainOf(chart, 20);

  const children = await childrenOf(chart);

  expect(children).toHaveLength(20);
  expect(children.slice(1).every(({ dependsOn }, index) => dependsOn[0] === urnOf('kubernetes:core/v1:ConfigMap', children[index].name))).toBe(true);
});

test('accepts an app that was synthesized before: what that adds to the tree is no cycle', async () => {
  const chart = shopChart();
  configMap(chart, 'settings');
  configMap(new Chart(chart, 'payments'), 'settings');
  chart.toJson();

  const children = await childrenOf(chart);

  expect(children.map(({ name, dependsOn }) => [name, dependsOn])).toEqual([
    ['shop/payments/settings', []],
    ['shop/settings', [urnOf('kubernetes:core/v1:ConfigMap', 'shop/payments/settings')]],
  ]);
});
