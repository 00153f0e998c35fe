import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { Redis } from '../../src/backing-services/redis';
import { RedisProvider } from '../../src/backing-services/redis-provider';
import { TcpProvider } from '../../src/backing-services/tcp-provider';
import { TcpService } from '../../src/backing-services/tcp-service';
import { TlsOrigination } from '../../src/backing-services/tls-origination';
import { BackingService } from '../../src/model/backing-service';
import { Tls } from '../../src/model/tls';
import { vault } from '../support/declare';
import { dependOn, MeshDeclaration } from '../support/mesh';

const furtherHosts = ['*.db.example.com'];

function found(make: (declared: MeshDeclaration) => BackingService, dnsCapture?: boolean, isUsed = true): string[] {
  const declared = new MeshDeclaration({ dnsCapture });
  const service = make(declared);
  if (isUsed) dependOn(declared.workload('web'), service);
  declared.read();
  return [...declared.found('BST639'), ...declared.found('BST609')];
}

const tcp = (tls?: Tls) => ({ topology }: MeshDeclaration) => new TcpService(topology, 'db', { provider: TcpProvider.external({ host: 'db.example.com', port: 5432, tls, furtherHosts }) });
const redis = (tls?: Tls) => ({ topology }: MeshDeclaration) =>
  new Redis(topology, 'db', { provider: RedisProvider.external({ host: 'db.example.com', tls, furtherHosts, credentials: vault.secret('db') }) });
const http = (tlsOrigination: TlsOrigination) => ({ topology }: MeshDeclaration) =>
  new HttpService(topology, 'db', { provider: HttpProvider.external('https://db.example.com', { tlsOrigination, furtherHosts }) });

const problem = 'error db: db is TCP at any name of "*.db.example.com", and a mesh tells TCP apart by address; name the hosts';

test.each([undefined, true])('finds bytes at a wildcard, whether or not sidecars answer DNS (%s)', dnsCapture => expect(found(tcp(), dnsCapture)).toEqual([problem]));

test.each([[tcp(Tls.inProtocol()), problem], [redis(Tls.NONE), problem],
  [redis(), `${problem}; or, if all clients send the name of the server as they start TLS, say so by namingServer() of its tls`],
])('says what would be known by name', (make, expected) => expect(found(make)).toEqual([expected]));

test.each([
  ['TLS whose clients name the server', redis(Tls.byClient().namingServer()), true], ['requests', http(TlsOrigination.MESH), true],
  ['TLS of HTTP', http(TlsOrigination.CLIENT), true], ['what nobody uses', tcp(), false],
])('finds nothing about %s', (_, make, isUsed) => expect(found(make, false, isUsed)).toEqual([]));
