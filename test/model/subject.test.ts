import { App, Chart } from 'cdk8s';
import { Subject } from '../../src';

test('a subject of any construct is its path, and stays it', () => {
  const chart = new Chart(new App(), 'chart');
  expect([Subject.of(chart).path, Subject.of(chart.node.root).path]).toEqual(['chart', '']);
  expect(() => Object.assign(Subject.of(chart), { path: 'other' })).toThrow(TypeError);
});
