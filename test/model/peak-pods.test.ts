import { Pods, Workload } from '../../src';
import { AppContext } from '../../src/model/app-context';
import { EmittedObject } from '../../src/model/emitted-object';
import { EmittedObjects } from '../../src/model/emitted-objects';
import { PeakPods } from '../../src/model/peak-pods';
import { newRollout } from '../support/rollout';
import { Declaration } from '../support/topology';

const made = (name: string, labels: object, replicas: number, namespace = 'shop') => {
  const manifest = { kind: 'StatefulSet', spec: { replicas, template: { metadata: { labels }, spec: {} } } };
  return EmittedObject._of({ group: 'apps', kind: 'StatefulSet', namespace, name }, `test/${name}`, true, { toJson: () => manifest });
};

function mostOf(workload: Workload, declared: Declaration, ...objects: EmittedObject[]): number | undefined {
  return new PeakPods(AppContext._of([declared.topology.read()], new EmittedObjects(objects)), new Set([workload])).of(workload)?.most;
}

test('all objects are counted whose pods the labels select, those of another namespace are not', () => {
  const declared = new Declaration();
  const web = declared.workload('web', { replicas: 1 });
  const labels = { app: 'web', more: 'yes' };
  expect(mostOf(web, declared, made('blue', labels, 2), made('green', labels, 3, ''), made('other', labels, 5, 'other'), made('api', { app: 'api' }, 7))).toBe(5);
});

test('of a version that no object makes, what was told counts; unknown of one is unknown of all', () => {
  const declared = new Declaration();
  const versions = [{ name: 'v1', labels: { v: '1' }, replicas: 4 }, { name: 'v2', labels: { v: '2' } }];
  const web = declared.workload('web', { versions });
  expect(mostOf(web, declared, made('v2', { app: 'web', v: '2' }, 2))).toBe(6);
  expect(mostOf(web, declared)).toBeUndefined();
});

test('of a release as many pods of the new version run as of the other', () => {
  const declared = new Declaration();
  const rollout = newRollout(declared.chart, 'goods');
  const goods = new Workload(declared.topology, 'goods', { pods: Pods.rollout(rollout) });
  const object = EmittedObject._of({ group: 'argoproj.io', kind: 'Rollout', namespace: 'shop', name: 'goods' }, 'test/goods', true, rollout);
  const pods = new PeakPods(AppContext._of([declared.topology.read()], new EmittedObjects([object])), new Set([goods]));
  expect(pods.of(goods)).toEqual({ steady: 4, most: 8 });
  expect(mostOf(goods, declared)).toBeUndefined();
});
