import { mkdtempSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ApiObject, Chart, Include, Testing } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Pods } from '../../src';
import { tellIstio } from '../../src/pods/rollout';
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

test('it is found in what encloses it and no other Rollout', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'rollout-')), 'rollout.yaml');
  writeFileSync(file, [newRollout(chart, 'goods'), ApiObject.of(deployment(chart, 'batch'))].map(object => JSON.stringify(object.toJson())).join('\n---\n'));
  expect(Pods.rollout(new Include(chart, 'include', { url: file })).describe('goods').release).toEqual({ stable: 'stable', canary: 'canary' });
});

const canary = (said: object) => (scope: Chart) => newRollout(scope, 'goods', { strategy: { canary: said } });
const WRITES = 'it writes routes itself';
test.each<[string, (scope: Chart) => IConstruct, string]>([
  ['a Deployment', scope => deployment(scope, 'goods'), 'it is no Rollout of Argo'],
  ['a Rollout of another group', scope => new ApiObject(scope, 'r', { ...newRollout(scope, 'goods').toJson(), apiVersion: 'apps.example.com/v1' }), 'it is no Rollout of Argo'],
  ['one that switches Services', scope => newRollout(scope, 'goods', { strategy: { blueGreen: { activeService: 'goods' } } }), 'its strategy is no canary'],
  ['one that does both', scope => newRollout(scope, 'goods', { strategy: { canary: {}, blueGreen: {} } }), 'its strategy is no canary'],
  ['one whose canary is a list', canary([]), 'its strategy is no canary'],
  ['one without a template', scope => newRollout(scope, 'goods', { template: undefined, workloadRef: { name: 'goods' } }), 'it has no template of pods'],
  ['one that names objects of Istio', canary({ trafficRouting: { istio: {} } }), 'it says itself which objects of Istio it moves'],
  ['one that writes routes', canary({ trafficRouting: { managedRoutes: [{ name: 'preview' }] } }), WRITES],
  ['one with a step that writes a route for a header', canary({ steps: [{ setHeaderRoute: { name: 'preview' } }] }), WRITES],
  ['one with a step that copies requests', canary({ steps: [{ pause: {} }, { setMirrorRoute: { name: 'copies' } }] }), WRITES],
  ['one that names Services', canary({ canaryService: 'goods' }), 'it names Services whose selectors it changes'],
  ['one whose Services change places', canary({ pingPong: { pingService: 'a', pongService: 'b' } }), 'it names Services whose selectors it changes'],
])('BST043: refuses %s', (_, made, problem) => {
  const object = made(chart);
  expectRefusal(() => describeRollout(object), 'BST043', object.node.path, problem);
});

test('BST043: refuses two in one, and one that another workload has told already', () => {
  const rollouts = ['goods', 'prices'].map(name => newRollout(chart, name));
  expectRefusal(() => describeRollout(chart), 'BST043', chart.node.path, '2 Rollouts are in it: goods, prices', 'give one of them');
  tellIstio(rollouts[0], {});
  expectRefusal(() => describeRollout(rollouts[0]), 'BST043', rollouts[0].node.path, 'another workload is released by it already');
});

test('it is told as it is written, whatever is added later, and keeps its members in order', () => {
  const rollout = newRollout(chart, 'goods');
  tellIstio(rollout, { virtualService: { name: 'goods' } });
  rollout.metadata.addLabel('team', 'shop');
  const { spec, metadata } = rollout.toJson();
  expect([Object.keys(spec.strategy.canary), spec.strategy.canary.trafficRouting, metadata.labels]).toEqual([['steps', 'trafficRouting'], { istio: { virtualService: { name: 'goods' } } }, { team: 'shop' }]);
});
