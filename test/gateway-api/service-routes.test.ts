import { Duration } from 'cdk8s';
import { ExposeOptions, GrpcProvider, GrpcService, HttpMatch, HttpRoute, StringMatch, TcpProvider, TcpService } from '../../src';
import { isRuledAlike } from '../../src/gateway-api/service-routes';
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
