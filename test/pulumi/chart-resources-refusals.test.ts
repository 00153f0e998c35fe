import { ApiObject, App, Chart, Lazy } from 'cdk8s';
import { ITopologyCheck, Severity } from '../../src/model/check';
import { ChartResources } from '../../src/pulumi';
import { Topology } from '../../src/topology';
import { configMap } from './objects';
import { record } from './recording';

const ALWAYS_FINDS: ITopologyCheck = {
  code: 'BST999',
  title: 'a rule that nothing obeys',
  severity: Severity.ERROR,
  rationale: 'a finding for this test',
  fix: 'start again',
  check: () => [{ code: 'BST999', severity: Severity.ERROR, path: 'shop/topology', problem: 'nothing is right', fix: 'start again' }],
};

let chart: Chart;
const register = () => new ChartResources('shop', { chart });

beforeEach(() => {
  chart = new Chart(new App(), 'shop');
  configMap(chart, 'settings');
});

test('fails with the findings of a topology and registers nothing, not even the component', async () => {
  new Topology(chart, 'topology').read({ checks: [ALWAYS_FINDS] });

  const { registrations, error } = await record(register);

  expect(error?.message).toBe(
    'Validation failed with the following errors:\n  [shop/topology] BST999 shop/topology: nothing is right; start again');
  expect(registrations).toEqual([]);
});

test('fails when another chart of the app does not validate', async () => {
  new Chart(chart.node.root as App, 'other').node.addValidation({ validate: () => ['no budget'] });

  const { registrations, error } = await record(register);

  expect(error?.message).toBe('Validation failed with the following errors:\n  [other] no budget');
  expect(registrations).toEqual([]);
});

test('fails on a dependency cycle and registers nothing', async () => {
  const [a, b] = [configMap(chart, 'a'), configMap(chart, 'b')];
  a.addDependency(b);
  b.addDependency(a);

  const { registrations, error } = await record(register);

  expect(error?.message).toBe('shop/a: a dependency cycle, shop/a -> shop/b -> shop/a; remove one of these dependencies');
  expect(registrations).toEqual([]);
});

test('fails when an object cannot be rendered and registers nothing', async () => {
  new ApiObject(chart, 'broken', { apiVersion: 'v1', kind: 'ConfigMap', data: Lazy.any({ produce: () => { throw new Error('no value'); } }) });

  const { registrations, error } = await record(register);

  expect(error?.message).toContain("'shop/broken'");
  expect(registrations).toEqual([]);
});
