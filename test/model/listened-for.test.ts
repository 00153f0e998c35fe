import { Gateway, GatewayListener, HttpProvider, HttpService, TcpProvider, TcpService, Tls } from '../../src';
import { assertListened, assertNamed, isByName, listenersFor } from '../../src/model/listened-for';
import { expectRefusal, newTopology, newWorkload } from '../support/declare';
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

test('connections by TLS are told by name at a listener of TLS, or where a Gateway that is there is asked for a host; others never', () => {
  expect([GatewayListener.tlsPassthrough(), GatewayListener.tcp(1)].map(listener => isByName(sealed, {}, listener))).toEqual([true, false]);
  expect([isByName(sealed, { hosts: ['a.example.com'] }), isByName(sealed, {})]).toEqual([true, false]);
  expect([isByName(bytes, { hosts: ['a.example.com'] }), isByName(bytes, {}, GatewayListener.tlsPassthrough())]).toEqual([false, false]);
});

describe('BST049', () => {
  const [wide, staff] = [['*.example.com'], ['staff.example.com']].map(hosts => GatewayListener.https({ hosts, certificateSecret: 'a' }));
  const there = (id: string) => newGateway(shop, { existingGateway: 'istio-ingress/public' }, id);

  test.each<[string, HttpService | TcpService, GatewayListener[], number | undefined, string]>([
    ['requests at TCP', requests, [GatewayListener.tcp(80)], undefined, 'speaks: http; add GatewayListener.https() or http()'],
    ['TLS where TLS ends', sealed, [wide], undefined, 'add GatewayListener.tlsPassthrough() or tcp()'],
    ['bytes at TLS', bytes, [GatewayListener.tlsPassthrough()], 443, 'at port 443: tcp; add GatewayListener.tcp()'],
  ])('refuses %s, and names a listener that would take it', (words, service, listeners, port, told) =>
    expectRefusal(() => assertListened(gateway(listeners, `of-${words.replace(/ /g, '-').toLowerCase()}`), service, { port }, 'x'), 'BST049', 'x', told));

  test('refuses a host that a nearer listener takes, of another kind', () => {
    const of = (nearer: GatewayListener, id: string) => () => assertListened(gateway([GatewayListener.http({ port: 443, hosts: ['*.example.com'] }), nearer], id), requests, { hosts: ['staff.example.com'] }, 'x');
    expectRefusal(of(GatewayListener.redirectToHttps({ port: 443, hosts: ['staff.example.com'] }), 'sent-on'), 'BST049', 'x', 'does not listen for "staff.example.com" there, or sends it to a listener that takes something else');
    expect(of(GatewayListener.http({ port: 443, hosts: ['staff.example.com'] }), 'taken')).not.toThrow();
  });

  test('of a Gateway that is there, what tells connections apart has to be said', () => {
    expectRefusal(() => assertListened(there('one'), sealed, {}, 'x'), 'BST049', 'x', 'say hosts, or the port of a TCP listener');
    expectRefusal(() => assertListened(there('two'), bytes, { hosts: ['a.example.com'] }, 'x'), 'BST049', 'x', 'say the port of a TCP listener');
    for (const [id, service, said] of [['a', sealed, { hosts: ['a.example.com'] }], ['b', sealed, { port: 1 }], ['c', bytes, { port: 1 }], ['d', requests, { hosts: ['*'] }]] as const) {
      expect(() => assertListened(there(id), service, { ...said, hosts: 'hosts' in said ? [...said.hosts] : undefined }, 'x')).not.toThrow();
    }
  });

  test('refuses hosts of connections that tell none', () => {
    const named = (service: HttpService | TcpService, listeners: GatewayListener[], id: string, port?: number) => () => assertNamed(service, { hosts: ['staff.example.com'], port }, gateway(listeners, id), 'x');
    expectRefusal(named(bytes, [GatewayListener.tcp(9000)], 'at-bytes'), 'BST049', 'x', 'leave hosts out, and say the port');
    expectRefusal(named(sealed, [GatewayListener.tcp(9000), GatewayListener.tlsPassthrough()], 'at-tcp', 9000), 'BST049', 'x', 'apart by "staff.example.com": they would be those of any client; add GatewayListener.tlsPassthrough()');
    for (const accepted of [named(sealed, [GatewayListener.tcp(9000), GatewayListener.tlsPassthrough()], 'by-name'), named(requests, [staff], 'of-requests')]) expect(accepted).not.toThrow();
  });
});
