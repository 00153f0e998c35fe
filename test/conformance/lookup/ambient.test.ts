import { Manifest } from '../harness/manifests';
import { Asked } from './asked';
import { Cluster, KnownPod } from './cluster';
import { lookUp } from './look-up';

const pod = (owner: string, labels: Record<string, string> = {}): KnownPod => ({ owner, namespace: 'shop', labels: { app: owner, ...labels }, serviceAccountName: owner });
const object = (kind: string, name: string, spec: object, namespace = 'shop', metadata: object = {}): Manifest => (
  { apiVersion: 'gateway.networking.k8s.io/v1', kind, metadata: { name, namespace, ...metadata }, spec });
const enrolled = (labels: Record<string, string> = {}) => ({ labels: { 'istio.io/use-waypoint': 'way', ...labels } });
const port = (protocol = 'http') => ({ name: protocol, port: 80, targetPort: 8080, appProtocol: protocol });
const service = (name: string, metadata: object = {}, spec: object = {}) => object('Service', name, { selector: { app: 'api' }, ports: [port()], ...spec }, 'shop', metadata);
const listener = { name: 'mesh', port: 15_008, protocol: 'HBONE' };
const gateway = (spec: object = {}, metadata: object = {}, namespace = 'shop') => object('Gateway', 'way', { gatewayClassName: 'istio-waypoint', listeners: [listener], ...spec }, namespace, metadata);
const WAY = [service('api', enrolled()), gateway()];
const V1 = object('Service', 'api-v1', { selector: { app: 'api', version: 'v1' }, ports: [port()] });
const V2 = object('Service', 'api-v2', { selector: { app: 'api', version: 'v2' }, ports: [port()] });
const HOST = 'api.shop.svc.cluster.local';
const web = { namespace: 'shop', labels: { app: 'web' }, principal: 'cluster.local/ns/shop/sa/web' };
const plain = { namespace: 'shop', labels: {}, address: '203.0.113.7' };
const token = { issuer: 'iss', subject: 'me', audiences: ['shop'] };

function answer(objects: Manifest[], asked: Partial<Asked> = {}) {
  const cluster = new Cluster(objects, [pod('api-v1', { app: 'api', version: 'v1' }), pod('api-v2', { app: 'api', version: 'v2' })], 'cluster.local', { isAmbient: true });
  return lookUp(cluster, { caller: web, host: HOST, port: 80, method: 'GET', path: '/', ...asked });
}

const policy = (spec: object, namespace = 'shop') => object('AuthorizationPolicy', 'p', spec, namespace);
const ofService = (name = 'api') => ({ targetRefs: [{ kind: 'Service', group: '', name }] });
const ofGateway = { targetRefs: [{ kind: 'Gateway', group: 'gateway.networking.k8s.io', name: 'way' }] };
const ofClass = { targetRefs: [{ kind: 'GatewayClass', group: 'gateway.networking.k8s.io', name: 'istio-waypoint' }] };
const ofPods = { selector: { matchLabels: { app: 'api' } } };
const from = (source: object, operation?: object) => ({ from: [{ source }], ...operation && { to: [{ operation }] } });
const anybody = { rules: [{}] };
const identity = (name: string) => ({ principals: [`cluster.local/ns/shop/sa/${name}`] });
const stranger = { caller: { ...web, principal: 'cluster.local/ns/shop/sa/other' } };
const strict = object('PeerAuthentication', 'api', { ...ofPods, mtls: { mode: 'STRICT' } });
const throughWay = policy({ ...ofPods, rules: [from(identity('way'))] });

const parent = { kind: 'Service', group: '', name: 'api' };
const to = (name: string, weight?: number) => ({ name, port: 80, weight });
const bound = (rules: object[], { kind = 'HTTPRoute', name = 'api', namespace = 'shop', ...ref }: Record<string, any> = {}) => object(kind, name, { parentRefs: [{ ...parent, ...ref }], rules }, namespace);
const redirects = (statusCode?: number) => ({ filters: [{ type: 'RequestRedirect', requestRedirect: { statusCode } }] });
const path = (value: string, type?: string) => ({ path: { type, value } });
const header = (name: string, value: string, type?: string) => ({ name, value, type });

test('through a waypoint a request arrives, is repeated as Istio does it, and waits without end; past it nothing repeats it', () => {
  const all = { outcome: 'answered', shares: { 'api-v1, api-v2': 100 }, connecting: {} };
  expect([answer(WAY), answer([service('api')])]).toEqual([{ ...all, timeout: undefined, retries: 'own' }, all]);
});

/** The waypoint refuses everything, so that what is answered went past it. */
test.each<[string, Manifest[], Partial<Asked>, 'past' | 'through']>([
  ['a Service that names a waypoint', [service('api', enrolled()), gateway()], {}, 'through'],
  ['one that names none', [service('api'), gateway()], {}, 'past'],
  ['one whose namespace does', [service('api'), gateway(), object('Namespace', 'shop', {}, undefined, enrolled())], {}, 'through'],
  ['one that wants none', [service('api', enrolled({ 'istio.io/use-waypoint': 'none' })), gateway(), object('Namespace', 'shop', {}, undefined, enrolled())], {}, 'past'],
  ['one of a namespace of its own, for all', [service('api', enrolled({ 'istio.io/use-waypoint-namespace': 'ways' })), gateway({ listeners: [{ ...listener, allowedRoutes: { namespaces: { from: 'All' } } }] }, {}, 'ways')], {}, 'through'],
  ['or for some', [service('api', enrolled({ 'istio.io/use-waypoint-namespace': 'ways' })), gateway({ listeners: [{ ...listener, allowedRoutes: { namespaces: { from: 'Selector', selector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } } } }] }, {}, 'ways')], {}, 'through'],
  ['or for itself', [service('api', enrolled({ 'istio.io/use-waypoint-namespace': 'ways' })), gateway({}, {}, 'ways')], {}, 'past'],
  ['a waypoint for pods', [service('api', enrolled()), gateway({}, { labels: { 'istio.io/waypoint-for': 'workload' } })], {}, 'past'],
  ['and for all', [service('api', enrolled()), gateway({}, { labels: { 'istio.io/waypoint-for': 'all' } })], {}, 'through'],
  ['a gateway that is no waypoint', [service('api', enrolled()), gateway({ gatewayClassName: 'istio' })], {}, 'past'],
  ['a waypoint that listens for nothing', [service('api', enrolled()), gateway({ listeners: [] })], {}, 'past'],
  ['a headless Service', [service('api', enrolled(), { clusterIP: 'None' }), gateway()], {}, 'past'],
  ['who is not in the mesh', WAY, { caller: plain }, 'past'],
  ['who comes through a gateway', WAY, { caller: { ...web, isGateway: true } }, 'past'],
  ['and where the Service wants that', [service('api', enrolled({ 'istio.io/ingress-use-waypoint': 'true' })), gateway()], { caller: { ...web, isGateway: true } }, 'through'],
])('%s', (_, objects, asked, way) => {
  const found = ['shop', 'ways'].map(namespace => policy({ ...ofGateway }, namespace));
  expect(answer([...objects, ...found], asked).outcome).toBe(way === 'past' ? 'answered' : 'denied');
});

test.each<[string, Manifest[], Partial<Asked>, string]>([
  ['a policy about the Service lets in whom it names', [policy({ ...ofService(), rules: [from(identity('web'))] })], {}, 'answered'],
  ['and nobody else', [policy({ ...ofService(), rules: [from(identity('web'))] })], stranger, 'denied'],
  ['ports of policies are those of the Service', [policy({ ...ofService(), rules: [from(identity('web'), { ports: ['80'] })] })], {}, 'answered'],
  ['and not those of pods', [policy({ ...ofService(), rules: [from(identity('web'), { ports: ['8080'] })] })], {}, 'denied'],
  ['a policy about another Service is none', [policy({ ...ofService('api-v1') })], {}, 'answered'],
  ['nor is one of another namespace', [policy({ ...ofService() }, 'other')], {}, 'answered'],
  ['what is let in about the Service is so about the gateway', [policy(ofGateway), policy({ ...ofService(), ...anybody })], {}, 'answered'],
  ['and a gateway that lets in nobody closes a Service without a policy', [policy(ofGateway)], {}, 'denied'],
  ['as all waypoints do that the root namespace closes', [policy(ofClass, 'istio-system')], {}, 'denied'],
  ['and no other namespace', [policy(ofClass)], {}, 'answered'],
  ['what is denied is denied to whom something lets in', [policy({ ...ofGateway, action: 'DENY', rules: [{ to: [{ operation: { methods: ['GET'] } }] }] }), policy({ ...ofService(), ...anybody })], {}, 'denied'],
  ['a path that is not let in is refused', [policy({ ...ofService(), rules: [from(identity('web'), { paths: ['/a/{*}'] })] })], { path: '/b' }, 'denied'],
  ['a policy about the namespace is the pods\' alone', [policy({}), throughWay], {}, 'answered'],
  ['pods see the waypoint', [throughWay], {}, 'answered'],
  ['and not who called', [policy({ ...ofPods, rules: [from(identity('web'))] })], {}, 'denied'],
  ['whoever dials a pod is seen', [policy({ ...ofPods, rules: [from(identity('way'))] })], { caller: plain }, 'denied'],
  ['mutual TLS refuses who does not start it', [strict], { caller: plain }, 'refused without mutual TLS'],
  ['and takes the waypoint', [strict, throughWay], {}, 'answered'],
  ['a node does not see requests, and lets in by no rule about them', [policy({ ...ofPods, rules: [from(identity('way'), { methods: ['GET'] })] })], {}, 'denied'],
  ['nor by one about a client behind a proxy', [policy({ ...ofPods, rules: [from({ remoteIpBlocks: ['0.0.0.0/0'] })] })], { forwardedFor: '203.0.113.7' }, 'denied'],
  ['what it denies it denies whatever the request', [policy({ ...ofPods, action: 'DENY', rules: [{ to: [{ operation: { methods: ['PUT'] } }] }] })], {}, 'denied'],
  ['it asks nobody else', [policy({ ...ofPods, action: 'CUSTOM', provider: { name: 'a' }, ...anybody })], {}, 'answered'],
  ['a waypoint does', [policy({ ...ofService(), action: 'CUSTOM', provider: { name: 'a' }, ...anybody })], {}, 'denied'],
  ['what is tried does nothing', [{ ...policy(ofService()), metadata: { name: 'p', namespace: 'shop', annotations: { 'istio.io/dry-run': 'true' } } }], {}, 'answered'],
  ['a token of another issuer is refused', [object('RequestAuthentication', 'api', { ...ofService(), jwtRules: [{ issuer: 'other' }] })], { token }, 'token refused'],
  ['and one that is known is not', [object('RequestAuthentication', 'api', { ...ofService(), jwtRules: [{ issuer: 'iss', audiences: ['shop'] }] })], { token }, 'answered'],
  ['tokens are nothing to nodes', [object('RequestAuthentication', 'api', { ...ofPods, jwtRules: [{ issuer: 'other' }] })], { token }, 'answered'],
  ['a port that the Service has not is not reached', [], { port: 81 }, 'unknown host'],
  ['nor is a Service that is not there', [], { host: 'no.shop.svc.cluster.local' }, 'unknown host'],
  ['nodes let everything out', [], { host: 'example.com' }, 'answered'],
])('%s', (_, objects, asked, outcome) => {
  expect(answer([...WAY, ...objects], asked).outcome).toBe(outcome);
});

test.each<[string, Manifest[], Partial<Asked>, string]>([
  ['a route answers by itself', [bound([redirects(308)])], {}, 'status 308'],
  ['by 302, if it does not say how', [bound([redirects()])], {}, 'status 302'],
  ['to who is let in alone', [bound([redirects()]), policy(ofService())], {}, 'denied'],
  ['what no route matches is not found', [bound([{ matches: [path('/a')], backendRefs: [to('api')] }])], {}, 'status 404'],
  ['a route to nowhere is an error', [bound([{}])], {}, 'status 500'],
  ['or one of no weight', [bound([{ backendRefs: [to('api', 0)] }])], {}, 'status 500'],
  ['one to a Service that is not there reaches nobody', [bound([{ backendRefs: [to('else')] }])], {}, 'unknown host'],
  ['routes of another port are nothing', [bound([redirects()], { port: 81 })], {}, 'answered'],
  ['those of the port are', [bound([redirects()], { port: 80 })], {}, 'status 302'],
  ['by its name too', [bound([redirects()], { sectionName: 'http' })], {}, 'status 302'],
  ['and not by another', [bound([redirects()], { sectionName: 'grpc' })], {}, 'answered'],
  ['routes of gateways are nothing', [bound([redirects()], { ...{ group: 'gateway.networking.k8s.io' } })], {}, 'answered'],
  ['nor are those of another Service', [object('HTTPRoute', 'x', { parentRefs: [{ ...parent, name: 'api-v1' }], rules: [redirects()] })], {}, 'answered'],
  ['nor those that a caller\'s namespace has for itself', [object('HTTPRoute', 'x', { parentRefs: [{ ...parent, namespace: 'shop' }], rules: [redirects()] }, 'other')], {}, 'answered'],
  ['a Service without a waypoint has no routes', [bound([redirects()])], { host: 'api-v1.shop.svc.cluster.local' }, 'answered'],
])('%s', (_, objects, asked, outcome) => {
  expect(answer([...WAY, V1, ...objects], asked).outcome).toBe(outcome);
});

/** Each rule answers by a status of its own. */
function taken(matches: readonly (object | undefined)[], asked: Partial<Asked> = {}, kind = 'HTTPRoute') {
  const rules = matches.map((match, nth) => ({ ...match && { matches: [match] }, ...redirects(301 + nth) }));
  return Number(answer([...WAY, bound(rules, { kind })], asked).outcome.replace('status ', '')) - 301;
}

test.each<[string, (object | undefined)[], Partial<Asked>, number]>([
  ['a whole path goes before what it begins with', [path('/a/b/c/'), path('/a/b/c', 'Exact')], { path: '/a/b/c' }, 1],
  ['a longer beginning before a shorter one', [path('/a'), path('/a/b')], { path: '/a/b' }, 1],
  ['any beginning before an expression', [path('/a/[a-z]+/very/long', 'RegularExpression'), undefined], { path: '/a/b/very/long' }, 1],
  ['a method before headers', [{ headers: [header('a', '1'), header('b', '1')] }, { method: 'GET' }], { headers: { a: '1', b: '1' } }, 1],
  ['more headers before fewer', [{ headers: [header('a', '1')] }, { headers: [header('a', '1'), header('b', '1')] }], { headers: { a: '1', b: '1' } }, 1],
  ['headers before parameters', [{ queryParams: [header('p', '1')] }, { headers: [header('a', '1')] }], { path: '/?p=1', headers: { a: '1' } }, 1],
  ['parameters before nothing', [undefined, { queryParams: [header('p', '1')] }], { path: '/?p=1' }, 1],
  ['of equals the first', [path('/a'), path('/a')], { path: '/a' }, 0],
  ['a beginning is of whole segments', [path('/a'), path('/')], { path: '/ab' }, 1],
  ['and takes what is below', [path('/a'), path('/')], { path: '/a/b?c' }, 0],
  ['whatever slash it ends with', [path('/a/'), path('/')], { path: '/a' }, 0],
  ['names of headers are compared whatever their case', [{ headers: [header('X-A', '1')] }, undefined], { headers: { 'x-a': '1' } }, 0],
  ['whole values', [{ headers: [header('x-a', '1')] }, undefined], { headers: { 'x-a': '12' } }, 1],
  ['and expressions of whole values', [{ headers: [header('x-a', '[0-9]', 'RegularExpression')] }, undefined], { headers: { 'x-a': '12' } }, 1],
  ['of two headers with one name the first is asked for', [{ headers: [header('x-a', '1'), header('X-A', '2')] }, undefined], { headers: { 'x-a': '1' } }, 0],
  ['another method', [{ method: 'PUT' }, undefined], {}, 1],
  ['an expression is of the whole path', [path('/a/[a-z]+', 'RegularExpression'), path('/b')], { path: '/a/b' }, 0],
])('of rules %s', (_, matches, asked, nth) => {
  expect(taken(matches, asked)).toBe(nth);
});

test.each<[string, (object | undefined)[], Partial<Asked>, number]>([
  ['a method', [{ method: { service: 'a.B', method: 'Get' } }, undefined], { path: '/a.B/Get' }, 0],
  ['another', [{ method: { service: 'a.B', method: 'Get' } }, undefined], { path: '/a.B/Put' }, 1],
  ['all of a service', [undefined, { method: { service: 'a.B' } }], { path: '/a.B/Put' }, 1],
  ['one method before all of the service', [{ method: { service: 'a.B' } }, { method: { service: 'a.B', method: 'Get' } }], { path: '/a.B/Get' }, 1],
  ['headers', [undefined, { headers: [header('x', '1')] }], { path: '/a.B/Get', headers: { x: '1' } }, 1],
  ['methods before headers', [{ headers: [header('x', '1')] }, { method: { method: 'Get' } }], { path: '/a.B/Get', headers: { x: '1' } }, 1],
  ['expressions of whole names', [{ method: { type: 'RegularExpression', service: 'a..', method: 'G.t' } }, undefined], { path: '/a.B/Get' }, 0],
])('of rules of gRPC %s', (_, matches, asked, nth) => {
  expect(taken(matches, { method: 'POST', ...asked }, 'GRPCRoute')).toBe(nth);
});

test('rules of several routes are compared with one another, and of equals the first by name is taken', () => {
  const routes = [bound([redirects(302)], { name: 'b' }), bound([redirects(301), { matches: [path('/a')], ...redirects(303) }], { name: 'a' })];
  expect(['/', '/a'].map(asked => answer([...WAY, ...routes], { path: asked }).outcome)).toEqual(['status 301', 'status 303']);
});

test('a route leads to other Services, in its shares, for as long as it says', () => {
  const { shares, timeout } = answer([...WAY, V1, V2, bound([{ backendRefs: [to('api-v1', 3), to('api-v2'), to('api', 0)], timeouts: { request: '1m30s' } }])]);
  expect([shares, timeout]).toEqual([{ 'api-v1': 75, 'api-v2': 25 }, 90_000]);
  expect(answer([...WAY, bound([{ backendRefs: [to('api')], timeouts: { request: '0s' } }])]).timeout).toBeUndefined();
});

test('connections are led by routes of their own, which wait without end and repeat nothing', () => {
  const bytes = [service('api', enrolled(), { ports: [port('tcp')] }), gateway(), V1];
  const routes = [bound([{ backendRefs: [to('api-v1')] }], { kind: 'TCPRoute' }), bound([redirects()])];
  expect(answer([...bytes, ...routes], { method: undefined })).toEqual({ outcome: 'answered', shares: { 'api-v1': 100 }, timeout: undefined, retries: undefined, connecting: {} });
  expect(answer([...bytes, bound([redirects()])], { method: undefined }).shares).toEqual({ 'api-v1, api-v2': 100 });
});

test('a policy about the Service that was asked for is asked, and none about those that a route leads to', () => {
  const route = bound([{ backendRefs: [to('api-v1')] }]);
  expect(['api-v1', 'api'].map(name => answer([...WAY, V1, route, policy(ofService(name))]).outcome)).toEqual(['answered', 'denied']);
});

test('each Service that a route leads to is connected to by a rule of its own, in its namespace', () => {
  const rule = (host: string, maxConnections: number, namespace = 'shop') => (
    object('DestinationRule', host, { host: `${host}.shop.svc.cluster.local`, trafficPolicy: { connectionPool: { tcp: { maxConnections } } } }, namespace));
  const route = bound([{ backendRefs: [to('api-v1'), to('api-v2')] }]);
  const found = (...rules: Manifest[]) => answer([...WAY, V1, V2, route, ...rules]).connecting;
  expect(found(rule('api', 1), rule('api-v1', 2), rule('api-v2', 2))).toEqual({ pool: { 'tcp.maxConnections': 2 } });
  expect(found(rule('api-v1', 2))?.balancing).toContain('differs');
  expect(answer([...WAY, rule('api', 1)]).connecting).toEqual({ pool: { 'tcp.maxConnections': 1 } });
  expect(answer([service('api'), rule('api', 1)]).connecting).toEqual({});
});

test('what a route repeats is told by its statuses, beside what each that repeats does', () => {
  const always = ['connect-failure', 'refused-stream', 'unavailable', 'cancelled'];
  expect(answer([...WAY, bound([{ backendRefs: [to('api')], retry: { codes: [503, 409], attempts: 1, backoff: '25ms' } }])]).retries).toEqual({ attempts: 1, on: [...always, '503', '409'], backoff: 25 });
  expect(answer([...WAY, bound([{ backendRefs: [to('api')], retry: {} }])]).retries).toEqual({ attempts: 2, on: always, backoff: undefined });
});

test('what the evaluation does not know it does not pass over', () => {
  const unknown = [{ retry: { budget: 1 } }, { timeouts: { backendRequest: '1s' } }, { filters: [{ type: 'ExtensionRef' }] }, { backendRefs: [{ ...to('api'), namespace: 'other' }] }];
  for (const rule of unknown) expect(() => answer([...WAY, bound([rule])])).toThrow('the evaluation knows no');
  expect(() => answer([...WAY, bound([redirects()]), bound([redirects()], { kind: 'GRPCRoute' })])).toThrow('HTTPRoute and GRPCRoute are bound');
  expect(() => answer([...WAY, policy({ targetRefs: [{ kind: 'ServiceEntry', group: 'networking.istio.io', name: 'x' }] })])).toThrow('no policy about ServiceEntry');
});
