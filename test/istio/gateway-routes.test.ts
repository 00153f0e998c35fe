import { Duration } from 'cdk8s';
import { ExposeOptions, GatewayListener, HttpMatch, HttpProvider, HttpRoute, HttpService, RetryCondition, RetryPolicy, StringMatch, Tls } from '../../src';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

const { uri, header } = HttpMatch;
const { exact, prefix } = StringMatch;
let declared: MeshDeclaration;
beforeEach(() => { declared = new MeshDeclaration(); });
const routes = (host = 'any', namespace = 'shop') => declared.spec('VirtualService', `door.${host}`, namespace);
const secure = () => new HttpService(declared.topology, 'secure', { provider: HttpProvider.workload(declared.workload('secure'), { port: 443, tls: Tls.byClient() }) });
const ALL_OPTIONS: Required<ExposeOptions> = {
  hosts: ['shop.example.com'], port: 80, matches: [uri(prefix('/api/')), header('x-api', 'yes')], routes: [HttpRoute.split({ v1: 95, v2: 5 })], timeout: Duration.seconds(5),
  retry: RetryPolicy.attempts(1, { on: [RetryCondition.CONNECT_FAILURE] }), rewrite: { uri: '/' }, requestHeaders: { set: { 'x-from': 'door' } }, responseHeaders: { remove: ['server'] },
  cors: { allowOrigins: [exact('https://shop.example.com')] }, mirrors: [{ version: 'v2', percentage: 1 }],
};

test('of the smallest case: every request to any host, of which nothing is repeated', () => {
  newGateway(declared.topology).exposes(declared.users());
  expect(declared.object('VirtualService', 'door.any')).toMatchSnapshot();
});

test('of every option', () => {
  newGateway(declared.topology, { configNamespace: 'istio-ingress', listeners: [GatewayListener.http({ hosts: ['*.example.com'] })] }).exposes(declared.users({}, ['v1', 'v2']), ALL_OPTIONS);
  expect(routes('shop.example.com', 'istio-ingress')).toMatchSnapshot();
});

test('the canary and the header route of the service act behind the gateway, with the gateway\'s own time limit', () => {
  const canary = [HttpRoute.when(header('end-user', 'jason')).to('v2'), HttpRoute.split({ v1: 90, v2: 10 })];
  newGateway(declared.topology).exposes(declared.users({ routes: canary }, ['v1', 'v2']), { timeout: Duration.seconds(3) });
  expect(routes().http).toEqual([
    expect.objectContaining({ name: 'users-api-header-end-user-jason', match: [{ headers: { 'end-user': { exact: 'jason' } } }], timeout: '3s', route: [expect.objectContaining({ destination: expect.objectContaining({ subset: 'v2' }) })] }),
    expect.objectContaining({ name: 'users-api-split', timeout: '3s', route: [expect.objectContaining({ weight: 90 }), expect.objectContaining({ weight: 10 })] }),
  ]);
  expect(declared.spec('DestinationRule', 'users-api').exportTo).toEqual(['.', 'istio-ingress']);
});

test('of services at one host the most specific requests come first, whatever was said first', () => {
  const door = newGateway(declared.topology);
  const [web, api] = declared.workloads('web', 'api').map(workload => declared.api(workload));
  door.exposes(web);
  door.exposes(api, { matches: [uri(prefix('/api/')), uri(exact('/'))] });
  door.exposes(web, { matches: [uri(exact('/api/docs'))] });
  const uris = (match: { uri?: object }[]) => match.map(each => Object.values(each.uri ?? {})[0]);
  const asked = ({ match = [{}], name }: { match?: { uri?: object }[]; name: string }) => [name, ...uris(match)];
  expect(routes().http.map(asked)).toEqual([
    ['web-api-uri-api-docs-all', '/api/docs'], ['api-api-uri-or-uri-api-all', '/', '/api/'], ['web-api-all', undefined],
  ]);
});

test('a third party is asked by its own host, unless it is said otherwise', () => {
  const door = newGateway(declared.topology);
  const payments = declared.payments();
  door.exposes(payments, { matches: [uri(prefix('/pay/'))], rewrite: { uri: '/' } });
  door.exposes(payments, { matches: [uri(prefix('/v2/'))], rewrite: { authority: 'v2.example.com' } });
  expect(routes().http.map(({ rewrite }: { rewrite: object }) => rewrite)).toEqual([{ uri: '/', authority: 'payments.example.com' }, { authority: 'v2.example.com' }]);
  expect(declared.named('ServiceEntry')).toEqual(['shop/payments']);
});

test('what rules a third party stands where all else about the gateway does, seen by its pods alone', () => {
  newGateway(declared.topology).exposes(declared.payments());
  const entry = () => declared.spec('ServiceEntry', 'payments');
  expect([entry().exportTo, declared.spec('DestinationRule', 'payments').exportTo]).toEqual([['istio-ingress'], ['istio-ingress']]);
  expect(declared.named('VirtualService')).toEqual(['shop/door.any']);
});

test('workloads that call the third party too see the same objects', () => {
  const payments = declared.payments();
  newGateway(declared.topology).exposes(payments);
  declared.workload('web').calls(payments, { timeout: Duration.seconds(2) });
  expect(declared.spec('ServiceEntry', 'payments').exportTo).toEqual(['.', 'istio-ingress']);
  expect(declared.named('VirtualService')).toEqual(['shop/payments', 'shop/door.any']);
});

test('a host is bound to the listener that names it most closely, and where that demands a certificate to no wider one', () => {
  const [wide, staff] = [['*.example.com'], ['staff.example.com']].map(hosts => GatewayListener.https({ hosts, certificateSecret: 'tls' }));
  const door = newGateway(declared.topology, { listeners: [wide, staff, GatewayListener.http({ hosts: ['*.example.com'] })] });
  const users = declared.users();
  for (const host of ['staff.example.com', 'shop.example.com']) door.exposes(users, { hosts: [host] });
  expect(routes('staff.example.com').gateways).toEqual(['shop/door-http-80-example-com-any', 'shop/door-https-443-staff-example-com']);
  expect(routes('shop.example.com').gateways).toEqual(['shop/door-http-80-example-com-any', 'shop/door-https-443-example-com-any']);
});

test('a prefix of "/" alone is every path, and asks for none', () => {
  newGateway(declared.topology).exposes(declared.users(), { matches: [uri(prefix('/'))] });
  expect(routes().http.map(({ name, match }: { name: string; match: unknown }) => [name, match])).toEqual([['users-api-all', undefined]]);
});

test('routes for other workloads are none of what comes through the gateway; nor do its calls change theirs', () => {
  const web = declared.workload('web');
  const mine = [HttpRoute.when(HttpMatch.fromWorkload(web)).to('v2'), HttpRoute.when(HttpMatch.fromNamespace('istio-ingress')).to('v1'), HttpRoute.toAnyVersion()];
  const users = declared.users({ routes: mine }, ['v1', 'v2']);
  web.calls(users);
  newGateway(declared.topology).exposes(users, { timeout: Duration.seconds(1) });
  expect(routes().http.map(({ name, match }: { name: string; match?: unknown }) => [name, match])).toEqual([['users-api-from-istio-ingress', undefined], ['users-api-all', undefined]]);
  expect(declared.spec('VirtualService', 'users-api').http).toHaveLength(3);
});

test('connections are passed on by the name that clients ask for, or by the port', () => {
  const door = newGateway(declared.topology, { listeners: [GatewayListener.tlsPassthrough({ hosts: ['users.example.com'] }), GatewayListener.tcp(9000)] });
  door.exposes(secure());
  door.exposes(declared.tcp('echo'));
  const destination = (name: string, number: number) => [{ destination: { host: `${name}.shop.svc.cluster.local`, port: { number } } }];
  expect(routes('users.example.com').tls).toEqual([{ match: [{ port: 443, sniHosts: ['users.example.com'] }], route: destination('secure', 443) }]);
  expect(routes().tcp).toEqual([{ match: [{ port: 9000 }], route: destination('echo', 5000) }]);
});

test('through a Gateway that is there, connections go by the hosts that are said, or by the port', () => {
  const door = newGateway(declared.topology, { existingGateway: 'istio-ingress/public' });
  door.exposes(declared.tcp('echo'), { port: 9000 });
  door.exposes(secure(), { hosts: ['secure.example.com'] });
  expect([routes().tcp[0].match, routes('secure.example.com').tls[0].match]).toEqual([[{ port: 9000 }], [{ sniHosts: ['secure.example.com'] }]]);
});

test('what the gateway names of a third party\'s operations is all that comes through, and the mesh lets nobody else', () => {
  const payments = declared.payments({ contract: { operations: [{ id: 'pay', method: 'POST', path: '/pay', retriable: false }] } });
  const door = newGateway(declared.topology);
  door.calls(payments, { operations: ['pay'] });
  door.exposes(payments);
  expect(routes().http.map(({ match }: { match: unknown }) => match)).toEqual([[{ method: { exact: 'POST' }, uri: { exact: '/pay' } }]]);
  expect(declared.spec('VirtualService', 'payments').http).toEqual([{ name: 'undeclared', directResponse: { status: 403 } }]);
});
