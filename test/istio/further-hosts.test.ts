import { GrpcProvider } from '../../src/backing-services/grpc-provider';
import { GrpcService } from '../../src/backing-services/grpc-service';
import { ExternalHttpOptions, HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { TcpProvider } from '../../src/backing-services/tcp-provider';
import { TcpService } from '../../src/backing-services/tcp-service';
import { TlsOrigination } from '../../src/backing-services/tls-origination';
import { CallOptions } from '../../src/model/dependency-options';
import { IContract } from '../../src/model/operation';
import { RetryPolicy } from '../../src/model/retry-policy';
import { Tls } from '../../src/model/tls';
import { RELEASES, UpstreamSchemas } from '../support/crd-schemas';
import { contractOf, MeshDeclaration, operation } from '../support/mesh';
import { ms } from '../support/topology';

const HOSTS = ['*.store.example.com', 'cdn.example.net'];
const { CLIENT } = TlsOrigination;

function storeIn(declared: MeshDeclaration, options: ExternalHttpOptions = {}, url = 'https://store.example.com', contract?: IContract): HttpService {
  return new HttpService(declared.topology, 'store', { provider: HttpProvider.external(url, { furtherHosts: HOSTS, ...options }), contract });
}

/** A caller of a store that is reached at any name below its own and at another one. */
function called(call: CallOptions = {}, ...store: [options?: ExternalHttpOptions, url?: string, contract?: IContract]): MeshDeclaration {
  const declared = new MeshDeclaration();
  declared.caller('web', storeIn(declared, ...store), call);
  return declared;
}

/** What is emitted of a kind, by host. */
function byHost(declared: MeshDeclaration, kind: string): Record<string, any> {
  return Object.fromEntries(declared.emitted.filter(object => object.kind === kind).map(({ spec }) => [spec.host ?? spec.hosts.join(), spec]));
}

test('each host has objects of its own, whose names tell it', () => {
  const declared = called();
  const names = ['shop/store', 'shop/store.store.example.com.any', 'shop/store.cdn.example.net'];
  for (const kind of ['ServiceEntry', 'VirtualService', 'DestinationRule']) expect(declared.named(kind)).toEqual(names);
});

test('a name is resolved by DNS, also beside a wildcard, which is not', () =>
  expect(Object.entries(byHost(called(), 'ServiceEntry')).map(([host, { resolution, ports }]) => [host, resolution, ports])).toEqual([
    ['store.example.com', 'DNS'], ['*.store.example.com', 'NONE'], ['cdn.example.net', 'DNS'],
  ].map(entry => [...entry, [{ number: 80, name: 'http', protocol: 'HTTP', targetPort: 443 }]])));

test('the mesh starts TLS to each by its own name, and to a wildcard by the name that a request is for', () =>
  expect(Object.entries(byHost(called(), 'DestinationRule')).map(([host, { trafficPolicy }]) => [host, trafficPolicy])).toEqual([
    ['store.example.com', { loadBalancer: { simple: 'LEAST_REQUEST' }, tls: { mode: 'SIMPLE', sni: 'store.example.com', subjectAltNames: ['store.example.com'], caCertificates: 'system' } }],
    ['*.store.example.com', { portLevelSettings: [{ port: { number: 80 }, tls: { mode: 'SIMPLE', caCertificates: 'system' } }] }],
    ['cdn.example.net', { loadBalancer: { simple: 'LEAST_REQUEST' }, tls: { mode: 'SIMPLE', sni: 'cdn.example.net', subjectAltNames: ['cdn.example.net'], caCertificates: 'system' } }],
  ]));

test('timeouts, retries and operations hold at each, and lead to it', () => {
  const contract = contractOf(operation('get', 'GET', '/get'), operation('put', 'PUT', '/put'));
  const routes = byHost(called({ operations: ['get'], timeout: ms(1500), retry: RetryPolicy.attempts(2) }, {}, undefined, contract), 'VirtualService');
  expect(Object.keys(routes)).toEqual(['store.example.com', ...HOSTS]);
  for (const [host, { http: [first, last] }] of Object.entries(routes)) {
    expect(first).toMatchObject({ match: [{ uri: { exact: '/get' } }], timeout: '1500ms', retries: { attempts: 2 }, route: [{ destination: { host, port: { number: 80 } } }] });
    expect(last).toEqual({ name: 'undeclared', directResponse: { status: 403 } });
  }
});

test('what is not said is spelled out at each: no retries', () =>
  expect(Object.values(byHost(called(), 'VirtualService')).map(({ http }) => http[0].retries)).toEqual(Array(3).fill({ attempts: 0 })));

test('TLS that clients start is told apart by the name that they send, and pools hold at each', () => {
  const declared = called({ connectTimeout: ms(100) }, { tlsOrigination: CLIENT });
  expect(Object.values(byHost(declared, 'ServiceEntry')).map(({ ports }) => ports)).toEqual(Array(3).fill([{ number: 443, name: 'tls', protocol: 'TLS' }]));
  expect(declared.named('VirtualService')).toEqual([]);
  expect(JSON.stringify(byHost(declared, 'DestinationRule')).match(/"connectTimeout":"100ms"/g)).toHaveLength(3);
});

test.each<[string, Tls | undefined, TlsOrigination | undefined, object]>([
  ['started by clients', undefined, undefined, { number: 443, name: 'tls', protocol: 'TLS' }],
  ['started by the mesh', undefined, TlsOrigination.MESH, { number: 80, name: 'grpc', protocol: 'GRPC', targetPort: 443 }],
  ['started by nobody', Tls.NONE, undefined, { number: 443, name: 'grpc', protocol: 'GRPC' }],
])('gRPC with TLS %s is known at each host', (_, tls, tlsOrigination, port) => {
  const declared = new MeshDeclaration();
  declared.caller('web', new GrpcService(declared.topology, 'quotes', { provider: GrpcProvider.external({ host: 'quotes.example.com', furtherHosts: HOSTS, tls, tlsOrigination }) }));
  const entries = byHost(declared, 'ServiceEntry');
  expect(Object.keys(entries)).toEqual(['quotes.example.com', ...HOSTS]);
  expect(Object.values(entries).map(({ ports }) => ports)).toEqual(Array(3).fill([port]));
});

test('TCP has an entry for each name, as it is told apart by their addresses, and one for each IP address', () => {
  const declared = new MeshDeclaration({ dnsCapture: true });
  const provider = TcpProvider.external({ host: 'ldap.example.com', port: 389, furtherHosts: ['ldap2.example.com', '203.0.113.7'] });
  declared.workload('web').uses(new TcpService(declared.topology, 'ldap', { provider }), { connectTimeout: ms(100) });
  expect(declared.named('ServiceEntry')).toEqual(['shop/ldap', 'shop/ldap.203-0-113-7', 'shop/ldap.ldap2.example.com']);
  expect(declared.emitted.filter(({ kind }) => kind === 'ServiceEntry').map(({ spec }) => [spec.hosts, spec.resolution])).toEqual([
    [['ldap.example.com'], 'DNS'], [['203-0-113-7.address.invalid'], 'STATIC'], [['ldap2.example.com'], 'DNS'],
  ]);
  expect(Object.keys(byHost(declared, 'DestinationRule'))).toEqual(['ldap.example.com', '203-0-113-7.address.invalid', 'ldap2.example.com']);
});

test('without DNS capture two names of TCP are one listener, which is found', () => {
  const declared = new MeshDeclaration();
  const provider = TcpProvider.external({ host: 'ldap.example.com', port: 389, furtherHosts: ['ldap2.example.com'] });
  declared.workload('web').uses(new TcpService(declared.topology, 'ldap', { provider }));
  declared.read();
  expect(declared.found('BST609').join()).toContain('or give the IP addresses of its servers');
});

test('two services share a further host at ports of their own, under its name', () => {
  const declared = new MeshDeclaration();
  const web = declared.workload('web');
  [['a', 443], ['b', 8443]].forEach(([id, port]) => web.calls(new HttpService(declared.topology, String(id), {
    provider: HttpProvider.external(`https://${id}.example.com:${port}`, { furtherHosts: ['*.cdn.example.net'], tlsOrigination: CLIENT }),
  })));
  expect(declared.named('ServiceEntry')).toEqual(['shop/a', 'shop/cdn.example.net.any', 'shop/b']);
  expect(declared.spec('ServiceEntry', 'cdn.example.net.any').ports.map(({ number }: { number: number }) => number)).toEqual([443, 8443]);
});

test.each<[string, string, ExternalHttpOptions, string[]]>([
  ['a host below the wildcard of another service', 'https://photos.store.example.com', {}, ['error photos: host photos.store.example.com is declared here and, by a wildcard, as test/shop/store, '
    + 'and namespace shop uses both; name the hosts that store is reached at in place of the wildcard, or declare the two as one service']],
  ['the further host of another service', 'https://cdn.example.net', {}, ['error store: port 80 of host cdn.example.net is declared here and as test/shop/photos, and namespace shop uses both: '
    + 'a mesh tells requests apart by host and port, not by base path, so that the rules of one would hold for both; declare it once, as one service with the contract of both']],
  ['neither at a port of its own', 'https://photos.store.example.com', { tlsOrigination: CLIENT }, []],
  ['neither beside it', 'https://photos.example.com', {}, []],
])('BST602 finds %s', (_, url, options, expected) => {
  const declared = called();
  declared.caller('viewer', new HttpService(declared.topology, 'photos', { provider: HttpProvider.external(url, options) }));
  declared.read();
  expect(declared.found('BST602')).toEqual(expected);
});

test('a service\'s own wildcard may stand for its own hosts', () => {
  const declared = called({}, { furtherHosts: ['*.example.com', 'eu.example.com'] });
  declared.read();
  expect(declared.found('BST602')).toEqual([]);
  expect(Object.keys(byHost(declared, 'VirtualService'))).toEqual(['store.example.com', '*.example.com', 'eu.example.com']);
});

test('what is emitted of them is as the CRDs of Istio take it', () => {
  const schemas = new UpstreamSchemas(RELEASES.filter(({ name }) => name.startsWith('Istio')));
  const judged = called({ connectTimeout: ms(100), timeout: ms(1500) }).emitted.filter(({ kind }) => /^(ServiceEntry|VirtualService|DestinationRule)$/.test(kind));
  expect(judged.flatMap(object => schemas.judge(object)).flatMap(({ problems }) => problems)).toEqual([]);
  expect(judged).toHaveLength(9);
});
