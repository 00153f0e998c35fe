import { mkdtempSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ApiObject, Chart, Include, Testing } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Pods } from '../../src';
import { managedRoutesOf, tellIstio } from '../../src/pods/rollout';
import { expectRefusal } from '../support/declare';
import { deployment } from '../support/emitted';
import { newRollout } from '../support/rollout';

let chart: Chart;
beforeEach(() => { chart = Testing.chart(); });
const describeRollout = (rollout: IConstruct) => Pods.rollout(rollout).describe('goods');

test('a Rollout has two versions of one template; of the new one no pod has to run', () => {
  const labels = { app: 'goods' };
  expect(describeRollout(newRollout(chart, 'goods'))).toEqual({
    namespace: 'shop', serviceAccountName: 'goods', selector: labels, release: { stable: 'stable', canary: 'canary' },
    versions: [{ name: 'stable', labels, replicas: 4, ports: [8080] }, { name: 'canary', labels, replicas: 0, ports: [8080] }],
  });
});

test('it is found in what encloses it alone', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'rollout-')), 'rollout.yaml');
  writeFileSync(file, JSON.stringify(newRollout(chart, 'goods').toJson()));
  expect(Pods.rollout(new Include(chart, 'include', { url: file })).describe('goods').release).toEqual({ stable: 'stable', canary: 'canary' });
});

test.each<[string, (path: Chart) => IConstruct, string]>([
  ['a Deployment', scope => deployment(scope, 'goods'), 'it is no Rollout of Argo'],
  ['a Rollout of another group', scope => new ApiObject(scope, 'r', { ...newRollout(scope, 'goods').toJson(), apiVersion: 'apps.example.com/v1' }), 'it is no Rollout of Argo'],
  ['one that switches Services', scope => newRollout(scope, 'goods', { strategy: { blueGreen: { activeService: 'goods' } } }), 'its strategy is no canary'],
  ['one that names objects of Istio', scope => newRollout(scope, 'goods', { strategy: { canary: { trafficRouting: { istio: {} } } } }), 'it says itself which objects of Istio it moves'],
])('BST043: refuses %s', (_, made, problem) => {
  const object = made(chart);
  expectRefusal(() => describeRollout(object), 'BST043', object.node.path, problem);
});

test('it is told as it is written, whatever is added later, and keeps its members in order', () => {
  const rollout = newRollout(chart, 'goods');
  tellIstio(rollout, { virtualService: { name: 'goods' } });
  rollout.metadata.addLabel('team', 'shop');
  const { spec, metadata } = rollout.toJson();
  expect([Object.keys(spec.strategy.canary), spec.strategy.canary.trafficRouting, metadata.labels]).toEqual([['steps', 'trafficRouting'], { istio: { virtualService: { name: 'goods' } } }, { team: 'shop' }]);
});

test('the routes that it makes itself are told by name', () => {
  const canary = { trafficRouting: { managedRoutes: [{ name: 'preview' }, { name: 'copies' }] } };
  expect(managedRoutesOf(newRollout(chart, 'goods', { strategy: { canary } }))).toEqual(['preview', 'copies']);
  expect(managedRoutesOf(newRollout(chart, 'plain'))).toEqual([]);
});
