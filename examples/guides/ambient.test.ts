import { Synthesized } from '../synthesized';
import { ambient } from './ambient';

const shop = new Synthesized('guide', 'shop', ambient);
const principals = (policy: string) => shop.spec('AuthorizationPolicy', policy).rules.map((rule: { from: { source: { principals: string[] } }[] }) => rule.from[0].source.principals.join());

test('a tenth of the requests goes to the second version, and nobody waits for more than two seconds', () => {
  const [rule] = shop.spec('HTTPRoute', 'goods').rules;
  expect(rule.backendRefs.map(({ name, weight }: { name: string; weight: number }) => [name, weight])).toEqual([['goods-v1', 90], ['goods-v2', 10]]);
  expect(rule.timeouts).toEqual({ request: '2s' });
});

test('the waypoint lets in who is declared, and the pods let in the waypoint', () => {
  expect(['goods-at-waypoint', 'pages-at-waypoint', 'catalog', 'web'].map(principals)).toEqual(['web', 'door-istio', 'waypoint', 'waypoint'].map(account => (
    [`cluster.local/ns/shop/sa/${account}`])));
});

test('Services are enrolled, and pods reach each other through the waypoint alone', () => {
  for (const { metadata } of shop.ofKind('Service')) expect(metadata.labels).toMatchObject({ 'istio.io/use-waypoint': 'waypoint' });
  expect(shop.spec('NetworkPolicy', 'catalog').ingress[0]).toMatchObject({
    from: [{ podSelector: { matchLabels: { 'gateway.networking.k8s.io/gateway-name': 'waypoint' } } }], ports: [{ port: 15008 }],
  });
});

test('there is nothing of sidecars, and nothing is found that would have to be acknowledged', () => {
  expect(['VirtualService', 'Sidecar'].flatMap(kind => shop.ofKind(kind))).toEqual([]);
  expect(shop.topology.findings).toEqual([]);
});
