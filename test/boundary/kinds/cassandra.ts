import { Cassandra, CassandraProvider, Tls } from '../../../src';
import { CallName } from '../../../src/private/boundary';
import { Baselines, CIDRS, ENDPOINTS, entered, neighbour, request, servedBy, service } from '../baseline-parts';

const keyspace = { datacenter: 'dc1', keyspace: 'orders' };
const operated = () => ({ ...entered(), ...keyspace, cluster: 'orders', namespace: 'shop', caSecret: 'orders-ca', port: 9042 });

export const CASSANDRA = {
  'Cassandra#bind': bench => ({ on: new Cassandra(bench.topology, 'a', { provider: CassandraProvider.workload(bench.web, keyspace) }), args: [request(bench)] }),
  'CassandraProvider.amazonKeyspaces': () => ({ args: [{ ...entered(), region: 'eu-central-1', keyspace: 'orders', cidrs: CIDRS }] }),
  'CassandraProvider.external': () => ({ args: [{
    ...entered(), ...keyspace, host: 'a.example.com', port: 9042, tls: Tls.byClient(), cidrs: CIDRS, endpoints: ENDPOINTS, alternateHosts: ['b.example.com'], nodeHosts: ['*.n.example.com'],
  }] }),
  'CassandraProvider.inCluster': () => ({ args: [{ ...neighbour, ...entered(), ...keyspace, port: 9042 }] }),
  'CassandraProvider.k8ssandra': () => ({ args: [{ ...operated(), resource: 'dc1', superuserSecret: 'orders-admin', serviceAccountName: 'cassandra' }] }),
  'CassandraProvider.scyllaOperator': () => ({ args: [operated()] }),
  'CassandraProvider.workload': bench => servedBy(bench, { ...keyspace, port: 9042 }),
  'new Cassandra': bench => service(bench, { provider: CassandraProvider.workload(bench.web, keyspace), maxConnections: 97 }),
} satisfies Partial<Record<CallName, Baselines>>;
