import { Chart } from 'cdk8s';
import { Pods, Workload } from '../../src';
import { deployment, podsByHand } from '../support/emitted';
import { newRollout } from '../support/rollout';
import { Declaration } from '../support/topology';

const declared = () => {
  const declaration = new Declaration();
  return Object.assign(declaration, { own: deployment(declaration.chart, 'orders') });
};
const orders = ({ topology, own }: ReturnType<typeof declared>) => new Workload(topology, 'orders', { pods: Pods.of(own) });
const error = (count: number, own: string, makers: string) => `error orders: selects "app=orders", and so the pods that ${count} objects make, while ${own} its own: ${makers}; `
  + 'give the pods of what is not this workload other labels, and declare what is a version of it with Pods.versions';

test.each([[{ app: 'orders', also: 'evil' }, 'Deployment'], [{ app: 'orders' }, 'Rollout']])('BST806: finds pods that a workload selects besides its own: %j of a %s', (labels, kind) => {
  const shop = declared();
  orders(shop);
  podsByHand(shop.chart, 'evil', labels, undefined, kind);
  expect(shop.found('BST806')).toEqual([error(2, 'one object makes', 'test/evil, test/orders/Resource')]);
});

test('BST806: finds those in no namespace too, which may be applied there', () => {
  const shop = declared();
  orders(shop);
  podsByHand(new Chart(shop.app, 'plain'), 'evil', { app: 'orders' });
  expect(shop.found('BST806')).toEqual([error(2, 'one object makes', 'plain/evil, test/orders/Resource')]);
});

test('BST806: counts one object for each version', () => {
  const shop = declared();
  const [v1, v2] = ['v1', 'v2'].map(version => deployment(shop.chart, version, {}, { app: 'orders', version }));
  const { selector } = new Workload(shop.topology, 'orders', { pods: Pods.versions({ v1, v2 }) });
  expect(shop.found('BST806')).toEqual([]);
  podsByHand(shop.chart, 'evil', selector);
  expect(shop.findings('BST806')[0].problem).toContain('so the pods that 3 objects make, while 2 make its own: test/evil, test/v1/Resource, test/v2/Resource');
});

test('BST806: what is another workload\'s is a matter of the two workloads', () => {
  const shop = declared();
  orders(shop);
  new Workload(shop.topology, 'web', { pods: Pods.of(deployment(shop.chart, 'web', {}, { app: 'orders', tier: 'front' })) });
  expect(shop.findings('BST806').map(({ path, problem }) => [path, problem])).toEqual([
    ['orders', 'selects "app=orders", and so the pods of test/shop/workloads/web in namespace shop too']]);
});

test('BST806: tells what workloads select alike once, of the first of them, with its labels in order', () => {
  const shop = new Declaration();
  for (const name of ['web', 'api']) shop.workload(name, { labels: { tier: 'front', app: 'shop' } });
  ['one', 'two'].forEach(id => podsByHand(shop.chart, id, { tier: 'front', app: 'shop', more: id }));
  expect(shop.findings('BST806').filter(({ problem }) => problem.includes('objects make')).map(({ path, problem }) => [path, problem])).toEqual([
    ['api', 'selects "app=shop", "tier=front", and so the pods that 2 objects make, while one object makes its own: test/one, test/two']]);
});

test.each<[string, (shop: ReturnType<typeof declared>) => unknown]>([
  ['its own object alone', shop => orders(shop)],
  ['labels that only describe its pods, which have more', shop => shop.workload('web', { labels: { tier: 'front' } }) && podsByHand(shop.chart, 'web', { tier: 'front', more: 'x' })],
  ['another namespace', shop => orders(shop) && podsByHand(new Chart(shop.app, 'other', { namespace: 'other' }), 'evil', { app: 'orders' })],
  ['other labels', shop => orders(shop) && podsByHand(shop.chart, 'web', { app: 'web' })],
])('accepts %s', (_, declare) => {
  const shop = declared();
  declare(shop);
  expect(shop.found('BST806')).toEqual([]);
});

test('BST806: both versions of a release are of one object', () => {
  const shop = declared();
  new Workload(shop.topology, 'goods', { pods: Pods.rollout(newRollout(shop.chart, 'goods')) });
  podsByHand(shop.chart, 'evil', { app: 'goods', also: 'evil' });
  expect(shop.found('BST806')).toEqual([expect.stringContaining('the pods that 2 objects make')]);
});
