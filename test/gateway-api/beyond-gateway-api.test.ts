import { Duration } from 'cdk8s';
import {
  ClientCertificates, ExposeOptions, GatewayListener, HttpMatch, HttpProvider, HttpRoute, HttpService, StringMatch, TlsVersion,
} from '../../src';
import { newGateway } from '../support/gateway';
import { GatewayApiDeclaration } from '../support/gateway-api';

let declared: GatewayApiDeclaration;
beforeEach(() => { declared = new GatewayApiDeclaration(); });
const found = () => { declared.read(); return declared.found('BST664'); };
const https = (said: object) => GatewayListener.https({ hosts: ['a.example.com'], certificateSecret: 'tls', ...said });
const exact = (count: number) => Array.from({ length: count }, (_, i) => HttpMatch.uri(StringMatch.exact(`/${i}`)));

test.each([
  [https({ clientCertificates: ClientCertificates.REQUIRED }), 'clientCertificates'], [https({ clientCertificates: ClientCertificates.OPTIONAL }), 'clientCertificates'],
  [https({ minTlsVersion: TlsVersion.V1_3 }), 'minTlsVersion'], [GatewayListener.autoPassthrough(), 'autoPassthrough'],
  [GatewayListener.http({ hosts: Array.from({ length: 65 }, (_, i) => `h${i}.example.com`) }), 'more than 64 listeners'],
])('of a listener: %#', (listener, words) => {
  declared.door({ listeners: [listener] });
  expect(found()).toEqual([expect.stringMatching(new RegExp(`^error door: a Gateway of the Gateway API has no words for ${words}.*gatewayClassName`))]);
});

test('none of these is beyond Istio\'s own', () => {
  newGateway(declared.topology, { listeners: [https({ clientCertificates: ClientCertificates.REQUIRED }), GatewayListener.autoPassthrough()] });
  expect(found()).toEqual([]);
});

test.each<[ExposeOptions, string]>([
  [{ matches: [HttpMatch.withoutHeader('x-a')] }, 'that a header is missing'], [{ matches: exact(17), rewrite: { uri: '/' } }, 'more than 16 rules'],
  [{ matches: exact(65) }, 'more than 64 matches'], [{ matches: [HttpMatch.method('GET', 'PURGE'), HttpMatch.method('PURGE')] }, 'a method that is none of RFC 9110'],
])('of an exposure, each once: %#', (said, words) => {
  declared.door().exposes(declared.users(), said);
  expect(found()).toEqual([expect.stringMatching(new RegExp(`^error door exposes users-api.*: no HTTPRoute has words for ${words}`))]);
});

test('of hosts, as many as one route takes', () => {
  const hosts = Array.from({ length: 17 }, (_, i) => `h${i}.example.com`);
  declared.door({ listeners: [GatewayListener.http({ hosts })] }).exposes(declared.users(), { hosts });
  expect(found()).toEqual([expect.stringContaining('no HTTPRoute has words for more than 16 hosts')]);
});

test('of listeners, versions and time, as much as one object takes', () => {
  const listeners = [80, 8080, 8081].map(port => GatewayListener.http({ port, hosts: Array.from({ length: 12 }, (_, i) => `h${i}.example.com`) }));
  const door = declared.door({ listeners });
  door.exposes(declared.users(), { timeout: Duration.days(5000) });
  const versions = Array.from({ length: 20 }, (_, i) => ({ name: `v${i}`, labels: { version: `v${i}` } }));
  const provider = HttpProvider.workload(declared.workload('pages', { versions }), { kubernetesService: { perVersion: true } });
  const weights = Object.fromEntries(versions.map(({ name }) => [name, 5]));
  const routes = [HttpRoute.split(weights, { mirrors: versions.map(({ name: version }) => ({ version })) })];
  door.exposes(new HttpService(declared.topology, 'pages', { provider, routes }), { hosts: ['h0.example.com'], matches: exact(1) });
  expect(found()).toEqual([
    expect.stringContaining('has words for more than 16 versions, more than 16 things that are done with a request'),
    expect.stringContaining('has words for more than 32 listeners, a time limit of more than 99999 hours'),
  ]);
});

test('of a third party, and of any name that TLS asks for', () => {
  const door = declared.door({ listeners: [GatewayListener.http(), GatewayListener.tlsPassthrough({ port: 8443 })] });
  door.exposes(declared.payments());
  door.exposes(declared.sealed());
  expect(found()).toEqual([expect.stringContaining('no HTTPRoute has words for services outside of the cluster'), expect.stringContaining('no TLSRoute has words for connections for any name')]);
});
