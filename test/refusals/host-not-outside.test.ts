import { App, Chart } from 'cdk8s';
import {
  BackingService, GrpcProvider, GrpcService, HttpProvider, HttpService, Kafka, KafkaProvider, Mesh, Platform, Pods, Postgres, PostgresProvider, Redis,
  RedisProvider, Secrets, SecretStore, TcpProvider, TcpService, Topology, Workload,
} from '../../src';
import { expectRefusal } from '../support/declare';
import { emitted } from '../support/emitted';

const HOST = 'users.team-b.svc';
const neighbour = { service: 'users', namespace: 'team-b', podLabels: { app: 'users' } };
const credentials = SecretStore.cluster('vault').secret('users');

/** Each kind, as a third party and as the advice of BST032 says. */
const KINDS: [string, (topology: Topology) => BackingService, (topology: Topology) => BackingService][] = [
  ['HTTP', t => new HttpService(t, 'users', { provider: HttpProvider.external(`https://${HOST}/v1`) }), t => new HttpService(t, 'users', { provider: HttpProvider.inCluster(neighbour) })],
  ['gRPC', t => new GrpcService(t, 'users', { provider: GrpcProvider.external({ host: HOST }) }), t => new GrpcService(t, 'users', { provider: GrpcProvider.inCluster(neighbour) })],
  ['TCP', t => new TcpService(t, 'users', { provider: TcpProvider.external({ host: HOST, port: 1 }) }), t => new TcpService(t, 'users', { provider: TcpProvider.inCluster({ ...neighbour, port: 1 }) })],
  ['Redis', t => new Redis(t, 'users', { provider: RedisProvider.external({ host: HOST, credentials }) }), t => new Redis(t, 'users', { provider: RedisProvider.inCluster({ ...neighbour, credentials }) })],
  ['PostgreSQL', t => new Postgres(t, 'users', { provider: PostgresProvider.external({ host: HOST, database: 'd', credentials }) }),
    t => new Postgres(t, 'users', { provider: PostgresProvider.inCluster({ ...neighbour, database: 'd', credentials }) })],
  ['Kafka', t => new Kafka(t, 'users', { provider: KafkaProvider.external({ bootstrapServers: [`${HOST}:9092`], credentials }) }),
    t => new Kafka(t, 'users', { provider: KafkaProvider.inCluster({ ...neighbour, credentials }) })],
];

test.each(KINDS)('%s of another team as a third party is refused, and what the refusal advises has no findings', (_, outside, advised) => {
  const chart = new Chart(new App(), 'chart', { namespace: 'shop' });
  const topology = new Topology(chart, 'shop');
  expectRefusal(() => outside(topology), 'BST032', 'chart/shop/users', `"${HOST}" is not outside`, 'service "users" and namespace "team-b"');
  const service = advised(topology);
  const web = new Workload(topology, 'web', { pods: Pods.fromLabels({ labels: { app: 'web' }, serviceAccountName: 'web' }) });
  if (service instanceof Kafka) web.publishes(service.topic('t'));
  else web[service.protocol.hasRequests ? 'calls' : 'uses'](service);
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets: Secrets.externalSecrets() });
  expect(topology.findings).toEqual([]);
  expect(emitted(chart).filter(({ kind }) => kind === 'ServiceEntry')).toEqual([]);
});

test('BST003: what it advises about a workload of another topology has no findings', () => {
  const chart = new Chart(new App(), 'chart', { namespace: 'shop' });
  const [theirs, ours] = [new Topology(chart, 'theirs'), new Topology(chart, 'ours')];
  const workload = (topology: Topology, name: string) =>
    new Workload(topology, name, { pods: Pods.fromLabels({ labels: { app: name }, serviceAccountName: name }) });
  const users = workload(theirs, 'users');
  expectRefusal(() => new HttpService(ours, 'users', { provider: HttpProvider.workload(users) }), 'BST003', 'chart/ours/users', 'declare the service where its workload is', 'inCluster provider');
  new HttpService(theirs, 'users-api', { provider: HttpProvider.workload(users) });
  const web = workload(ours, 'web');
  web.calls(new HttpService(ours, 'users', { provider: HttpProvider.inCluster({ service: 'users-api', namespace: 'shop', podLabels: { app: 'users' } }) }));
  for (const topology of [theirs, ours]) new Platform(chart, `platform-${topology.node.id}`, { topology, mesh: Mesh.istio() });
  expect([...theirs.findings, ...ours.findings]).toEqual([]);
});
