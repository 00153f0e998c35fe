import { Synthesized } from '../synthesized';
import { gatewayApi } from './gateway-api';

const shop = new Synthesized('guide', 'shop', gatewayApi);

test('a tenth of the requests goes to the second version, without a mesh', () => {
  const [rule] = shop.spec('HTTPRoute', 'door.shop').rules;
  expect(rule.backendRefs.map(({ name, weight }: { name: string; weight: number }) => [name, weight])).toEqual([['shop-v1', 90], ['shop-v2', 10]]);
  expect(rule.timeouts).toEqual({ request: '10s' });
});

test('what is below /api/ goes to the orders, whose pods let the gateway in', () => {
  const { objects } = shop;
  expect(objects.filter(({ kind }) => kind === 'HTTPRoute').map(({ metadata }) => metadata.name)).toEqual(
    expect.arrayContaining(['door-http-80-shop-example-com', 'door.shop', expect.stringMatching(/^door\.orders-api\.uri-api\./)]));
  expect(JSON.stringify(shop.spec('NetworkPolicy', 'orders').ingress)).toContain('envoy-gateway-system');
});

test('nothing of a mesh comes out, and nothing is found that would have to be acknowledged', () => {
  expect(shop.objects.filter(({ apiVersion }) => apiVersion.includes('istio.io'))).toEqual([]);
  expect(shop.topology.findings).toEqual([]);
});
