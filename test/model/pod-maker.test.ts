import { Chart } from 'cdk8s';
import { AppReading } from '../../src/judging/app-reading';
import { AppContext } from '../../src/model/app-context';
import { mayRunIn, podMakers } from '../../src/model/pod-maker';
import { podsByHand } from '../support/emitted';
import { Declaration } from '../support/topology';

const makersOf = ({ app, topology }: Declaration) => podMakers(AppContext._of([topology.read()], new AppReading(app).objects));

test('are the objects of the app that make pods, and know whether a workload is declared with exactly these', () => {
  const declared = new Declaration();
  declared.workload('web', { labels: { app: 'web' } });
  podsByHand(declared.chart, 'same', { app: 'web' });
  podsByHand(declared.chart, 'more', { app: 'web', tier: 'front' });
  podsByHand(new Chart(declared.app, 'plain'), 'same', { app: 'web' });
  podsByHand(new Chart(declared.app, 'other', { namespace: 'other' }), 'same', { app: 'web' });
  expect(makersOf(declared).map(({ object, isDeclared }) => [object.path, isDeclared])).toEqual([
    ['test/same', true], ['test/more', false], ['plain/same', true], ['other/same', false]]);
});

test('may run in a namespace that is theirs, or in any if none is', () => {
  const declared = new Declaration();
  podsByHand(declared.chart, 'one', {});
  podsByHand(new Chart(declared.app, 'plain'), 'two', {});
  expect(makersOf(declared).map(maker => [mayRunIn(maker, 'shop'), mayRunIn(maker, 'other')])).toEqual([[true, false], [true, true]]);
});
