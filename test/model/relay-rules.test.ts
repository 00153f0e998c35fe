import { GatewayListener, HttpProvider, HttpService, TcpProvider, TcpService, Tls, TlsOrigination, Topology } from '../../src';
import { expectRefusal, newHttpService, newTopology } from '../support/declare';
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
    expectRefusal(() => first.relays(other), 'BST050', 'chart/shop/workloads/first relays other', '"first relays payments" at port 443 too, for "payments.example.com"');
    first.relays(other, { port: 8443 });
  });
});

test.each<[string, () => HttpService | TcpService, string]>([
  ['bytes', () => new TcpService(shop, 'payments', { provider: TcpProvider.external({ host: 'payments.example.com', port: 389, tls: Tls.NONE }) }), 'is dialled as tcp at port 389'],
  ['a wildcard', () => outside('https://payments.example.com', { tlsOrigination: TlsOrigination.CLIENT, furtherHosts: ['*.example.com'] }), 'resolve no name of "*.example.com"'],
])('BST051: refuses %s', (_, service, words) => expectRefusal(() => egress().relays(service()), 'BST051', PATH, words));
