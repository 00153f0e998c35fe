import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { emit } from '../../src/private/emit';

const manifest = { apiVersion: 'v1', kind: 'Service', name: 'users', namespace: 'books', spec: { type: 'ClusterIP' } };

test('an object carries its given name and namespace, and no hash', () => {
  const chart = new Chart(new App(), 'chart');
  emit(chart, { ...manifest, labels: { app: 'users' } });
  expect(Testing.synth(chart)).toEqual([{
    apiVersion: 'v1', kind: 'Service', metadata: { name: 'users', namespace: 'books', labels: { app: 'users' } }, spec: { type: 'ClusterIP' },
  }]);
});

test('a second object of one name has a path of its own, so that the collision can be reported', () => {
  const chart = new Chart(new App(), 'chart');
  const objects: ApiObject[] = [emit(chart, manifest), emit(chart, manifest)];
  expect(objects.map(object => object.node.path)).toEqual(['chart/Service books.users', 'chart/Service books.users #1']);
});
