import { Synthesized } from '../synthesized';
import { sidecars } from './sidecars';

const shop = new Synthesized('guide', 'shop', sidecars);

test('the sidecar is told of what the workload depends on, of istiod and of the collector, and turns away the rest', () =>
  expect(shop.objects.filter(({ kind, metadata }) => kind === 'Sidecar' && metadata.name === 'web').map(({ spec }) => spec)).toEqual([{
    workloadSelector: { labels: { app: 'web' } },
    egress: [{ hosts: [
      './payments.example.com', 'books/catalog-api.books.svc.cluster.local', 'istio-system/*', 'observability/*',
    ] }],
    outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
  }]));
