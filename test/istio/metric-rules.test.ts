import { Duration } from 'cdk8s';
import { heldMetrics } from '../../src/istio/metric-rules';
import { IstioMetric, MetricOverride } from '../../src/istio/telemetry-options';
import { WorkloadMode } from '../../src/istio/workload-mode';
import { expectRefusal } from '../support/declare';

const { CLIENT, SERVER } = WorkloadMode;
const { REQUEST_COUNT, REQUEST_SIZE } = IstioMetric;
const held = (...overrides: MetricOverride[]) => heldMetrics({ overrides }, 'mesh');

describe('metrics', () => {
  test.each<[string, MetricOverride[]]>([
    ['a metric again that a wider scope disables', [{ metric: REQUEST_COUNT, disabled: false }]],
    ['tags of all and of one', [{ tags: { host: 'request.host' } }, { metric: REQUEST_COUNT, removedTags: ['host'] }]],
    ['one of which nobody counts either side', [{ metric: REQUEST_COUNT, mode: CLIENT, disabled: true }, { metric: REQUEST_COUNT, mode: SERVER, disabled: true }]],
    ['none of clients, and servers otherwise', [{ mode: CLIENT, disabled: true }, { metric: REQUEST_SIZE, mode: SERVER, removedTags: ['a'] }]],
  ])('may be %s', (_, overrides) => expect(held(...overrides).overrides).toEqual(overrides));

  test.each<[string, MetricOverride[]]>([
    ['named for nothing', [{ metric: REQUEST_SIZE, mode: SERVER }]],
    ['tagged where they are disabled', [{ disabled: true, removedTags: ['a'] }]],
    ['given a tag twice', [{ removedTags: ['a'], tags: { a: 'request.host' } }]],
    ['tagged by an open expression', [{ tags: { a: 'request.headers[' } }]],
    ['overridden twice on a side', [{ metric: REQUEST_COUNT, disabled: true }, { metric: REQUEST_COUNT, mode: CLIENT, removedTags: ['a'] }]],
    ['disabled all beside one, as Istio would count all', [{ disabled: true }, { metric: REQUEST_COUNT, mode: SERVER, disabled: false }]],
    ['disabled all behind one', [{ metric: REQUEST_COUNT, removedTags: ['a'] }, { mode: CLIENT, disabled: true }]],
  ])('cannot be %s', (_, overrides) => expectRefusal(() => held(...overrides), 'BST660', 'mesh'));

  test.each(['', 'a-b', '1a', 'constructor', '__proto__'])('have no tag %j: Prometheus would drop it', name => expectRefusal(() => held({ removedTags: [name] }), 'BST801', 'mesh'));

  test('are not told of for nothing', () => expectRefusal(() => heldMetrics({ provider: 'prometheus', overrides: [] }, 'mesh'), 'BST660', 'mesh'));

  test('are reported each so many milliseconds', () => expectRefusal(() => heldMetrics({ reportingInterval: Duration.millis(0) }, 'mesh'), 'BST009', 'mesh'));
});
