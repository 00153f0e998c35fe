import { ApiObject, App, Chart, Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { FOREIGN_CLASSES, isForeign } from '../../src/private/foreign-class';

const app = new App();
const chart = new Chart(app, 'chart', { namespace: 'shop' });
const object = new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'Secret' });

test.each<[string, object, object]>([
  ['cdk8s.ApiObject', object, chart],
  ['cdk8s.App', app, chart],
  ['cdk8s.Chart', chart, app],
  ['cdk8s.Duration', Duration.seconds(1), Size.kibibytes(1)],
  ['cdk8s.Size', Size.kibibytes(1), Duration.seconds(1)],
  ['constructs.Construct', new Construct(app, 'a'), { node: {} }],
  ['constructs.IConstruct', chart, {}],
])('recognizes a %s', (type, right, wrong) => {
  expect([isForeign(type, right), isForeign(type, wrong), isForeign(type, {})]).toEqual([true, false, false]);
  expect(FOREIGN_CLASSES).toContain(type);
});
