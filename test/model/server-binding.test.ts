import {
  BackingService, EnvNames, GrpcProvider, GrpcService, HttpProvider, HttpService, Kafka, KafkaProvider, Postgres, PostgresProvider, Redis,
  RedisProvider, TcpProvider, TcpService, Topology, Workload,
} from '../../src';
import { ServerBinding } from '../../src/model/server-binding';
import { expectRefusal, newTopology, newWorkload, vault } from '../support/declare';

let shop: Topology;
let server: Workload;
beforeEach(() => {
  shop = newTopology();
  server = newWorkload(shop, 'server', { boundContainers: ['main'] });
});

const credentials = vault.secret('dev/orders');
const database = (variables: Record<string, string>, id = 'orders-db') => new Postgres(shop, id, {
  provider: PostgresProvider.workload(server, { database: 'orders', credentials, serverEnvNames: EnvNames.map(variables) }),
});
const bound = (service: BackingService) => ServerBinding.of(service)!;

test('a server is told what its provider names, and nothing else, in the roles that consumers are told', () => {
  const { variables, files, containers, consumer, name } = bound(database({ POSTGRES_USER: '{username}', POSTGRES_PASSWORD: '{password}', POSTGRES_DB: '{database}' }));
  expect(variables.map(each => [each.name, each.value.parts[0].secret?.property ?? each.value.text])).toEqual([
    ['POSTGRES_DB', 'orders'], ['POSTGRES_PASSWORD', 'password'], ['POSTGRES_USER', 'username'],
  ]);
  expect({ files, containers, consumer, name }).toEqual({ files: [], containers: ['main'], consumer: server, name: 'orders-db' });
});

test('it finds a file where a variable names one', () =>
  expect(bound(database({ POSTGRES_PASSWORD_FILE: '{password:file}' })).files.map(({ file }) => file)).toEqual(['password']));

test('only what it is told counts as told', () => {
  const texts = ['{host}', '{password}', '{username:file}'];
  const told = texts.map((text, at) => bound(database({ A: text }, `db-${at}`))._told.map(({ property }) => property));
  expect(told).toEqual([[], ['password'], ['username']]);
});

const serverEnvNames = EnvNames.map({ SECRET_OF_IT: '{password}' });
test.each<[string, () => BackingService]>([
  ['http', () => new HttpService(shop, 's', { provider: HttpProvider.workload(server, { credentials, serverEnvNames }) })],
  ['grpc', () => new GrpcService(shop, 's', { provider: GrpcProvider.workload(server, { credentials, serverEnvNames }) })],
  ['tcp', () => new TcpService(shop, 's', { provider: TcpProvider.workload(server, { port: 1, credentials, serverEnvNames }) })],
  ['redis', () => new Redis(shop, 's', { provider: RedisProvider.workload(server, { credentials, serverEnvNames }) })],
  ['kafka', () => new Kafka(shop, 's', { provider: KafkaProvider.workload(server, { credentials, serverEnvNames }) })],
  ['postgresql', () => new Postgres(shop, 's', { provider: PostgresProvider.workload(server, { database: 'd', credentials, serverEnvNames }) })],
])('a server of %s reads the password of its clients', (bindingType, declare) => {
  const { variables, ...binding } = bound(declare());
  expect({ bindingType: binding.service.bindingType, part: variables[0].value.parts[0].secret }).toEqual({ bindingType, part: credentials.part('password') });
});

test('nothing is told where the provider names nothing', () =>
  expect(ServerBinding.of(new Redis(shop, 's', { provider: RedisProvider.workload(server, { credentials }) }))).toBeUndefined());

test('BST018: without credentials there is no role for one, as for consumers', () => {
  const cache = new Redis(shop, 'cache', { provider: RedisProvider.workload(server, { serverEnvNames }) });
  expectRefusal(() => bound(cache).variables, 'BST018', 'chart/shop/cache', 'no role "password"', 'SECRET_OF_IT', '{role}');
});
