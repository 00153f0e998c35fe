import { ApiObject, App, Chart, Lazy } from 'cdk8s';
import { ITopologyCheck } from '../../src/model/check';
import { Severity } from '../../src/model/finding';
import { Problem } from '../../src/model/problem';
import { Subject } from '../../src/model/subject';
import { ChartResources } from '../../src/pulumi';
import { Topology } from '../../src/topology';
import { configMap } from './objects';
import { record } from './recording';

const ALWAYS_FINDS: ITopologyCheck = {
  code: 'ACME999',
  title: 'a rule that nothing obeys',
  severity: Severity.ERROR,
  rationale: 'a finding for this test',
  fix: 'start again',
  check: ({ graph }) => [Problem.of(Subject.of(chart.node.findChild('topology')), `nothing is right among ${graph.services.length}`)],
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
    'Validation failed with the following errors:\n  [shop/topology] ACME999 shop/topology: nothing is right among 0; start again');
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

test.each<[string, unknown[], string]>([
  ['no chart', ['shop', {}], 'args.chart of new ChartResources() is missing'],
  ['an App for a Chart', ['shop', { chart: new App() }], 'args.chart of new ChartResources() is an object of the class "App": due is an object of the class cdk8s.Chart'],
  ['a misspelled option', ['shop', { chart: new Chart(new App(), 'a'), charts: 1 }], '"charts" in args of new ChartResources() is unknown'],
  ['a name that is none', [5, { chart: new Chart(new App(), 'a') }], 'name of new ChartResources() is 5'],
])('BST021: refuses %s, and registers nothing', async (_, args, problem) => {
  const { registrations, error } = await record(() => Reflect.construct(ChartResources, args));
  expect(error?.message).toContain(`BST021 new ChartResources(): ${problem}`);
  expect(registrations).toEqual([]);
});
