import { ApiObject } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-28';
import {
  Credential, DataAccess, EnvNames, KubernetesSecret, NetworkPolicies, Pods, Postgres, PostgresProvider, Redis, RedisProvider, SecretBindings,
  Secrets, SecretSupplier, Workload,
} from '../../src';
import { expectRefusal, vault } from '../support/declare';
import { container, deployment, emitted, podTemplate } from '../support/emitted';
import { secretData } from '../support/external-secrets-operator';
import { environmentOf, filesOf } from '../support/kubelet';
import { Declaration } from '../support/topology';

const IMAGE = EnvNames.map({ POSTGRES_USER: '{username}', POSTGRES_PASSWORD: '{password}', POSTGRES_DB: '{database}' });

let declared: Declaration;
beforeEach(() => { declared = new Declaration(); });

const workload = (name: string, own: Record<string, EnvValue> = {}, boundContainers?: string[]) => new Workload(declared.topology, name, {
  pods: Pods.of(deployment(declared.chart, name, { containers: [container('main', { envVariables: own })] })), boundContainers,
});

/** `server` runs `orders-db`, which `orders` reads and writes. */
function database(credentials: Credential, serverEnvNames = IMAGE, server = workload('server')): Postgres {
  const db = new Postgres(declared.topology, 'orders-db', { provider: PostgresProvider.workload(server, { database: 'orders', credentials, serverEnvNames }) });
  declared.workload('orders').uses(db, { access: DataAccess.READ_WRITE });
  return db;
}

const bind = (secrets: SecretSupplier | undefined = Secrets.externalSecrets()) => new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets });

test('server and client read one entry of the store, each from a Secret of its own', () => {
  database(vault.secret('dev/orders'));
  bind();
  const secrets = Object.fromEntries(emitted(declared.chart, 'ExternalSecret').map(secret => [secret.metadata.name, secretData(secret, { 'dev/orders': { username: 'app', password: 'p@ss' } })]));
  expect(secrets['orders-orders-db'].uri).toContain('postgresql://app:p%40ss@orders-db.shop.svc:5432/orders');
  expect(secrets['server-orders-db']).toEqual({ username: 'app', password: 'p@ss' });
  const { spec: { containers: [main] } } = podTemplate(declared.chart, 'server');
  expect(Object.fromEntries(environmentOf(main, secrets))).toEqual({ POSTGRES_USER: 'app', POSTGRES_PASSWORD: 'p@ss', POSTGRES_DB: 'orders' });
});

test('a Secret that is there already is read by both, and nothing is fetched', () => {
  database(KubernetesSecret.existing('by-hand', { reason: 'the data team makes it' }).credential({ username: 'user', password: 'pass', uri: 'uri' }));
  bind();
  expect(emitted(declared.chart, 'ExternalSecret')).toEqual([]);
  expect(podTemplate(declared.chart, 'server').spec.containers[0].env).toContainEqual({ name: 'POSTGRES_PASSWORD', valueFrom: { secretKeyRef: { name: 'by-hand', key: 'pass' } } });
});

test('an image may be given the password as a file', () => {
  database(vault.secret('dev/orders'), EnvNames.map({ POSTGRES_PASSWORD_FILE: '{password:file}' }));
  bind();
  const template = podTemplate(declared.chart, 'server');
  const secrets = Object.fromEntries(emitted(declared.chart, 'ExternalSecret').map(secret => [secret.metadata.name, secretData(secret, { 'dev/orders': { username: 'app', password: 'p@ss' } })]));
  const path = environmentOf(template.spec.containers[0], secrets).get('POSTGRES_PASSWORD_FILE')!;
  expect(filesOf(template.spec.containers[0], template, secrets).get(path)).toBe('p@ss');
});

test('pods that another program makes are told what is due', () => {
  const server = declared.workload('elsewhere');
  new Redis(declared.topology, 'cache', { provider: RedisProvider.workload(server, { credentials: vault.secret('dev/cache'), serverEnvNames: EnvNames.map({ REDIS_PASSWORD: '{password}' }) }) });
  expect(bind().variablesOf(server)).toEqual([{ name: 'REDIS_PASSWORD', secretName: 'elsewhere-cache', secretKey: 'password' }]);
});

test('what a server is told is no dependency: it may reach nobody for it', () => {
  database(vault.secret('dev/orders'));
  const bindings = bind();
  new NetworkPolicies(declared.chart, 'policies', { topology: declared.topology });
  const policy = emitted(declared.chart, 'NetworkPolicy').find(({ metadata }) => metadata.name === 'server')!;
  expect(policy.spec.egress.map(({ ports }: { ports: { port: number }[] }) => ports[0].port)).toEqual([53]);
  expect(bindings.variablesOf(declared.topology.read().workloads.find(({ name }) => name === 'server')!)).toHaveLength(3);
  expect(declared.topology.read().dependencies.map(({ name }) => name)).toEqual(['orders uses orders-db']);
});

test('the containers are those that the workload binds', () => {
  database(vault.secret('dev/orders'), IMAGE, workload('server', {}, []));
  bind();
  expect(podTemplate(declared.chart, 'server').spec.containers[0].env).toBeUndefined();
});

test('BST020: a container that the pods lack is refused', () => {
  database(vault.secret('dev/orders'), IMAGE, workload('server', {}, ['postgres']));
  expectRefusal(() => bind(), 'BST020', 'test/shop/orders-db', 'no container "postgres"', 'containers');
});

test('BST519: finds a credential that nobody fetches, for the server too', () => {
  database(vault.secret('dev/orders'));
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology });
  expect(declared.found('BST519').map(text => text.split(':')[0])).toEqual(['error orders-db', 'error orders uses orders-db']);
});

test('BST519: finds a Secret of somebody that has the name of the server\'s', () => {
  database(vault.secret('dev/orders'));
  const named = KubernetesSecret.existing('server-orders-db', { reason: 'the data team makes it' }).credential({ uri: 'uri' });
  declared.workload('other').uses(new Redis(declared.topology, 'cache', { provider: RedisProvider.external({ host: 'c.example.com', credentials: named }) }));
  bind();
  expect(declared.found('BST519')).toEqual([expect.stringMatching(/supplied to server for binding "orders-db"; give the Secret another name$/)]);
});

test('BST808: finds a variable that the container has by itself, and says where it is named', () => {
  database(vault.secret('dev/orders'), IMAGE, workload('server', { POSTGRES_USER: EnvValue.fromValue('app') }));
  bind();
  expect(declared.found('BST808')).toEqual(['error orders-db: variable POSTGRES_USER is claimed by the server of orders-db and by the container itself; '
    + 'name another variable in the serverEnvNames of the provider, or take the other one out']);
});

test('BST808: finds that a workload depends on its own service by a binding of the same name', () => {
  const server = workload('server');
  server.uses(database(vault.secret('dev/orders'), IMAGE, server));
  bind();
  expect(declared.found('BST808')).toEqual([expect.stringMatching(/^error server uses orders-db: folder \/bindings\/orders-db is claimed by binding "orders-db" to orders-db and by the server of orders-db; give this dependency/)]);
});

test('BST616: without an output that tells it, the names are a promise that nobody keeps', () => {
  database(vault.secret('dev/orders'));
  new NetworkPolicies(declared.chart, 'policies', { topology: declared.topology });
  expect(declared.found('BST616')).toEqual(['warning orders-db: declared but enforced by no output: serverEnvNames; add SecretBindings, or take it out of the declaration']);
});

test('a workload whose provider names nothing is left alone', () => {
  const server = workload('server');
  new Redis(declared.topology, 'cache', { provider: RedisProvider.workload(server, { credentials: vault.secret('dev/cache') }) });
  const before = JSON.stringify(ApiObject.of(server.pods instanceof Pods ? server.pods.workloads[0] : declared.chart).toJson());
  bind();
  expect(JSON.stringify(ApiObject.of((server.pods as Pods).workloads[0]).toJson())).toBe(before);
});
