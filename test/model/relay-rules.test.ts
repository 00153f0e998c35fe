import { GatewayListener, HttpProvider, HttpService, Postgres, PostgresProvider, TcpProvider, TcpService, Tls, TlsOrigination, Topology } from '../../src';
import { expectRefusal, newHttpService, newTopology, vault } from '../support/declare';
import { newGateway } from '../support/gateway';

let shop: Topology;
beforeEach(() => { shop = newTopology(); });
const outside = (url = 'https://payments.example.com', options = {}, id = 'payments') => new HttpService(shop, id, { provider: HttpProvider.external(url, options) });
const egress = (listeners?: GatewayListener[], id = 'egress') => newGateway(shop, { listeners }, id);
const PATH = 'chart/shop/workloads/egress relays payments';

describe('BST050: refuses', () => {
  test('a service in the cluster', () => expectRefusal(() => egress().relays(newHttpService(shop, 'payments')), 'BST050', PATH, 'is in the cluster'));

  test('a gateway that is there already', () => {
    const gateway = newGateway(shop, { existingGateway: 'istio-egress/shared' }, 'egress');
    expectRefusal(() => gateway.relays(outside()), 'BST050', PATH, 'declare the gateway without existingGateway');
  });

  test.each<[string, GatewayListener, string]>([
    ['a port where it takes requests in the clear', GatewayListener.http({ port: 443 }), 'at port 443 egress takes HTTP, and what is relayed comes by TLS'],
    ['a port where it listens for the host', GatewayListener.tlsPassthrough({ hosts: ['payments.example.com'] }), 'listens for "payments.example.com" already'],
  ])('%s', (_, listener, words) => expectRefusal(() => egress([listener]).relays(outside()), 'BST050', PATH, words));

  test('a second gateway, and a second service at the same host and port', () => {
    const [first, payments] = [egress([], 'first'), outside()];
    first.relays(payments);
    expectRefusal(() => egress().relays(payments), 'BST050', PATH, '"first relays payments": sidecars would know two ways');
    const other = outside('https://payments.example.com:8443', { tlsOrigination: TlsOrigination.CLIENT }, 'other');
    expectRefusal(() => first.relays(other), 'BST050', 'chart/shop/workloads/first relays other', '"first relays payments" at that port of its Service or its pods too, for "payments.example.com"');
    expectRefusal(() => first.relays(other, { port: 8443, targetPort: 443 }), 'BST050', 'chart/shop/workloads/first relays other', 'say another port and targetPort');
    first.relays(other, { port: 8443 });
  });

  test('a certificate where the mesh starts no TLS', () => {
    const shown = { clientCertificateSecret: 'client-tls' };
    expectRefusal(() => egress().relays(outside('http://payments.example.com'), shown), 'BST050', PATH, 'the mesh starts no TLS towards "payments"');
    const sealed = outside('https://payments.example.com', { tlsOrigination: TlsOrigination.CLIENT }, 'sealed');
    expectRefusal(() => egress([], 'other').relays(sealed, shown), 'BST050', 'chart/shop/workloads/other relays sealed', 'let the client show its own');
  });

  test('a store, whatever it would be to its consumers', () => {
    const db = new Postgres(shop, 'payments', { provider: PostgresProvider.external({ host: 'db.example.com', database: 'shop', credentials: vault.secret('db') }) });
    expectRefusal(() => egress().relays(db), 'BST050', PATH, '"payments" is a store or a broker', 'consumers reach it themselves');
  });
});

test('BST801: a Secret is called as Kubernetes lets it be', () => (
  expectRefusal(() => egress().relays(outside(), { clientCertificateSecret: 'Client_tls' }), 'BST801', PATH)));

test.each([{ port: 15021 }, { port: 443, targetPort: 15000 }])('BST049: refuses %j, where the proxy listens itself', options =>
  expectRefusal(() => egress().relays(outside(), options), 'BST049', PATH, 'is one that the proxy of a gateway has for itself'));

test.each<[string, () => HttpService | TcpService, string]>([
  ['bytes', () => new TcpService(shop, 'payments', { provider: TcpProvider.external({ host: 'payments.example.com', port: 389, tls: Tls.NONE }) }), 'is dialled as tcp at port 389'],
  ['a wildcard', () => outside('https://payments.example.com', { tlsOrigination: TlsOrigination.CLIENT, furtherHosts: ['*.example.com'] }), 'resolve no name of "*.example.com"'],
])('BST051: refuses %s', (_, service, words) => expectRefusal(() => egress().relays(service()), 'BST051', PATH, words));
