import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { TcpProvider } from '../../src/backing-services/tcp-provider';
import { TcpService } from '../../src/backing-services/tcp-service';
import { TlsOrigination } from '../../src/backing-services/tls-origination';
import { passedOn, unseen } from '../../src/istio/passed-on';
import { AddressRole } from '../../src/model/address';
import { AnyService, newKafka } from '../support/declare';
import { MeshDeclaration } from '../support/mesh';

const declared = new MeshDeclaration();
const { topology } = declared;
const HOST = { host: 'any.example.com', port: 1 };

test('a sidecar passes on what a client has picked: pods of a headless service, a broker, an address behind a wildcard', () => {
  const headless = new TcpService(topology, 'headless', { provider: TcpProvider.workload(declared.workload('server'), { port: 1, headless: true }) });
  const wildcard = new AnyService(topology, 'any', AnyService.traits(undefined, { addresses: [HOST, { host: '*.example.com', port: 1, role: AddressRole.MEMBER }] }));
  expect([headless, newKafka(topology), wildcard].map(service => passedOn(service)?.reason)).toEqual([
    'headless is headless, so its client picks a pod itself and the sidecar passes the connection on to that pod',
    'the clients of kafka pick their server themselves, and another one could not answer them',
    'a host of any is a wildcard, which no DNS resolves, so the sidecar passes the connection on to the address that its client picked',
  ]);
});

test('a sidecar chooses among the pods of any other service', () =>
  expect([declared.users(), declared.payments(), declared.database(), declared.ldap()].map(passedOn)).toEqual(Array(4).fill(undefined)));

test('a mesh sees requests of HTTP only, and only if the client does not encrypt them', () => {
  const encrypted = new HttpService(topology, 'bank', { provider: HttpProvider.external('https://bank.example.com', { tlsOrigination: TlsOrigination.CLIENT }) });
  expect([encrypted, declared.tcp('ftp')].map(service => unseen(service)?.reason)).toEqual([
    'a mesh sees the connections to bank (tls), not its requests', 'a mesh sees the connections to ftp (tcp), not its requests']);
  expect(unseen(declared.external('plain'))).toBeUndefined();
});
