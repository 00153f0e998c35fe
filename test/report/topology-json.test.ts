import { join } from 'node:path';
import * as fc from 'fast-check';
import {
  CallOptions, CircuitBreaker, ConnectionPool, ConsumeOptions, Contract, Criticality, DataAccess, DependencyPolicy, HttpMatch, HttpProvider,
  HttpRoute, HttpService, LoadBalancing, Pods, Redis, RedisProvider, RetryPolicy, TopologyJson, UseOptions, Workload,
} from '../../src';
import { newKafka, vault } from '../support/declare';
import { declareCalls, randomCalls } from '../support/random-calls';
import { Declaration, ms } from '../support/topology';

/** A topology in which everything that can be said is said. */
function everything(): string {
  const { topology } = new Declaration();
  const web = new Workload(topology, 'web', { pods: Pods.elsewhere({ labels: { tier: 'front', app: 'web' }, serviceAccountName: 'web', replicas: 3 }), guarded: false });
  const versions = ['v2', 'v1'].map(name => ({ name, labels: { version: name }, replicas: 2 }));
  const users = new Workload(topology, 'users', { pods: Pods.elsewhere({ labels: { app: 'users' }, versions }), namespace: 'people' });
  const api = new HttpService(topology, 'users-api', {
    provider: HttpProvider.workload(users, { port: 80, targetPort: 8080, headless: true }),
    contract: Contract.openApi(join(__dirname, '../../examples/twelve-factor/contracts/user-service.yaml')),
    loadBalancing: LoadBalancing.ROUND_ROBIN,
    routes: [HttpRoute.when(HttpMatch.header('end-user', 'jason')).to('v2'), HttpRoute.split({ v2: 10, v1: 90 })],
  });
  const retry = RetryPolicy.attempts(2, { perTryTimeout: ms(500), backoff: ms(50) });
  const common = { bindingName: 'people', criticality: Criticality.OPTIONAL };
  const connection = {
    connectTimeout: ms(250), circuitBreaker: CircuitBreaker.consecutiveErrors(5),
    connectionPool: ConnectionPool.limits({ maxConnections: 1, maxPendingRequests: 2, maxRequests: 3, idleTimeout: ms(60_000) }),
  };
  const call: Required<CallOptions> = { ...common, ...connection, operations: ['getUser'], timeout: ms(2000), retry };
  const use: Required<UseOptions> = {
    ...common, bindingName: 'sessions', access: DataAccess.READ_ONLY,
    connectTimeout: ms(100), circuitBreaker: CircuitBreaker.consecutiveErrors(1), connectionPool: ConnectionPool.limits({ maxConnections: 9 }),
  };
  const consume: Required<ConsumeOptions> = { ...common, bindingName: 'events', group: 'billing' };
  const credentials = vault.secret('entry-of-the-vault');
  web.calls(api, call);
  const redis = RedisProvider.endpoint({ host: 'c.example.com', credentials, readOnlyCredentials: credentials, cidrs: ['203.0.113.0/24'] });
  web.uses(new Redis(topology, 'cache', { provider: redis }), use);
  web.consumes(newKafka(topology).topic('created', { topicName: 'Created', partitions: 12, replicas: 3, retention: ms(1000) }), consume);
  return TopologyJson.render(topology.read());
}

test('the smallest topology', () => expect(TopologyJson.render(new Declaration().topology.read())).toBe(
  '{\n  "bindings": [],\n  "dependencies": [],\n  "schemaVersion": 1,\n  "services": [],\n  "topics": [],\n  "workloads": []\n}\n'));

test('a topology in which everything is said', () => expect(everything()).toMatchSnapshot());

test('tells every field of a dependency', () => {
  const fields: Record<keyof Required<DependencyPolicy>, true> = {
    timeout: true, connectTimeout: true, retry: true, circuitBreaker: true, connectionPool: true, operations: true, access: true, group: true,
    criticality: true, bindingName: true,
  };
  const told = JSON.parse(everything()).dependencies.flatMap((dependency: { policy: object }) => Object.keys(dependency.policy));
  expect([...new Set(told)].sort()).toEqual(Object.keys(fields).sort());
});

test('tells no path of the machine, no time and nothing that changes from one run to the next', () => {
  expect(everything()).not.toContain(process.cwd());
  expect(everything()).not.toMatch(/"(\/(?!users)|[A-Z]:\\|file:)|\d{4}-\d\d-\d\dT/);
  expect(everything()).toBe(everything());
});

test('the keys of every object are sorted', () => {
  JSON.parse(everything(), function (this: unknown, _, value: unknown) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) expect(Object.keys(value)).toEqual(Object.keys(value).sort());
    return value;
  });
});

test('tells what a consumer reads by name and never a value: its variables and files', () => {
  const { bindings } = JSON.parse(everything());
  expect(bindings[2]).toEqual({
    consumer: 'test/shop/workloads/web', service: 'test/shop/cache', name: 'sessions', variables: ['SESSIONS_URL'],
    files: ['database', 'host', 'password', 'port', 'ssl', 'uri', 'username'],
  });
  expect(everything()).not.toContain('entry-of-the-vault');
});

test('is the same in whatever order workloads, services and calls are declared', () => {
  const orders = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 });
  fc.assert(fc.property(randomCalls, orders, fc.func(fc.integer()), (calls, order, rank) => {
    const shuffled = [...calls].sort((a, b) => rank(a) - rank(b));
    const render = (given: ReturnType<typeof declareCalls>) => TopologyJson.render(given.declared.topology.read());
    expect(render(declareCalls(shuffled, order))).toBe(render(declareCalls(calls)));
  }), { numRuns: 40 });
});
