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
  ['two databases at one port', [tcp(5432), tcp(5432)]],
  ['one port of a neighbour each', [there(80), there(81)]],
  ['TLS that clients start at one port', [http('https://a.example.com', TlsOrigination.CLIENT), rpc()]],
])('accepts %s', (_, makes) => expect(clashes(...makes)).toEqual([]));

test.each<[string, Make[], string]>([
  ['two base paths at one port', [http('http://a.example.com/v1'), http('http://a.example.com/v2')], 'a mesh tells requests apart by host and port, not by base path'],
  ['requests and bytes at one port', [http('http://a.example.com'), tcp(80)], 'they are reached there in different ways'],
  ['two servers behind the port that the mesh starts TLS from', [http('https://a.example.com'), rpc({ tlsOrigination: TlsOrigination.MESH })], 'they are reached there in different ways'],
  ['clients that name the server and clients that do not', [tcp(636, Tls.byClient()), tcp(636, Tls.byClient().namingServer())], 'they are reached there in different ways'],
  ['one port of a neighbour twice', [there(80), there(80)], 'not by base path'],
  ['the third at a port of the second', [tcp(1), tcp(2), http('http://a.example.com:2')], 'port 2 of host a.example.com is declared here and as test/shop/s1'],
])('finds %s', (_, makes, expected) => expect(clashes(...makes)).toEqual([expect.stringContaining(expected)]));
