import { ApiObject, App, Chart, Duration, Size } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Pods, Topology, Workload } from '../../src';
import { FOREIGN_CLASSES, isForeign } from '../../src/private/foreign-class';

const app = new App();
const chart = new Chart(app, 'chart', { namespace: 'shop' });
const ours = new Workload(new Topology(chart, 'shop'), 'a', { pods: Pods.fromLabels({ labels: { app: 'a' } }) });
const theirs = new Deployment(chart, 'pods', { containers: [{ image: 'a' }] });
const object = new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'Secret' });

test.each<[string, object, object]>([
  ['cdk8s.ApiObject', object, chart],
  ['cdk8s.App', app, chart],
  ['cdk8s.Chart', chart, app],
  ['cdk8s.Duration', Duration.seconds(1), Size.kibibytes(1)],
  ['cdk8s.Size', Size.kibibytes(1), Duration.seconds(1)],
  ['cdk8s-plus-28.Workload', theirs, ours],
  ['constructs.Construct', new Construct(app, 'a'), { node: {} }],
  ['constructs.IConstruct', chart, {}],
])('recognizes a %s', (type, right, wrong) => {
  expect([isForeign(type, right), isForeign(type, wrong), isForeign(type, {})]).toEqual([true, false, false]);
  expect(FOREIGN_CLASSES).toContain(type);
});
