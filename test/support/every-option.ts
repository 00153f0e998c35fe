import { join } from 'node:path';
import { Chart, Duration } from 'cdk8s';
import { Deployment, ServiceAccount, StatefulSet } from 'cdk8s-plus-28';
import { ROOT } from '../../build-tools/files';
import {
  CircuitBreaker, CleanupPolicy, ConnectionPool, Contract, Criticality, DataAccess, DatabaseRoleReclaimPolicy, GrpcProvider, GrpcService, HttpMatch,
  HttpProvider, HttpRoute, HttpService, Kafka, KafkaProvider, KubernetesSecret, LoadBalancing, MachineProbe, Machines, Mesh, NetworkPeer, Platform,
  Pods, Postgres, PostgresProvider, Redis, RedisProvider, RetryCondition, RetryPolicy, RolePasswords, SaslMechanism, SecretDeletionPolicy, Secrets,
  SecretStore, TcpProvider, TcpService, Telemetry, Tls, TlsOrigination, Topology, Workload, WorkloadStanding,
} from '../../src';
import { EVERY_TELEMETRY_OPTION } from './mesh';

const CONTRACTS = join(ROOT, 'examples');
const CIDRS = ['203.0.113.0/24', '2001:db8::/32'];

/** A topology that uses every kind, every provider and every option at least once, over three namespaces. */
export function everyOption(chart: Chart): Topology {
  const topology = new Topology(chart, 'all', { namespace: 'all' });
  const vault = SecretStore.cluster('vault');
  const local = SecretStore.namespaced('local.store');
  const account = (name: string) => ServiceAccount.fromServiceAccountName(chart, `${name}-account`, name);
  const deployment = (id: string, serviceAccount = account(id)) => new Deployment(chart, `${id}-pods`, {
    serviceAccount, replicas: 3, containers: [{ name: id, image: id }], initContainers: [{ name: `${id}-init`, image: id }],
  });
  const elsewhere = (id: string, namespace?: string) => new Workload(topology, id, {
    pods: Pods.fromLabels({ labels: { app: id }, namespace, serviceAccountName: id, replicas: 4 }),
  });

  const web = new Workload(topology, 'web', { pods: Pods.of(deployment('web')) });
  const apiAccount = account('api');
  const versions = { v1: deployment('api-1', apiAccount), v2: deployment('api-2', apiAccount) };
  const api = new Workload(topology, 'api', { pods: Pods.versions(versions) });
  const store = new Workload(topology, 'store', {
    pods: Pods.of(new StatefulSet(chart, 'store-pods', { serviceAccount: account('store'), containers: [{ image: 'store', ports: [5432, 6379, 7001].map(number => ({ name: `tcp-${number}`, number })) }] })),
  });
  const batch = elsewhere('batch', 'batch');
  const admin = elsewhere('admin', 'edge');
  const gateway = new Workload(topology, 'gateway', {
    pods: Pods.fromLabels({ labels: { app: 'gateway' }, versions: [{ name: 'v1', labels: { version: 'v1' }, replicas: 2 }] }),
    namespace: 'edge', serviceAccountName: 'edge.gateway', standing: WorkloadStanding.FOREIGN,
  });

  const billing = new Workload(topology, 'billing', {
    pods: Machines.at([{ address: '192.0.2.7', version: 'v1', locality: 'eu/eu-1', weight: 3 }, { address: '3fff::7', version: 'v2' }], { labels: { app: 'billing' }, serviceAccountName: 'billing', ports: [8080] }),
  });
  const archive = new Workload(topology, 'archive', { pods: Machines.group({
    labels: { app: 'archive' }, namespace: 'batch', serviceAccountName: 'archive', cidrs: ['198.51.100.0/24'], locality: 'eu', weight: 2,
    probe: MachineProbe.httpGet(8080, { path: '/healthz', https: true, initialDelay: Duration.seconds(5), timeout: Duration.seconds(3), period: Duration.minutes(1), successThreshold: 2, failureThreshold: 4 }),
  }) });

  const http = new HttpService(topology, 'api', {
    provider: HttpProvider.workload(api, { port: 8080, targetPort: 9090 }),
    contract: Contract.openApi(join(CONTRACTS, 'twelve-factor/contracts/user-service.yaml')),
    routes: [HttpRoute.when(HttpMatch.header('X-Canary', 'yes')).to('v2'), HttpRoute.split({ v1: 100, v2: 0 })],
    loadBalancing: LoadBalancing.stickyHeader('x-user'),
  });
  const payments = new HttpService(topology, 'payments', {
    provider: HttpProvider.external('https://payments.example.com:8443/v2', { cidrs: CIDRS, furtherHosts: ['payments.example.net'] }),
    contract: Contract.openApi(join(CONTRACTS, 'shop/contracts/payments.yaml')), loadBalancing: LoadBalancing.RANDOM,
  });
  const opaque = new HttpService(topology, 'opaque', {
    provider: HttpProvider.external('https://opaque.example.com', { tlsOrigination: TlsOrigination.CLIENT, furtherHosts: ['*.opaque.example.com'] }),
  });
  const objects = new HttpService(topology, 'objects', { provider: HttpProvider.external('https://objects.example.com', { furtherHosts: ['*.objects.example.com'] }) });
  const grpc = new GrpcService(topology, 'grpc', {
    provider: GrpcProvider.workload(web), contract: Contract.descriptorSet(join(CONTRACTS, 'reference/stock.binpb')), idempotentMethods: ['shop.v1.Stock/Ship'],
  });
  const remote = new GrpcService(topology, 'remote', { provider: GrpcProvider.external({ host: 'grpc.example.com', port: 8443, furtherHosts: ['grpc.example.net'] }) });
  const tcp = new TcpService(topology, 'tcp', { provider: TcpProvider.workload(store, { port: 7000, targetPort: 7001, headless: true }) });
  const ldap = new TcpService(topology, 'ldap', { provider: TcpProvider.external({ host: 'ldap.example.com', port: 636, cidrs: CIDRS, furtherHosts: ['ldap.example.net'] }) });
  const cnpg = new Postgres(topology, 'cnpg', { provider: PostgresProvider.cloudNativePg({ cluster: 'pg', caSecret: 'own-ca' }) });
  const roles = new Postgres(topology, 'roles', { provider: PostgresProvider.cloudNativePg({
    cluster: 'pg', database: 'roles', caSecret: 'own-ca', databaseRoles: {
      passwords: RolePasswords.stored(vault, 'roles/{namespace}/{workload}', { property: 'pass' }), readWriteInRoles: ['roles', 'writers'], readOnlyInRoles: ['readers'],
      declareDatabase: true, databaseRoleReclaimPolicy: DatabaseRoleReclaimPolicy.RETAIN,
    },
  }) });
  const managed = new Postgres(topology, 'managed', { provider: PostgresProvider.external({
    host: 'db.example.com', port: 6543, database: 'Orders & more', cidrs: CIDRS, endpoints: ['2001:db8::7', '203.0.113.7'],
    credentials: local.secret('db/main', { username: 'user', password: 'pass', ca: 'ca' }), readOnlyCredentials: vault.secret('db/reader'),
  }) });
  const own = new Postgres(topology, 'own', { provider: PostgresProvider.workload(store, { database: 'own', credentials: vault.secret('own') }) });
  const redis = new Redis(topology, 'redis', { provider: RedisProvider.external({
    host: 'redis.example.com', port: 6380, tls: Tls.NONE, database: 3, cidrs: CIDRS,
    credentials: KubernetesSecret.existing('redis-user', { reason: 'the cache team makes it by hand' })
      .credential({ username: 'username', password: 'password', uri: 'url', ca: 'ca' }),
  }) });
  const cache = new Redis(topology, 'cache', { provider: RedisProvider.workload(store, { port: 6379, headless: true }) });
  const strimzi = new Kafka(topology, 'strimzi', { provider: KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka', listener: 'scram', port: 9095 }) });
  const cloud = new Kafka(topology, 'cloud', { provider: KafkaProvider.external({
    bootstrapServers: ['b.kafka.example.com:9096'], brokerHosts: ['*.kafka.example.com'], mechanism: SaslMechanism.SCRAM_SHA_512, cidrs: CIDRS,
    credentials: vault.secret('kafka', { username: 'username', password: 'password', ca: 'ca' }),
  }) });
  const topic = strimzi.topic('orders', {
    topicName: 'Orders_v1', partitions: 12, replicas: 3, minInSyncReplicas: 2, retention: Duration.days(7), cleanupPolicy: CleanupPolicy.COMPACT_AND_DELETE,
    settings: { 'max.message.bytes': '1048576' },
  });

  const pool = ConnectionPool.limits({ maxConnections: 10, maxPendingRequests: 20, maxRequests: 30, idleTimeout: Duration.minutes(5) });
  const breaker = CircuitBreaker.consecutiveErrors(7, { resetTimeout: Duration.millis(1500), interval: Duration.seconds(5), maxEjectionPercent: 50 });
  gateway.calls(http);
  const bills = new HttpService(topology, 'bills', { provider: HttpProvider.workload(billing, { targetPort: 8080 }) });
  web.calls(bills);
  billing.calls(new HttpService(topology, 'archive', { provider: HttpProvider.workload(archive, { targetPort: 8080 }) }));
  archive.calls(http);
  admin.calls(http, { operations: ['createUser', 'getUser'], connectTimeout: Duration.millis(250), timeout: Duration.seconds(30) });
  batch.calls(http, {
    operations: ['deleteUser', 'createUser'], connectionPool: pool, circuitBreaker: breaker, criticality: Criticality.OPTIONAL, bindingName: 'users',
    timeout: Duration.seconds(2), retry: RetryPolicy.attempts(2, {
      perTryTimeout: Duration.millis(300), on: [RetryCondition.SERVER_ERROR, RetryCondition.status(409)], backoff: Duration.millis(50),
    }),
  });
  web.calls(payments, { operations: ['createCharge', 'getCharge'], timeout: Duration.seconds(3), retry: RetryPolicy.attempts(1) });
  web.calls(opaque, {
    connectTimeout: Duration.seconds(1), connectionPool: ConnectionPool.limits({ maxConnections: 3, idleTimeout: Duration.hours(1) }),
  });
  batch.calls(grpc, { retry: RetryPolicy.attempts(1), circuitBreaker: breaker });
  web.calls(remote, { circuitBreaker: CircuitBreaker.consecutiveErrors(1) });
  web.calls(objects, { timeout: Duration.seconds(5), retry: RetryPolicy.attempts(1) });
  web.uses(tcp);
  web.uses(ldap, { bindingName: 'directory' });
  web.uses(cnpg, { access: DataAccess.READ_ONLY });
  api.uses(cnpg, { access: DataAccess.READ_WRITE });
  web.uses(roles, { access: DataAccess.READ_ONLY });
  api.uses(roles, { access: DataAccess.READ_WRITE });
  web.uses(managed, { access: DataAccess.READ_ONLY });
  batch.uses(managed);
  web.uses(own);
  web.uses(redis);
  web.uses(cache);
  web.publishes(topic);
  web.consumes(strimzi.topic('payments'));
  batch.consumes(topic, { consumerGroup: 'Batch.group' });
  batch.publishes(cloud.topic('audit'), { bindingName: 'audit-log' });

  new Platform(chart, 'platform', {
    topology,
    mesh: Mesh.istio({
      trustDomain: 'mesh.example', clusterDomain: 'example.local', controlPlaneNamespace: 'istio', rootNamespace: 'istio-root', dnsCapture: true, ...EVERY_TELEMETRY_OPTION, telemetry: [Telemetry.ofMesh(EVERY_TELEMETRY_OPTION), Telemetry.ofNamespace('elsewhere', EVERY_TELEMETRY_OPTION)],
    }),
    secrets: Secrets.externalSecrets({
      refreshInterval: Duration.minutes(15), secretType: 'Opaque', secretLabels: { team: 'all' }, secretAnnotations: { 'example.com/note': '{{ all }}' },
      deletionPolicy: SecretDeletionPolicy.DELETE,
    }),
    dns: NetworkPeer.pods({ namespace: 'dns', podLabels: { app: 'coredns' }, port: 5353, udp: true }),
    additionalEgress: [NetworkPeer.pods({ namespace: 'telemetry', podLabels: { app: 'collector' }, port: 4317, udp: false })],
    outsideIsPublic: true,
  });
  return topology;
}
