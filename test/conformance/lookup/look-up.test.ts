import { Manifest } from '../harness/manifests';
import { Asked } from './asked';
import { Cluster, KnownPod } from './cluster';
import { lookUp } from './look-up';

const pod = (owner: string, namespace = 'shop', labels: Record<string, string> = {}): KnownPod => ({ owner, namespace, labels: { app: owner, ...labels }, serviceAccountName: owner });
const object = (kind: string, name: string, spec: object, namespace = 'shop'): Manifest => ({ apiVersion: 'v1', kind, metadata: { name, namespace }, spec });
const API = object('Service', 'api', { selector: { app: 'api' }, ports: [{ name: 'http', port: 80, targetPort: 8080, appProtocol: 'http' }] });
const HOST = 'api.shop.svc.cluster.local';

function answer(objects: Manifest[], asked: Partial<Asked> = {}) {
  const cluster = new Cluster([API, ...objects], [pod('api', 'shop', { version: 'v1' }), pod('web'), pod('web', 'other')], 'cluster.local');
  return lookUp(cluster, { caller: { namespace: 'shop', labels: { app: 'web' }, principal: 'cluster.local/ns/shop/sa/web' }, host: HOST, port: 80, method: 'GET', path: '/', ...asked });
}

const elsewhere = { namespace: 'other', labels: { app: 'web' }, principal: 'cluster.local/ns/other/sa/web' };
const to = (subset?: string, weight?: number) => ({ destination: { host: HOST, port: { number: 80 }, subset }, weight });
const routes = (name: string, http: object[], exportTo = ['.'], namespace = 'shop') => object('VirtualService', name, { hosts: [HOST], exportTo, http }, namespace);
const rule = (name: string, spec: object, namespace = 'shop') => object('DestinationRule', name, { host: HOST, exportTo: ['.', 'other'], ...spec }, namespace);
const allow = (rules?: object[]) => object('AuthorizationPolicy', 'api', { selector: { matchLabels: { app: 'api' } }, action: 'ALLOW', rules });
const deny = (rules: object[], metadata: object = {}): Manifest => {
  const made = object('AuthorizationPolicy', 'no', { selector: { matchLabels: { app: 'api' } }, action: 'DENY', rules });
  return { ...made, metadata: { ...made.metadata, ...metadata } };
};
const tokens = () => object('RequestAuthentication', 'api', { selector: { matchLabels: { app: 'api' } }, jwtRules: [{ issuer: 'iss', audiences: ['shop'] }] });
const token = { issuer: 'iss', subject: 'me', audiences: ['shop'], claims: { groups: ['staff', 'else'] } };
const TCP = object('Service', 'bytes', { selector: { app: 'api' }, ports: [{ name: 'tcp', port: 80, targetPort: 8080, appProtocol: 'tcp' }] });
const BYTES = { host: 'bytes.shop.svc.cluster.local' };
const plain = { namespace: 'shop', labels: {}, address: '203.0.113.7' };
const from = (source: object) => ({ from: [{ source }] });
const strict = (portLevelMtls: object, mtls: object = { mode: 'STRICT' }) => object('PeerAuthentication', 'api', { selector: { matchLabels: { app: 'api' } }, mtls, portLevelMtls });
const ofAll = (mtls: object, namespace = 'shop') => object('PeerAuthentication', 'default', { mtls }, namespace);
const told = (...hosts: string[]) => object('Sidecar', 'web', { workloadSelector: { labels: { app: 'web' } }, egress: [{ hosts }] });
const nobody = (namespace: string) => object('AuthorizationPolicy', 'allow-nothing', { action: 'ALLOW' }, namespace);

test('without rules a request arrives, is repeated as Istio does it, and waits without end', () => {
  expect(answer([])).toEqual({ outcome: 'answered', shares: { api: 100 }, timeout: undefined, retries: 'own', connecting: {} });
});

test.each<[string, Manifest[], Partial<Asked>, string]>([
  ['a host that nobody knows is not reached', [], { host: 'nobody.example.com' }, 'unknown host'],
  ['a host that its sidecar is told of is reached', [told(`./${HOST}`)], {}, 'answered'],
  ['a host that its sidecar is not told of is not reached', [told('other/*', './api.example.com')], {}, 'unknown host'],
  ['a Sidecar of other pods says nothing', [told()], { caller: { namespace: 'shop', labels: {}, principal: 'cluster.local/ns/shop/sa/x' } }, 'answered'],
  ['nor does one to who has no sidecar', [told()], { caller: { namespace: 'shop', labels: { app: 'web' } } }, 'answered'],
  ['hosts of any namespace are told by a wildcard', [told('*/*.shop.svc.cluster.local')], {}, 'answered'],
  ['routes of which a sidecar is not told do nothing', [told(`shop/${HOST}`), routes('own', [{ directResponse: { status: 418 } }], ['*'], 'other')], {}, 'answered'],
  ['and those of which it is told do', [told(`shop/${HOST}`, 'other/*'), routes('own', [{ directResponse: { status: 418 } }], ['*'], 'other')], {}, 'status 418'],
  ['a port that the service has not is not reached', [], { port: 81 }, 'unknown host'],
  ['a policy without rules denies everything', [allow()], {}, 'denied'],
  ['a policy lets in whom it names', [allow([{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }], to: [{ operation: { ports: ['8080'] } }] }])], {}, 'answered'],
  ['ports of policies are those of pods', [allow([{ to: [{ operation: { ports: ['80'] } }] }])], {}, 'denied'],
  ['a template is one segment', [allow([{ to: [{ operation: { methods: ['GET'], paths: ['/a/{*}'] } }] }])], { path: '/a/b' }, 'answered'],
  ['and not two', [allow([{ to: [{ operation: { methods: ['GET'], paths: ['/a/{*}'] } }] }])], { path: '/a/b/c' }, 'denied'],
  ['what is excepted is denied', [allow([{ to: [{ operation: { paths: ['/a/{*}'], notPaths: ['/a/b'] } }] }])], { path: '/a/b' }, 'denied'],
  ['the query is no part of a path', [allow([{ to: [{ operation: { paths: ['/a'] } }] }])], { path: '/a?b' }, 'answered'],
  ['strict mutual TLS refuses who has no sidecar', [object('PeerAuthentication', 'api', { selector: { matchLabels: { app: 'api' } }, mtls: { mode: 'STRICT' } })], { caller: { namespace: 'shop', labels: {} } }, 'refused without mutual TLS'],
  ['strict mutual TLS with an exception at the port of the pods takes who has no sidecar', [strict({ 8080: { mode: 'PERMISSIVE' } })], { caller: plain }, 'answered'],
  ['and not where the exception is of another port', [strict({ 80: { mode: 'PERMISSIVE' } })], { caller: plain }, 'refused without mutual TLS'],
  ['who has no identity is none of any', [strict({ 8080: { mode: 'PERMISSIVE' } }), allow([from({ notPrincipals: ['*'] })])], { caller: plain }, 'answered'],
  ['and who has one is one', [allow([from({ notPrincipals: ['*'] })])], {}, 'denied'],
  ['addresses are let in', [allow([from({ notPrincipals: ['*'], ipBlocks: ['203.0.113.0/24'] })])], { caller: plain }, 'answered'],
  ['and no others', [allow([from({ ipBlocks: ['198.51.100.0/24'] })])], { caller: plain }, 'denied'],
  ['no source is anybody', [strict({ 8080: { mode: 'PERMISSIVE' } }), allow([{ to: [{ operation: { ports: ['8080'] } }] }])], { caller: plain }, 'answered'],
  ['clients behind a proxy are those that it tells of', [allow([from({ remoteIpBlocks: ['203.0.113.0/24'] })])], { forwardedFor: '203.0.113.7' }, 'answered'],
  ['and no others', [allow([from({ remoteIpBlocks: ['203.0.113.0/24'] })])], { forwardedFor: '198.51.100.1' }, 'denied'],
  ['what is denied is denied to whom something lets in', [allow([{}]), deny([{ to: [{ operation: { methods: ['GET'] } }] }])], {}, 'denied'],
  ['and nothing else is', [allow([{}]), deny([{ to: [{ operation: { methods: ['PUT'] } }] }])], {}, 'answered'],
  ['what is tried only denies nothing', [deny([{}], { annotations: { 'istio.io/dry-run': 'true' } })], {}, 'answered'],
  ['what is audited goes on', [{ ...deny([{}]), spec: { action: 'AUDIT', rules: [{}] } }], {}, 'answered'],
  ['an authorizer that is not there refuses', [{ ...deny([{}]), spec: { action: 'CUSTOM', provider: { name: 'a' }, rules: [{}] } }], {}, 'denied'],
  ['hosts are compared whatever their case', [deny([{ to: [{ operation: { hosts: ['API.*'] } }] }])], {}, 'denied'],
  ['who is not of a namespace is denied', [deny([from({ notNamespaces: ['shop'] })])], { caller: elsewhere }, 'denied'],
  ['a header is what it says', [deny([{ when: [{ key: 'request.headers[X-User]', values: ['a*'] }] }])], { headers: { 'x-user': 'ab' } }, 'denied'],
  ['and one that is not there is nothing', [deny([{ when: [{ key: 'request.headers[x-user]', values: ['*'] }] }])], {}, 'answered'],
  ['who has no token is of nobody', [tokens(), deny([from({ notRequestPrincipals: ['iss/*'] })])], {}, 'denied'],
  ['who has one is let through', [tokens(), deny([from({ notRequestPrincipals: ['iss/*'] })])], { token }, 'answered'],
  ['no token is refused where none is demanded', [tokens()], {}, 'answered'],
  ['a token of another issuer is refused', [tokens()], { token: { ...token, issuer: 'other' } }, 'token refused'],
  ['and one for others', [tokens()], { token: { ...token, audiences: ['bank'] } }, 'token refused'],
  ['a claim holds one of the texts', [tokens(), deny([{ when: [{ key: 'request.auth.claims[groups]', notValues: ['staff'] }] }])], { token }, 'answered'],
  ['and is denied without', [tokens(), deny([{ when: [{ key: 'request.auth.claims[groups]', notValues: ['admin'] }] }])], { token }, 'denied'],
  ['on TCP a policy that denies leaves out what only requests tell', [TCP, deny([{ to: [{ operation: { methods: ['DELETE'] } }] }])], BYTES, 'denied'],
  ['and one that lets in is ignored', [TCP, allow([{ to: [{ operation: { methods: ['GET'] } }] }])], BYTES, 'denied'],
  ['a port at which mutual TLS is off takes the identity of its callers', [strict({ 8080: { mode: 'DISABLE' } }), allow([from({ namespaces: ['shop'] })])], {}, 'denied'],
  ['what a workload says goes before what its namespace says', [strict({}), object('PeerAuthentication', 'default', { mtls: { mode: 'PERMISSIVE' } })], { caller: plain }, 'refused without mutual TLS'],
  ['a namespace that says nothing does as the mesh does', [ofAll({ mode: 'STRICT' }, 'istio-system'), ofAll({ mode: 'UNSET' })], { caller: plain }, 'refused without mutual TLS'],
  ['a workload that says nothing but of a port does as its namespace does', [ofAll({ mode: 'STRICT' }), strict({ 80: { mode: 'DISABLE' } }, {})], { caller: plain }, 'refused without mutual TLS'],
  ['what the root namespace says of single pods is not looked at', [object('PeerAuthentication', 'api', { selector: { matchLabels: { app: 'api' } }, mtls: { mode: 'STRICT' } }, 'istio-system')], { caller: plain }, 'answered'],
  ['a policy of a namespace that lets in nobody denies everything', [nobody('shop')], {}, 'denied'],
  ['and so does one of the root namespace', [nobody('istio-system')], {}, 'denied'],
  ['but whom another policy lets in', [nobody('shop'), allow([from({ namespaces: ['shop'] })])], {}, 'answered'],
  ['one of another namespace denies nothing', [nobody('other')], {}, 'answered'],
  ['and that before the mesh', [object('PeerAuthentication', 'default', { mtls: { mode: 'STRICT' } }, 'istio-system'), object('PeerAuthentication', 'default', { mtls: { mode: 'PERMISSIVE' } })],
    { caller: plain }, 'answered'],
  ['a route may answer by itself', [routes('api', [{ directResponse: { status: 403 } }])], {}, 'status 403'],
  ['who finds routes of which none takes the request finds nothing', [routes('api', [{ match: [{ method: { exact: 'PUT' } }], route: [to()] }])], {}, 'no route'],
  ['routes for other callers alone are none, and Istio\'s own take their place', [routes('api', [{ match: [{ sourceLabels: { app: 'other' } }], directResponse: { status: 403 } }])], {}, 'answered'],
  ['a subset that no rule of the caller\'s namespace has is a route to nowhere', [routes('api', [{ route: [to('v1')] }])], {}, 'unknown subset'],
  ['a rule for other pods of the namespace takes the place of the service\'s own', [
    routes('api', [{ route: [to('v1')] }], ['.', 'other']), rule('api', { subsets: [{ name: 'v1', labels: { version: 'v1' } }] }),
    rule('mine', { workloadSelector: { matchLabels: { app: 'else' } } }, 'other'),
  ], { caller: elsewhere }, 'unknown subset'],
])('%s', (_, objects, asked, outcome) => {
  expect(answer(objects, asked).outcome).toBe(outcome);
});

test('the first route that matches is taken: any alternative, all of its conditions, whole values', () => {
  const found = (asked: Partial<Asked>) => answer([routes('api', [
    { match: [{ headers: { 'x-user': { exact: 'a' } } }, { uri: { regex: '/u/[^/]+' }, method: { regex: 'GET|PUT' } }], route: [to()], timeout: '1m0.5s' }, { route: [to()], timeout: '2s' },
  ])], asked).timeout;
  expect([found({ headers: { 'x-user': 'a' } }), found({ path: '/u/1' }), found({ path: '/u/1', method: 'POST' }), found({ path: '/u/1/2' }), found({ headers: { 'x-user': 'ab' } })])
    .toEqual([60_500, 60_500, 2000, 2000, 2000]);
});

test('routes that the caller\'s namespace keeps to itself go before those of the service\'s owner', () => {
  const both = [routes('api', [{ route: [to()], timeout: '1s' }], ['.', 'other']), routes('mine', [{ route: [to()], timeout: '2s' }], ['.'], 'other')];
  expect([answer(both).timeout, answer(both, { caller: elsewhere }).timeout]).toEqual([1000, 2000]);
});

test('a rule for the caller\'s own pods goes before the namespace\'s, and that before the service\'s', () => {
  const limit = (maxConnections: number) => ({ trafficPolicy: { connectionPool: { tcp: { maxConnections } } } });
  const [ofService, ofNamespace, ofPods] = [rule('api', limit(1)), rule('mine', limit(2), 'other'), rule('pods', { ...limit(3), workloadSelector: { matchLabels: { app: 'web' } } }, 'other')];
  const found = (...rules: Manifest[]) => answer(rules, { caller: elsewhere }).connecting?.pool;
  expect([found(ofService), found(ofService, ofNamespace), found(ofService, ofNamespace, ofPods)]).toEqual([1, 2, 3].map(maxConnections => ({ 'tcp.maxConnections': maxConnections })));
});

test('an entry makes a host outside known where it is exported to, wildcards among them', () => {
  const entry = object('ServiceEntry', 'out', { hosts: ['*.example.com'], exportTo: ['.'], location: 'MESH_EXTERNAL', resolution: 'NONE', ports: [{ number: 443, name: 'tls', protocol: 'TLS' }] });
  const asked = { host: 'b.example.com', port: 443 };
  expect([answer([entry], asked), answer([entry], { ...asked, caller: elsewhere })].map(({ outcome }) => outcome)).toEqual(['answered', 'unknown host']);
});

test('what a wildcard rules are the hosts that nothing more specific does, at the port that it says', () => {
  const entry = (host: string) => object('ServiceEntry', host, { hosts: [host], exportTo: ['.'], location: 'MESH_EXTERNAL', resolution: 'NONE', ports: [{ number: 80, name: 'http', protocol: 'HTTP' }] });
  const ruled = (host: string, timeout: string) => [
    entry(host), object('VirtualService', host, { hosts: [host], exportTo: ['.'], http: [{ route: [{ destination: { host, port: { number: 80 } } }], timeout }] }),
    object('DestinationRule', host, { host, exportTo: ['.'], trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, connectionPool: { tcp: { connectTimeout: timeout } } }] } }),
  ];
  const objects = [...ruled('*.example.com', '1s'), ...ruled('*.b.example.com', '2s'), ...ruled('a.example.com', '3s')];
  expect(['a.example.com', 'b.example.com', 'a.b.example.com', 'x.a.b.example.com'].map(host => answer(objects, { host })).map(({ timeout, connecting }) => [timeout, connecting?.pool]))
    .toEqual([3000, 1000, 2000, 2000].map(timeout => [timeout, { 'tcp.connectTimeout': timeout }]));
});

test('an entry with an address is dialled by it, and not by its name', () => {
  const entry = object('ServiceEntry', 'out', {
    hosts: ['a.invalid'], addresses: ['203.0.113.7'], exportTo: ['.'], location: 'MESH_EXTERNAL', resolution: 'STATIC', ports: [{ number: 1521, name: 'tcp', protocol: 'TCP' }],
    endpoints: [{ address: '203.0.113.7' }],
  });
  const asked = ['203.0.113.7', 'a.invalid', '203.0.113.8'].map(host => answer([entry], { host, port: 1521 }).outcome);
  expect(asked).toEqual(['answered', 'unknown host', 'unknown host']);
});

test('a field that the evaluation does not know is an error, and nothing that is looked over', () => {
  expect(() => answer([rule('api', { trafficPolicy: { tunnel: {} } })])).toThrow('knows no tunnel of TrafficPolicy');
});

test('what is said of a port takes the place of what is said of the host', () => {
  const timed = (connectTimeout: string) => ({ connectionPool: { tcp: { connectTimeout } } });
  const found = (number: number) => answer([rule('api', { trafficPolicy: { ...timed('1s'), portLevelSettings: [{ port: { number }, ...timed('2s') }] } })]).connecting?.pool;
  expect([found(80), found(81)]).toEqual([{ 'tcp.connectTimeout': 2000 }, { 'tcp.connectTimeout': 1000 }]);
});
