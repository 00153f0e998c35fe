import { Nats, NatsProvider, Tls } from '../../../src';
import { CallName } from '../../../src/private/boundary';
import { Baselines, CIDRS, ENDPOINTS, entered, neighbour, request, servedBy, service } from '../baseline-parts';

export const NATS = {
  'Nats#bind': bench => ({ on: new Nats(bench.topology, 'a', { provider: NatsProvider.workload(bench.web) }), args: [request(bench)] }),
  'NatsProvider.external': () => ({ args: [{
    ...entered(), host: 'a.example.com', otherHosts: ['b.example.com'], discoveredHosts: ['*.c.example.com'], port: 4222, tls: Tls.inProtocol(), cidrs: CIDRS, endpoints: ENDPOINTS,
  }] }),
  'NatsProvider.inCluster': () => ({ args: [{ ...neighbour, ...entered(), port: 4222 }] }),
  'NatsProvider.workload': bench => servedBy(bench, { port: 4222 }),
  'new Nats': bench => service(bench, { provider: NatsProvider.workload(bench.web), maxConnections: 97 }),
} satisfies Partial<Record<CallName, Baselines>>;
