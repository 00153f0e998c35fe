import { Cluster, edge, Edge, PUBLIC } from './cluster';
import { clusterDns, collector, entityOperator, istiod, kafkaBroker, postgresInstance, stranger } from './known-pods';
import { NetworkWorld } from './network-world';
import { openPod, outside, Place, Role } from './place';

const GUARDED = ['all/web', 'all/api', 'all/store', 'batch/batch', 'edge/admin'];
const RANGES = '203.0.113.0/24 or 2001:db8::/32';
const OTHERS = 'other addresses';
const BILLING = 'the machines of billing';
const ARCHIVE = 'the machines of archive';

/** Who reaches whom, read from every-option.ts by a person. */
const DECLARED: readonly Edge[] = [
  edge('edge/gateway', 'all/api', 9090),
  edge('edge/admin', 'all/api', 9090),
  edge('batch/batch', 'all/api', 9090),
  edge('batch/batch', 'all/web', 50051),
  edge('all/web', 'all/store', 7001),
  edge('all/web', 'all/store', 5432),
  edge('all/web', 'all/store', 6379),
  edge('all/web', 'all/pg-1', 5432),
  edge('all/api', 'all/pg-1', 5432),
  edge('all/web', 'kafka/events-kafka', 9095),
  edge('batch/batch', 'kafka/events-kafka', 9095),
  edge('all/web', RANGES, 8443),
  edge('all/web', RANGES, 636),
  edge('all/web', RANGES, 6543),
  edge('all/web', RANGES, 6380),
  edge('batch/batch', RANGES, 6543),
  edge('batch/batch', RANGES, 9096),
  edge('all/web', BILLING, 8080),
  edge(ARCHIVE, 'all/api', 9090),
  edge('all/web', PUBLIC, 443),
  edge('all/web', PUBLIC, 8443),
];

/** The addresses at the ends of the declared ranges, and those beside them. */
const ADDRESSES: readonly Place[] = [
  ...['203.0.113.0', '203.0.113.255', '2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'].map(address => outside(RANGES, address)),
  ...['203.0.112.255', '203.0.114.0', '2001:db7:ffff:ffff:ffff:ffff:ffff:ffff', '2001:db9::'].map(address => outside(OTHERS, address)),
  ...['192.0.2.7', '3fff::7'].map(address => outside(BILLING, address)), ...['198.51.100.0', '198.51.100.255'].map(address => outside(ARCHIVE, address)),
];

/** The topology that uses every option, in a cluster with its DNS and control plane at places of their own. */
export function everyOptionCluster(world: NetworkWorld): Cluster {
  return new Cluster([
    ...world.podsOf('all/web', ['every-option-web-pods']),
    ...world.podsOf('all/api', ['every-option-api-1-pods', 'every-option-api-2-pods']),
    ...world.podsOf('all/store', ['every-option-store-pods']),
    { ...openPod(Role.WORKLOAD, 'batch/batch', 'batch', { app: 'batch' }), guarded: true },
    { ...openPod(Role.WORKLOAD, 'edge/admin', 'edge', { app: 'admin' }), guarded: true },
    openPod(Role.WORKLOAD, 'edge/gateway', 'edge', { app: 'gateway', version: 'v1' }),
    postgresInstance('all', 'pg'),
    kafkaBroker('kafka', 'events'),
    clusterDns('dns', { app: 'coredns' }),
    istiod('istio'),
    collector('telemetry', { app: 'collector' }),
    stranger('all'), stranger('batch'), stranger('edge'), stranger('dns'), stranger('kube-system', { app: 'coredns' }), stranger('istio-system', { app: 'istiod' }),
    stranger('all', { app: 'batch' }), stranger('elsewhere', { 'app': 'gateway', 'app.kubernetes.io/name': 'api' }),
    entityOperator('kafka', 'events'),
    ...ADDRESSES,
  ], [
    ...DECLARED,
    ...GUARDED.flatMap(workload => [edge(workload, 'the DNS', 5353), edge(workload, 'the DNS', 5353, 'UDP'), edge(workload, 'the control plane', 15012), edge(workload, 'the collector', 4317)]),
  ]);
}
