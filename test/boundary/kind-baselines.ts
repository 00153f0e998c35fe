import {
  BindingRequest, CleanupPolicy, Contract, Credential, CredentialPart, DataAccess, DatabaseRoleReclaimPolicy, GrpcProvider, GrpcService,
  HttpProvider, KafkaProvider, LoadBalancing, Postgres, PostgresProvider, RedisProvider, RolePasswords, SaslMechanism, SecretStore,
  TcpProvider, TcpService, Tls, TlsOrigination,
} from '../../src';
import { CallName } from '../../src/private/boundary';
import {
  Baselines, CONTRACT, PROTO, CIDRS, ENDPOINTS, second, credentials, entered, servedBy, neighbour, http, redis, route, versioned, request, service,
} from './baseline-parts';

export const PROVIDERS = {
  'GrpcProvider.external': () => [{ tls: Tls.NONE }, { tlsOrigination: TlsOrigination.MESH }].map(started => (
    { args: [{ ...entered(), host: 'a.example.com', port: 443, cidrs: CIDRS, endpoints: ENDPOINTS, furtherHosts: ['*.example.org'], ...started }] })),
  'GrpcProvider.inCluster': () => ({ args: [{ ...neighbour, ...entered(), port: 80 }] }),
  'GrpcProvider.workload': bench => servedBy(bench, { port: 80 }),
  'HttpProvider.external': () => ({ args: ['https://a.example.com', { ...entered(), tlsOrigination: TlsOrigination.CLIENT, cidrs: CIDRS, endpoints: ENDPOINTS, furtherHosts: ['*.example.org'] }] }),
  'HttpProvider.inCluster': () => ({ args: [{ ...neighbour, ...entered(), port: 80 }] }),
  'HttpProvider.workload': bench => servedBy(bench, { port: 80 }),
  'KafkaProvider.external': () => ({ args: [{
    ...entered(), bootstrapServers: ['a.example.com:9092'], mechanism: SaslMechanism.PLAIN, brokerHosts: ['*.example.com'], cidrs: CIDRS, tls: Tls.byClient(),
  }] }),
  'KafkaProvider.inCluster': () => ({ args: [{ ...neighbour, ...entered(), port: 9092, mechanism: SaslMechanism.PLAIN }] }),
  'KafkaProvider.strimzi': () => ({ args: [{ cluster: 'events', namespace: 'kafka', listener: 'tls', port: 9093 }] }),
  'KafkaProvider.workload': bench => servedBy(bench, { port: 9092, mechanism: SaslMechanism.PLAIN }),
  'PostgresProvider.cloudNativePg': () => [entered(), { databaseRoles: {
    passwords: RolePasswords.generated(), readWriteInRoles: ['billing'], readOnlyInRoles: ['readers'], declareDatabase: true,
    databaseRoleReclaimPolicy: DatabaseRoleReclaimPolicy.RETAIN,
  } }].map(login => ({ args: [{
    ...login, cluster: 'pg', namespace: 'shop', caSecret: 'own-ca', serviceAccountName: 'pg', database: 'billing', pooler: 'pg-pooler',
  }] })),
  'PostgresProvider.external': () => ({ args: [{ ...entered(), host: 'a.example.com', port: 5432, database: 'orders', tls: Tls.inProtocol(), cidrs: CIDRS, endpoints: ENDPOINTS, furtherHosts: ['*.example.org'] }] }),
  'PostgresProvider.inCluster': () => ({ args: [{ ...neighbour, ...entered(), port: 5432, database: 'orders' }] }),
  'PostgresProvider.workload': bench => servedBy(bench, { port: 5432, database: 'orders' }),
  'RolePasswords.generated': () => ({ args: [{ length: 40 }] }),
  'RolePasswords.stored': () => ({ args: [SecretStore.cluster('vault'), 'db/{workload}', { property: 'pass' }] }),
  'RedisProvider.external': () => ({ args: [{ ...entered(), host: 'a.example.com', port: 6379, tls: Tls.byClient(), database: 1, cidrs: CIDRS, endpoints: ENDPOINTS, furtherHosts: ['*.example.org'] }] }),
  'RedisProvider.inCluster': () => ({ args: [{ ...neighbour, ...entered(), port: 6379, database: 1 }] }),
  'RedisProvider.workload': bench => servedBy(bench, { port: 6379, database: 1 }),
  'TcpProvider.external': () => ({ args: [{ ...entered(), host: 'a.example.com', port: 636, tls: Tls.byClient(), cidrs: CIDRS, endpoints: ENDPOINTS, furtherHosts: ['*.example.org'] }] }),
  'TcpProvider.inCluster': () => ({ args: [{ ...neighbour, ...entered(), port: 636 }] }),
  'TcpProvider.workload': bench => servedBy(bench, { port: 636 }),
} satisfies Partial<Record<CallName, Baselines>>;

export const KINDS = {
  'GrpcService#bind': bench => ({
    on: new GrpcService(bench.topology, 'a', { provider: GrpcProvider.workload(bench.web) }), args: [request(bench)],
  }),
  'HttpService#bind': bench => ({ on: http(bench), args: [request(bench)] }),
  'Kafka#bind': bench => ({
    on: bench.kafka(),
    args: [BindingRequest._of(bench.web, DataAccess.READ_WRITE, ['group'], credentials().with('sasl-mechanism', CredentialPart.text('PLAIN')))],
  }),
  'Kafka#existingTopic': bench => ({ on: bench.kafka(), args: ['orders', { topicName: 'Orders' }] }),
  'Kafka#topic': bench => ({ on: bench.kafka(), args: ['orders', {
    topicName: 'Orders', partitions: 3, replicas: 3, minInSyncReplicas: 2, retention: second(), cleanupPolicy: CleanupPolicy.COMPACT, settings: { 'flush.ms': '1' },
  }] }),
  'Postgres#bind': bench => ({
    on: new Postgres(bench.topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'pg' }) }),
    args: [BindingRequest._of(bench.web, DataAccess.READ_WRITE, [], Credential.of({ ...credentials().parts, database: CredentialPart.text('orders') }))],
  }),
  'Redis#bind': bench => ({ on: redis(bench), args: [request(bench)] }),
  'TcpService#bind': bench => ({
    on: new TcpService(bench.topology, 'a', { provider: TcpProvider.external({ host: 'a.example.com', port: 1 }) }), args: [request(bench)],
  }),
  'new GrpcService': bench => service(bench, {
    provider: GrpcProvider.workload(versioned(bench)), contract: Contract.proto(PROTO), idempotentMethods: ['shop.v1.Stock/Ship'], routes: [route()], loadBalancing: LoadBalancing.RANDOM,
  }),
  'new HttpService': bench => service(bench, {
    provider: HttpProvider.workload(versioned(bench)), contract: Contract.openApi(CONTRACT), routes: [route()], loadBalancing: LoadBalancing.RANDOM,
  }),
  'new Kafka': bench => service(bench, { provider: KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }) }),
  'new Postgres': bench => service(bench, { provider: PostgresProvider.cloudNativePg({ cluster: 'pg' }), maxConnections: 97 }),
  'new Redis': bench => service(bench, { provider: RedisProvider.workload(bench.web), maxConnections: 97 }),
  'new TcpService': bench => {
    const said = { provider: TcpProvider.workload(versioned(bench), { port: 1 }), maxConnections: 97, loadBalancing: LoadBalancing.ROUND_ROBIN };
    const canary = { stable: 'v1', canary: 'v2', steps: [5, 100], step: 1 };
    return [service(bench, { ...said, weights: { v1: 100 } }), service(bench, { ...said, canary })];
  },
} satisfies Partial<Record<CallName, Baselines>>;

