import { ApiObject, App, Chart } from 'cdk8s';
import { editPods, withMembers } from '../../src/pods/pod-edits';

test('a member comes in its place where the others stand in order, and last where they do not', () => {
  expect(Object.keys(withMembers({ a: 1, c: 2 }, { b: 3 }))).toEqual(['a', 'b', 'c']);
  expect(Object.keys(withMembers({ c: 1, a: 2 }, { b: 3 }))).toEqual(['c', 'a', 'b']);
  expect(withMembers({ a: 1 }, { a: undefined, b: undefined })).toEqual({});
});

test('edits are done in order, to what the object says when it is written', () => {
  const object = new ApiObject(new Chart(new App(), 'chart'), 'web', { apiVersion: 'v1', kind: 'Pod', spec: { containers: [] } });
  editPods(object, ({ spec }) => ({ spec: { ...spec, a: object.metadata.getLabel('team') } }));
  editPods(object, ({ spec }) => ({ spec: { ...spec, b: spec.a } }));
  object.metadata.addLabel('team', 'x');
  expect(object.toJson()).toMatchObject({ kind: 'Pod', metadata: { labels: { team: 'x' } }, spec: { a: 'x', b: 'x', containers: [] } });
});

test('an object that makes no pods any more is left as it is', () => {
  const object = new ApiObject(new Chart(new App(), 'chart'), 'web', { apiVersion: 'v1', kind: 'ConfigMap', data: {} } as never);
  editPods(object, () => { throw new Error('asked'); });
  expect(object.toJson()).toMatchObject({ kind: 'ConfigMap', data: {} });
});
