import { AppReading } from '../../src/judging/app-reading';
import { AppContext } from '../../src/model/app-context';
import { KnownPods } from '../../src/model/known-pods';
import { podsByHand } from '../support/emitted';
import { Declaration } from '../support/topology';

let declared: Declaration;
beforeEach(() => { declared = new Declaration(); });

const known = () => new KnownPods(AppContext._of([declared.topology.read()], new AppReading(declared.app).objects));

test('pods that an object makes are those that carry the labels of a version, among others', () => {
  const web = declared.workload('web');
  podsByHand(declared.chart, 'one', { app: 'web', tier: 'front' });
  podsByHand(declared.chart, 'two', { app: 'other' });
  expect(known().madeFor(web)).toEqual([{ app: 'web', tier: 'front' }]);
});

test.each<[string, Record<string, string>, boolean, boolean]>([
  ['what was told', { app: 'web' }, true, true], ['less', {}, true, true], ['another value', { app: 'other' }, false, false],
  ['a label that nobody tells of', { app: 'web', tier: 'front' }, true, false],
])('a selector of %s may take pods of which some labels are told, and those that an object makes', (_, selector, ofTold, ofMade) => {
  const [told, made] = declared.workloads('web', 'made');
  podsByHand(declared.chart, 'one', { app: 'made' });
  const pods = known();
  expect([pods.maySelect(selector, told), pods.maySelect({ ...selector, ...selector.app === 'web' ? { app: 'made' } : {} }, made)]).toEqual([ofTold, ofMade]);
});
