import * as k8s from '@pulumi/kubernetes';
import { ApiObject, Chart, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { ChartResources } from '../../src/pulumi';
import { childrenOf, COMPONENT_URN, shopChart, urnOf } from './component';
import { configMap } from './objects';
import { record } from './recording';

/** How Pulumi wraps a secret on the wire. */
const SECRET_MARK = { '4dabf18193072939515e22adb298388d': '1b47061264138c4ac30d75fd1eb44270' };

test('registers a cdk8s-plus Deployment and its Service under the tokens of their kinds', async () => {
  const chart = shopChart();
  const deployment = new kplus.Deployment(chart, 'orders', { containers: [{ image: 'orders', portNumber: 8080 }] });
  deployment.exposeViaService();

  const children = await childrenOf(chart);

  const [deployed, service] = ['shop/orders/Resource', 'shop/orders/Service/Resource'].map(path => children.find(({ name }) => name === path));
  expect(children).toHaveLength(2);
  expect(deployed).toMatchObject({ type: 'kubernetes:apps/v1:Deployment', inputs: { metadata: { name: 'shop-orders' }, spec: { replicas: 2 } } });
  expect(service).toMatchObject({ type: 'kubernetes:core/v1:Service', inputs: { spec: { ports: [{ port: 8080 }] } } });
});

test('registers what cdk8s would write, with every top-level field of a kind that Pulumi has no class for', async () => {
  const chart = shopChart();
  const topic = new ApiObject(chart, 'topic', {
    apiVersion: 'kafka.strimzi.io/v1', kind: 'KafkaTopic', metadata: { name: 'created' }, spec: { partitions: Lazy.any({ produce: () => 12 }) }, extra: ['kept'],
  });

  const [registered] = await childrenOf(chart);

  expect(registered).toMatchObject({ type: 'kubernetes:kafka.strimzi.io/v1:KafkaTopic', name: 'shop/topic' });
  expect(registered.inputs).toEqual(topic.toJson());
  expect(registered.inputs).toMatchObject({ spec: { partitions: 12 }, extra: ['kept'] });
});

test('makes the component the parent of every object, those of nested charts included', async () => {
  const chart = shopChart();
  configMap(chart, 'settings');
  configMap(new Chart(chart, 'payments'), 'settings');

  const children = await childrenOf(chart);

  expect(children.map(({ name, parent }) => [name, parent])).toEqual([
    ['shop/settings', COMPONENT_URN],
    ['shop/payments/settings', COMPONENT_URN],
  ]);
});

test.each([
  ['stringData', { password: 'hunter2' }],
  ['data', { password: 'aHVudGVyMg==' }],
])("keeps the %s of a user's own Secret a Pulumi secret", async (field, entries) => {
  const chart = shopChart();
  new ApiObject(chart, 'secret', { apiVersion: 'v1', kind: 'Secret', [field]: entries });

  const [secret] = await childrenOf(chart);

  expect(secret.type).toBe('kubernetes:core/v1:Secret');
  expect(secret.inputs[field]).toEqual({ ...SECRET_MARK, value: entries });
});

test('marks nothing secret in an object that is no Secret', async () => {
  const chart = shopChart();
  configMap(chart, 'settings');

  const [settings] = await childrenOf(chart);

  expect(settings.inputs).toMatchObject({ data: { from: 'settings' } });
});

test('hands the provider of the component to every object', async () => {
  const chart = shopChart();
  configMap(chart, 'settings');
  new ApiObject(chart, 'topic', { apiVersion: 'kafka.strimzi.io/v1', kind: 'KafkaTopic' });

  const { registrations } = await record(() => {
    const provider = new k8s.Provider('cluster', { context: 'production' });
    return new ChartResources('shop', { chart }, { provider });
  });

  const used = registrations.filter(({ name }) => name.startsWith('shop/')).map(({ provider }) => provider);
  expect(used).toEqual(Array(2).fill('urn:pulumi:stack::project::pulumi:providers:kubernetes::cluster::cluster-id'));
});

test('offers the resources by construct path, in tree order, and registers them as outputs', async () => {
  const chart = shopChart();
  ['charlie', 'alpha', 'bravo'].forEach(id => configMap(chart, id));
  const created: ChartResources[] = [];

  const { outputs } = await record(() => created.push(new ChartResources('shop', { chart })));

  expect(Object.keys(created[0].resources)).toEqual(['shop/charlie', 'shop/alpha', 'shop/bravo']);
  expect(created[0].resources['shop/alpha']).toBeInstanceOf(k8s.core.v1.ConfigMap);
  expect(outputs[COMPONENT_URN]).toMatchObject({
    resources: { 'shop/alpha': { urn: urnOf('kubernetes:core/v1:ConfigMap', 'shop/alpha') } },
  });
});
