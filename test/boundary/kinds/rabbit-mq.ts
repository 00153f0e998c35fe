import { RabbitMq, RabbitMqProvider, Tls } from '../../../src';
import { CallName } from '../../../src/private/boundary';
import { Baselines, CIDRS, ENDPOINTS, entered, neighbour, request, servedBy, service } from '../baseline-parts';

const virtualHost = 'orders';

export const RABBIT_MQ = {
  'RabbitMq#bind': bench => ({ on: new RabbitMq(bench.topology, 'a', { provider: RabbitMqProvider.workload(bench.web) }), args: [request(bench)] }),
  'RabbitMqProvider.amazonMq': () => ({ args: [{ ...entered(), host: 'a.example.com', cidrs: CIDRS, virtualHost }] }),
  'RabbitMqProvider.clusterOperator': () => ({ args: [{
    ...entered(), cluster: 'events', namespace: 'shop', virtualHost, tls: Tls.byClient(), caSecret: 'own-ca',
  }] }),
  'RabbitMqProvider.external': () => ({ args: [{
    ...entered(), host: 'a.example.com', otherHosts: ['b.example.com'], port: 5671, tls: Tls.byClient(), cidrs: CIDRS, endpoints: ENDPOINTS, virtualHost,
  }] }),
  'RabbitMqProvider.inCluster': () => ({ args: [{ ...neighbour, ...entered(), port: 5672, virtualHost }] }),
  'RabbitMqProvider.workload': bench => servedBy(bench, { port: 5672, virtualHost }),
  'new RabbitMq': bench => service(bench, { provider: RabbitMqProvider.workload(bench.web), maxConnections: 97 }),
} satisfies Partial<Record<CallName, Baselines>>;
