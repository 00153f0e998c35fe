import { Synthesized } from '../synthesized';
import { gateways } from './gateways';

const shop = new Synthesized('guide', 'shop', gateways);
const routes = shop.spec('VirtualService', 'door.shop.example.com');

test('clients in the clear are sent to https, and the certificate is a Secret by its name', () => expect(['http-80', 'https-443'].map(name => shop.spec('Gateway', `door-${name}-shop-example-com`).servers[0].tls)).toEqual([
  { httpsRedirect: true }, { mode: 'SIMPLE', credentialName: 'shop-tls', minProtocolVersion: 'TLSV1_2' },
]));

test('the longer path is asked for first; the canary of the service acts behind the gateway, with the time limit that is said there', () => {
  expect(routes.http.map(({ name, timeout }: { name: string; timeout: string }) => [name, timeout])).toEqual([
    ['orders-api-uri-api-all-retriable', '3s'], ['orders-api-uri-api-all', '3s'], ['web-header-x-preview-yes', '10s'], ['web-split', '10s'],
  ]);
  expect(routes.gateways).toEqual(['shop/door-https-443-shop-example-com']);
});

test('the gateway is let in by its identity, and nobody else is', () => {
  const { rules } = shop.spec('AuthorizationPolicy', 'orders');
  expect(rules).toEqual([expect.objectContaining({ from: [{ source: { principals: ['cluster.local/ns/istio-ingress/sa/gateway'] } }] })]);
});

test('nothing is found that would have to be acknowledged', () => expect(shop.topology.findings).toEqual([]));
