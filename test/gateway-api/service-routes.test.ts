import { Duration } from 'cdk8s';
import { ExposeOptions, GrpcProvider, GrpcService, HttpMatch, HttpProvider, HttpRoute, HttpService, RetryPolicy, StringMatch, TcpProvider, TcpService } from '../../src';
import { ReleaseChannel } from '../../src/gateway-api/release-channel';
import { isRepeatedAlike, isRuledAlike } from '../../src/gateway-api/service-routes';
import { newGateway } from '../support/gateway';
import { GatewayApiDeclaration } from '../support/gateway-api';

let declared: GatewayApiDeclaration;
beforeEach(() => { declared = new GatewayApiDeclaration(true); });
const routes = () => declared.emitted.filter(({ kind }) => kind.endsWith('Route'));
const versions = ['v1', 'v2'].map(name => ({ name, labels: { version: name } }));
const SPLIT = HttpRoute.split({ v1: 90, v2: 10 });

test('a canary is bound to the Service that clients call, and sends to those of versions', () => {
  declared.pages([SPLIT]);
  expect(routes()).toMatchSnapshot();
});

test('of all that a route can say: matches, time limit, what happens on the way', () => {
  const preview = HttpRoute.when(HttpMatch.all(HttpMatch.header('x-preview', 'yes'), HttpMatch.uri(StringMatch.prefix('/new/')), HttpMatch.port(80)))
    .to('v2', { rewrite: { uri: '/' }, requestHeaders: { set: { 'x-a': '1' } } });
  const pages = declared.pages([preview, HttpRoute.split({ v1: 100, v2: 0 }, { mirrors: [{ version: 'v2', percentage: 10 }] })]);
  for (const name of ['web', 'app']) declared.workload(name).calls(pages, { timeout: Duration.seconds(2) });
  expect(routes()).toMatchSnapshot();
});

test('calls of gRPC have a GRPCRoute, connections that versions share a TCPRoute', () => {
  const kubernetesService = { perVersion: true };
  const [stock, ledger] = ['stock', 'ledger'].map(name => declared.workload(name, { versions }));
  new GrpcService(declared.topology, 'stock', { provider: GrpcProvider.workload(stock, { kubernetesService }), routes: [SPLIT] });
  new TcpService(declared.topology, 'ledger', { provider: TcpProvider.workload(ledger, { port: 5000, kubernetesService }), weights: { v1: 75, v2: 25 } });
  expect(routes().map(({ kind, metadata, spec }) => [kind, metadata.name, spec.parentRefs[0], spec.rules[0].backendRefs])).toEqual([
    ['TCPRoute', 'ledger', { group: '', kind: 'Service', name: 'ledger', port: 5000 }, [{ name: 'ledger-v1', port: 5000, weight: 75 }, { name: 'ledger-v2', port: 5000, weight: 25 }]],
    ['GRPCRoute', 'stock', { group: '', kind: 'Service', name: 'stock', port: 50051 }, [{ name: 'stock-v1', port: 50051, weight: 90 }, { name: 'stock-v2', port: 50051, weight: 10 }]],
  ]);
});

test('where nothing is said, there is no route', () => {
  declared.workload('web').calls(declared.users());
  expect(routes()).toEqual([]);
});

test('without a mesh that reads them there is none', () => {
  declared = new GatewayApiDeclaration();
  declared.pages([SPLIT]);
  declared.read();
  expect(declared.bound).toEqual([]);
});

test('callers that differ are not ruled alike, nor is one that says nothing beside one that does', () => {
  const users = declared.users();
  const [web, app, batch] = ['web', 'app', 'batch'].map(name => declared.workload(name));
  const alike = () => isRuledAlike(users, declared.topology._closed());
  web.calls(users, { timeout: Duration.seconds(2) });
  app.calls(users, { timeout: Duration.millis(2000) });
  batch.calls(users);
  expect(alike()).toBe(false);
});

test.each<[string, ExposeOptions, boolean]>([
  ['no longer', { timeout: Duration.seconds(1) }, true], ['as long', { timeout: Duration.seconds(2) }, true], ['longer', { timeout: Duration.seconds(3) }, false], ['for ever', {}, false],
])('a gateway that waits %s than other callers, which its requests are held to as well: %j', (_, options, alike) => {
  const users = declared.users();
  declared.workload('web').calls(users, { timeout: Duration.seconds(2) });
  declared.door().exposes(users, options);
  expect(isRuledAlike(users, declared.topology._closed())).toBe(alike);
});

test('so is a gateway whose routes are not said here', () => {
  const users = declared.users();
  declared.workload('web').calls(users, { timeout: Duration.seconds(2) });
  newGateway(declared.topology).calls(users);
  expect(isRuledAlike(users, declared.topology._closed())).toBe(false);
});

describe('with the experimental channel', () => {
  const retry = RetryPolicy.attempts(2);
  beforeEach(() => { declared = new GatewayApiDeclaration(true, ReleaseChannel.EXPERIMENTAL); });

  test('requests that may be repeated have a rule before the others', () => {
    declared.workload('web').calls(declared.users(), { retry, timeout: Duration.seconds(2) });
    expect(routes()).toMatchSnapshot();
  });

  test('of a contract, those of operations that may be', () => {
    const contract = { operations: [{ id: 'list', method: 'GET', path: '/users', retriable: true }, { id: 'add', method: 'POST', path: '/users', retriable: false }] };
    const users = new HttpService(declared.topology, 'users', { provider: HttpProvider.workload(declared.workload('users'), { targetPort: 8080 }), contract });
    declared.workload('web').calls(users, { retry, operations: ['list', 'add'] });
    const [{ spec: { rules } }] = routes();
    expect(rules.map(({ matches, retry: repeated }: any) => [matches, repeated?.attempts])).toEqual([[[{ path: { type: 'Exact', value: '/users' }, method: 'GET' }], 2], [undefined, undefined]]);
  });

  test('callers that differ have no route, and are not repeated alike; nor are they beside a gateway, whose requests would be, too', () => {
    const [users, orders, carts] = ['users', 'orders', 'carts'].map(name => new HttpService(declared.topology, name, { provider: HttpProvider.workload(declared.workload(name), { targetPort: 8080 }) }));
    const [web, app] = ['web', 'app'].map(name => declared.workload(name));
    for (const service of [users, orders, carts]) web.calls(service, { retry });
    app.calls(orders);
    declared.door().exposes(carts, { retry });
    expect([users, orders, carts].map(service => isRepeatedAlike(service, declared.topology._closed()))).toEqual([true, false, false]);
    expect(declared.bound.map(({ name }) => name)).toEqual(['door.carts', 'carts', 'users']);
  });
});

test('the standard channel says nothing of retries', () => {
  declared.workload('web').calls(declared.users(), { retry: RetryPolicy.attempts(2) });
  expect(declared.bound).toEqual([]);
});
