import { Memcached, MemcachedProvider, Tls } from '../../../src';
import { CallName } from '../../../src/private/boundary';
import { Baselines, CIDRS, ENDPOINTS, entered, neighbour, request, servedBy, service } from '../baseline-parts';

export const MEMCACHED = {
  'Memcached#bind': bench => ({ on: new Memcached(bench.topology, 'a', { provider: MemcachedProvider.workload(bench.web) }), args: [request(bench)] }),
  'MemcachedProvider.amazonElastiCache': () => ({ args: [{ configurationEndpoint: 'a.cfg.example.com', port: 11211, tls: Tls.NONE, cidrs: CIDRS }] }),
  'MemcachedProvider.external': () => ({ args: [{
    ...entered(), host: 'a.example.com', otherHosts: ['b.example.com'], port: 11211, tls: Tls.byClient(), cidrs: CIDRS, endpoints: ENDPOINTS,
  }] }),
  'MemcachedProvider.inCluster': () => ({ args: [{ ...neighbour, ...entered(), port: 11211 }] }),
  'MemcachedProvider.workload': bench => servedBy(bench, { port: 11211 }),
  'new Memcached': bench => service(bench, { provider: MemcachedProvider.workload(bench.web), maxConnections: 97 }),
} satisfies Partial<Record<CallName, Baselines>>;
