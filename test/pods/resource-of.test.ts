import { ApiObject, App, Chart, Include } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { ObjectResource } from '../../src/pods/object-resource';
import { PlusResource } from '../../src/pods/plus-resource';
import { resourceNamed, resourceOf } from '../../src/pods/resource-of';
import { expectRefusal } from '../support/declare';
import { podsByHand } from '../support/emitted';

let chart: Chart;
beforeEach(() => { chart = new Chart(new App(), 'chart'); });

/** Objects below one construct, as an Include or a Helm chart has them. */
function including(...kinds: string[]): Construct {
  const scope = new Construct(chart, 'release');
  kinds.forEach((kind, i) => podsByHand(scope, `web${i === 0 ? '' : i}`, { app: 'web' }, undefined, kind));
  new ApiObject(scope, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' } });
  return scope;
}

test('a workload of cdk8s-plus is one', () => expect(resourceOf(new Deployment(chart, 'web', { containers: [{ image: 'a' }] }))).toBeInstanceOf(PlusResource));

test('a workload of cdk8s-plus is one, however it is found', () => {
  const web = new Deployment(chart, 'web', { metadata: { name: 'web' }, containers: [{ image: 'a' }] });
  for (const resource of [resourceOf(chart), resourceNamed(chart, 'web'), resourceOf(ApiObject.of(web))]) expect([resource, resource.made]).toEqual([expect.any(PlusResource), web]);
});

test('an ApiObject is one, and so is what encloses one that makes pods', () => {
  const object = podsByHand(chart, 'web', { app: 'web' }, undefined, 'Rollout');
  for (const given of [object, chart]) expect([resourceOf(given), resourceOf(given).made]).toEqual([expect.any(ObjectResource), object]);
});

test('BST043: what makes no pods is refused', () =>
  expectRefusal(() => resourceOf(including()), 'BST043', 'chart/release', 'nothing in it makes pods', 'of cdk8s-plus or as an ApiObject'));

test('BST043: of several, one has to be named', () => {
  const release = including('Deployment', 'StatefulSet');
  expectRefusal(() => resourceOf(release), 'BST043', 'chart/release', '2 objects in it make pods: "Deployment/web", "StatefulSet/web1"', 'Pods.named(chart, "Deployment/web")');
  for (const name of ['web1', 'StatefulSet/web1']) expect((resourceNamed(release, name).made as ApiObject).kind).toBe('StatefulSet');
});

test('BST043: a name that no object has, or several, is refused with those that there are', () => {
  const release = including('Deployment');
  expectRefusal(() => resourceNamed(release, 'wep'), 'BST043', 'chart/release', 'no object of the name "wep" makes pods; there are "Deployment/web"', 'with its kind');
  podsByHand(chart, 'web', { app: 'web' }, undefined, 'StatefulSet');
  expectRefusal(() => resourceNamed(chart, 'web'), 'BST043', 'chart', 'more than one object, "Deployment/web", "StatefulSet/web", of the name "web"');
});

test('objects that are added later below another construct are found too', () => {
  const group = new Construct(chart, 'group');
  podsByHand(group, 'web', { app: 'web' });
  expect(resourceNamed(chart, 'web').made.node.id).toBe('web');
  podsByHand(group, 'orders', { app: 'orders' });
  expect(resourceNamed(chart, 'orders').made.node.id).toBe('orders');
});

test('objects that are added later are found too', () => {
  const release = including('Deployment');
  expect(resourceNamed(release, 'web').made.node.id).toBe('web');
  podsByHand(release, 'late', { app: 'late' });
  expect(resourceNamed(release, 'late').made.node.id).toBe('late');
});

test('a manifest that is included is one', () =>
  expect(() => resourceOf(new Include(chart, 'include', { url: 'test/pods/deployment.yaml' }))).not.toThrow());
