import { ApiObject, App, Chart } from 'cdk8s';
import { emit } from '../../src/private/emit';
import { isEmitted } from '../../src/private/emitted-mark';

test('tells an object that an output emits from one that the author writes', () => {
  const chart = new Chart(new App(), 'chart');
  const ours = emit(chart, { apiVersion: 'v1', kind: 'ConfigMap', name: 'a', namespace: 'shop', spec: {} });
  const theirs = new ApiObject(chart, 'b', { apiVersion: 'v1', kind: 'ConfigMap' });
  expect([ours, theirs].map(isEmitted)).toEqual([true, false]);
  expect(ApiObject.isApiObject(ours)).toBe(true);
});
