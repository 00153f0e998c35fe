import { Synthesized } from '../synthesized';
import { ambientEgress } from './ambient-egress';

const made = new Synthesized('shop', 'shop', ambientEgress);

test('requests to the third party go by the waypoint, which starts TLS and waits two seconds', () => {
  const { metadata: { labels } } = made.ofKind('ServiceEntry')[0];
  expect(labels).toMatchObject({ 'istio.io/use-waypoint': 'exit', 'istio.io/use-waypoint-namespace': 'istio-egress' });
  expect(made.spec('DestinationRule', 'cards').trafficPolicy.tls).toMatchObject({ mode: 'SIMPLE', sni: 'api.cards.example.com' });
  expect(made.spec('HTTPRoute', 'cards').rules).toEqual([{
    name: 'all', backendRefs: [{ group: 'networking.istio.io', kind: 'Hostname', name: 'api.cards.example.com', port: 80 }], timeouts: { request: '2s' },
  }]);
});
