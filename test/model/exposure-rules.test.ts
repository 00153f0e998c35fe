import { Gateway, GatewayListener, HttpProvider, HttpService, TcpProvider, TcpService, Tls } from '../../src';
import { isByName, listenersFor } from '../../src/model/exposure-rules';
import { newTopology, newWorkload } from '../support/declare';
import { newGateway } from '../support/gateway';

const shop = newTopology();
const web = newWorkload(shop, 'web');
const requests = new HttpService(shop, 'requests', { provider: HttpProvider.workload(web, { port: 80 }) });
const sealed = new HttpService(shop, 'sealed', { provider: HttpProvider.workload(web, { port: 443, tls: Tls.byClient() }) });
const bytes = new TcpService(shop, 'bytes', { provider: TcpProvider.workload(web, { port: 9000 }) });
const EACH = [
  GatewayListener.redirectToHttps({ port: 81 }), GatewayListener.http(), GatewayListener.https({ certificateSecret: 'a', hosts: ['a.example.com'] }), GatewayListener.tlsPassthrough({ port: 444 }),
  GatewayListener.tcp(9000), GatewayListener.autoPassthrough(),
];
const gateway = (listeners: GatewayListener[], id: string): Gateway => newGateway(shop, { listeners }, id);
const ports = (of: Gateway, service: HttpService | TcpService, port?: number) => listenersFor(of, service, port).map(listener => listener.port);

test('requests arrive where requests are seen, TLS by its name, bytes at a port; nothing arrives where clients are sent on, or where sidecars of other clusters come', () => {
  const door = gateway(EACH, 'door');
  expect([ports(door, requests), ports(door, sealed), ports(door, bytes)]).toEqual([[80, 443], [444], [9000]]);
  expect([ports(door, requests, 443), ports(door, requests, 81), ports(door, bytes, 443)]).toEqual([[443], [], []]);
});

test('TLS has a port for itself where no listener asks for its name', () => expect(ports(gateway([GatewayListener.tcp(9443)], 'window'), sealed)).toEqual([9443]));

test('connections are told by name at a listener of TLS, or where a Gateway that is there is asked for a host', () => {
  expect([GatewayListener.tlsPassthrough(), GatewayListener.tcp(1)].map(listener => isByName({}, listener))).toEqual([true, false]);
  expect([isByName({ hosts: ['a.example.com'] }), isByName({ hosts: ['*'] }), isByName({})]).toEqual([true, false, false]);
});
