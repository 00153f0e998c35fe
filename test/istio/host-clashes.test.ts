import { GrpcProvider } from '../../src/backing-services/grpc-provider';
import { GrpcService } from '../../src/backing-services/grpc-service';
import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { TcpProvider } from '../../src/backing-services/tcp-provider';
import { TcpService } from '../../src/backing-services/tcp-service';
import { TlsOrigination } from '../../src/backing-services/tls-origination';
import { hostClashes } from '../../src/istio/host-clashes';
import { BackingService } from '../../src/model/backing-service';
import { Tls } from '../../src/model/tls';
import { dependOn, MeshDeclaration } from '../support/mesh';

type Make = (declared: MeshDeclaration, id: string) => BackingService;

const http = (url: string, tlsOrigination?: TlsOrigination): Make => ({ topology }, id) => (
  new HttpService(topology, id, { provider: HttpProvider.external(url, { tlsOrigination }) }));
const tcp = (port: number, tls?: Tls): Make => ({ topology }, id) => new TcpService(topology, id, { provider: TcpProvider.external({ host: 'a.example.com', port, tls }) });
const known = (port: number, ...endpoints: string[]): Make => ({ topology }, id) => (
  new TcpService(topology, id, { provider: TcpProvider.external({ host: 'a.example.com', port, endpoints }) }));
const rpc = (props: object = {}): Make => ({ topology }, id) => new GrpcService(topology, id, { provider: GrpcProvider.external({ host: 'a.example.com', ...props }) });
const there = (port: number, targetPort = port): Make => ({ topology }, id) => new HttpService(topology, id, {
  provider: HttpProvider.inCluster({ service: 'quotes', namespace: 'stock', port, targetPort }),
});

/** What is found of services that one namespace uses. */
function clashes(...makes: Make[]): string[] {
  const declared = new MeshDeclaration();
  makes.forEach((make, i) => dependOn(declared.workload(`w${i}`), make(declared, `s${i}`)));
  return hostClashes([declared.topology.read()]).map(({ subject, description }) => `${subject.path.split('/').pop()}: ${description}`);
}

test.each<[string, Make[]]>([
  ['ports of their own', [http('https://a.example.com'), tcp(5432), rpc()]],
  ['ports of their own, with the same endpoints', [known(1, '203.0.113.7', '203.0.113.8'), known(2, '203.0.113.8', '203.0.113.7')]],
  ['two databases at one port', [tcp(5432), tcp(5432)]],
  ['one port of a neighbour each', [there(80), there(81)]],
  ['TLS that clients start at one port', [http('https://a.example.com', TlsOrigination.CLIENT), rpc()]],
])('accepts %s', (_, makes) => expect(clashes(...makes)).toEqual([]));

test.each<[string, Make[], string]>([
  ['two base paths at one port', [http('http://a.example.com/v1'), http('http://a.example.com/v2')], 'a mesh tells requests apart by host and port, not by base path'],
  ['requests and bytes at one port', [http('http://a.example.com'), tcp(80)], 'they are reached there in different ways'],
  ['two servers behind the port that the mesh starts TLS from', [http('https://a.example.com'), rpc({ tlsOrigination: TlsOrigination.MESH })], 'they are reached there in different ways'],
  ['clients that name the server and clients that do not', [tcp(636, Tls.byClient()), tcp(636, Tls.byClient().namingServer())], 'they are reached there in different ways'],
  ['endpoints that differ', [known(1, '203.0.113.7'), known(2, '203.0.113.7', '203.0.113.8')],
    'host a.example.com leads here to its endpoints "203.0.113.7", "203.0.113.8", as test/shop/s0 to its endpoints "203.0.113.7", and namespace shop uses both'],
  ['endpoints beside what DNS says', [tcp(1), known(2, '203.0.113.7')], 'host a.example.com leads here to its endpoints "203.0.113.7", as test/shop/s0 to what DNS says'],
  ['what DNS says beside endpoints', [known(2, '203.0.113.7'), tcp(1)], 'host a.example.com leads here to what DNS says, as test/shop/s0 to its endpoints "203.0.113.7"'],
  ['one port of a neighbour twice', [there(80), there(80)], 'not by base path'],
  ['the third at a port of the second', [tcp(1), tcp(2), http('http://a.example.com:2')], 'port 2 of host a.example.com is declared here and as test/shop/s1'],
])('finds %s', (_, makes, expected) => expect(clashes(...makes)).toEqual([expect.stringContaining(expected)]));

test('accepts one host with endpoints in one namespace, and without in another', () => {
  const declared = new MeshDeclaration();
  dependOn(declared.workload('a', { namespace: 'a' }), known(1, '203.0.113.7')(declared, 's0'));
  dependOn(declared.workload('b', { namespace: 'b' }), tcp(2)(declared, 's1'));
  expect(hostClashes([declared.topology.read()])).toEqual([]);
});
