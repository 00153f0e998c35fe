import { Duration } from 'cdk8s';
import {
  CircuitBreaker, ConnectionPool, GatewayListener, GrpcProvider, GrpcService, HttpProvider, HttpRoute, HttpService, IstioMesh, Pods, RetryPolicy,
  TlsOrigination, Topology,
} from '../../src';
import { newGateway } from '../support/gateway';
import { contractOf, MeshDeclaration, operation } from '../support/mesh';

const PODS = Pods.fromLabels({ labels: { istio: 'egressgateway' }, namespace: 'istio-egress', serviceAccountName: 'egress' });
const SERVICE = 'istio-egressgateway.istio-egress.svc.cluster.local';
let declared: MeshDeclaration;
beforeEach(() => { declared = new MeshDeclaration(); });
const egress = (listeners?: GatewayListener[]) => newGateway(declared.topology, { pods: PODS, service: 'istio-egressgateway', listeners }, 'egress');
const outside = (url: string, options = {}, id = 'payments') => new HttpService(declared.topology, id, { provider: HttpProvider.external(url, options) });
const mesh = (name = 'payments') => declared.spec('VirtualService', name);
const there = (host = 'payments.example.com') => declared.spec('VirtualService', `egress.${host}.relayed`);
const hop = (name = 'payments-example-com-80') => declared.spec('DestinationRule', `egress.${name}`);

describe('a third party that a gateway relays', () => {
  test('in the clear: sidecars send requests to the gateway by mutual TLS, and the gateway sends them on', () => {
    const payments = outside('http://payments.example.com');
    declared.caller('web', payments);
    egress().relays(payments);
    expect(mesh().http).toEqual([expect.objectContaining({ route: [{ destination: { host: SERVICE, subset: 'payments-example-com-80', port: { number: 443 } } }] })]);
    expect(hop()).toEqual({ host: SERVICE, exportTo: ['.'], subsets: [{ name: 'payments-example-com-80', trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL', sni: 'payments.example.com' } } }] });
    expect(declared.spec('Gateway', 'egress-https-443-payments-example-com')).toEqual({ selector: { istio: 'egressgateway' }, servers: [
      { port: { number: 443, name: 'https-443-payments-example-com', protocol: 'HTTPS' }, hosts: ['payments.example.com'], tls: { mode: 'ISTIO_MUTUAL' } }] });
    expect(there()).toMatchObject({ hosts: ['payments.example.com'], gateways: ['shop/egress-https-443-payments-example-com'], exportTo: ['.', 'istio-egress'], http: [
      { match: [{ port: 443 }], route: [{ destination: { host: 'payments.example.com', port: { number: 80 } } }], retries: { attempts: 0 } }] });
  });

  test('whose TLS the mesh starts: the gateway starts it, and no sidecar does', () => {
    const payments = outside('https://payments.example.com');
    declared.caller('web', payments);
    egress().relays(payments);
    expect(declared.spec('DestinationRule', 'payments')).toMatchObject({ host: 'payments.example.com', exportTo: ['.', 'istio-egress'], trafficPolicy: { tls: { mode: 'SIMPLE', sni: 'payments.example.com' } } });
    expect(declared.spec('ServiceEntry', 'payments')).toMatchObject({ exportTo: ['.', 'istio-egress'], resolution: 'DNS', ports: [{ number: 80, targetPort: 443 }] });
    expect(mesh().exportTo).toEqual(['.']);
    expect(there().http[0].route).toEqual([{ destination: { host: 'payments.example.com', port: { number: 80 } } }]);
  });

  test('at endpoints: the gateway reads the same entry, and asks no DNS either', () => {
    const payments = outside('https://payments.example.com', { endpoints: ['203.0.113.7'] });
    declared.caller('web', payments);
    egress().relays(payments);
    expect(declared.named('ServiceEntry')).toEqual(['shop/payments']);
    expect(declared.spec('ServiceEntry', 'payments')).toMatchObject({ exportTo: ['.', 'istio-egress'], resolution: 'STATIC', endpoints: [{ address: '203.0.113.7' }] });
    expect(there().http[0].route).toEqual([{ destination: { host: 'payments.example.com', port: { number: 80 } } }]);
  });

  test('whose TLS the client starts: it is passed on by the name that the client asks for, with nothing around', () => {
    const payments = outside('https://payments.example.com', { tlsOrigination: TlsOrigination.CLIENT, furtherHosts: ['eu.example.com'] });
    declared.caller('web', payments);
    egress().relays(payments);
    const to = (host: string, subset?: string) => [
      { match: [{ port: 443, sniHosts: [host] }], route: [{ destination: { host: subset ? SERVICE : host, subset, port: { number: 443 } } }] }];
    expect(mesh().tls).toEqual(to('payments.example.com', 'payments-example-com-443'));
    expect(there().tls).toEqual(to('payments.example.com'));
    expect(there('eu.example.com').tls).toEqual(to('eu.example.com'));
    for (const name of ['payments-example-com-443', 'eu-example-com-443']) expect(hop(name).subsets).toEqual([{ name, trafficPolicy: { tls: { mode: 'DISABLE' } } }]);
    expect(declared.spec('Gateway', 'egress-tls-443-eu-example-com').servers).toEqual([{ port: { number: 443, name: 'tls-443-eu-example-com', protocol: 'TLS' }, hosts: ['eu.example.com'], tls: { mode: 'PASSTHROUGH' } }]);
    expect(there('eu.example.com').gateways).toEqual(['shop/egress-tls-443-eu-example-com']);
  });

  test('the gateway shows a certificate, and verifies by the authority of the same Secret', () => {
    const payments = outside('https://payments.example.com');
    declared.caller('web', payments);
    egress().relays(payments, { clientCertificateSecret: 'client-tls' });
    const names = { sni: 'payments.example.com', subjectAltNames: ['payments.example.com'] };
    expect(declared.spec('DestinationRule', 'payments').trafficPolicy.tls).toEqual({ mode: 'MUTUAL', ...names, credentialName: 'client-tls' });
    expect(hop().subsets[0].trafficPolicy.tls.mode).toBe('ISTIO_MUTUAL');
  });

  test('how the gateway connects is told to no other gateway, which sends to this one', () => {
    const payments = outside('https://payments.example.com');
    const pods = Pods.fromLabels({ labels: { istio: 'ingressgateway' }, namespace: 'istio-ingress', serviceAccountName: 'door' });
    egress().relays(payments, { clientCertificateSecret: 'client-tls' });
    newGateway(declared.topology, { pods, listeners: [GatewayListener.http()] }).exposes(payments);
    expect(declared.spec('DestinationRule', 'payments').exportTo).toEqual(['istio-egress']);
    expect(declared.spec('ServiceEntry', 'payments').exportTo).toEqual(['istio-egress', 'istio-ingress']);
  });

  test('what a caller says acts at its sidecar; what the gateway says of itself, at the gateway', () => {
    const payments = outside('https://payments.example.com');
    declared.caller('web', payments, {
      timeout: Duration.seconds(2), retry: RetryPolicy.attempts(1), circuitBreaker: CircuitBreaker.consecutiveErrors(5),
      connectionPool: ConnectionPool.limits({ maxConnections: 7 }),
    });
    const gateway = egress();
    gateway.calls(payments, { connectionPool: ConnectionPool.limits({ maxConnections: 100 }), connectTimeout: Duration.seconds(1) });
    gateway.relays(payments);
    expect(mesh().http[0]).toMatchObject({ timeout: '2s', retries: { attempts: 1 } });
    const { connectionPool, outlierDetection } = hop().subsets[0].trafficPolicy;
    expect([connectionPool.tcp, outlierDetection.consecutive5xxErrors]).toEqual([{ maxConnections: 7 }, 5]);
    expect(declared.spec('DestinationRule', 'payments').trafficPolicy.connectionPool).toEqual({ tcp: { maxConnections: 100, connectTimeout: '1s' } });
    expect(there().http[0]).not.toHaveProperty('timeout');
  });

  test('a time limit of the gateway\'s own call holds there, whether or not it listens for more', () => {
    const payments = outside('https://payments.example.com');
    const gateway = egress();
    gateway.calls(payments, { timeout: Duration.seconds(9) });
    gateway.relays(payments);
    expect(there().http[0]).toMatchObject({ timeout: '9s' });
  });

  test('the operations and routes of the service are held where requests come from', () => {
    const routes = [HttpRoute.toAnyVersion({ requestHeaders: { set: { 'x-shop': '1' } } })];
    const payments = new HttpService(declared.topology, 'payments', { provider: HttpProvider.external('https://payments.example.com'), contract: contractOf(operation('pay', 'POST')), routes });
    declared.caller('web', payments, { operations: ['pay'] });
    egress().relays(payments);
    expect(mesh().http).toEqual([
      expect.objectContaining({ match: [expect.objectContaining({ method: { exact: 'POST' } })], headers: { request: { set: { 'x-shop': '1' } } } }), expect.objectContaining({ directResponse: { status: 403 } })]);
    expect(there().http).toEqual([expect.not.objectContaining({ headers: expect.anything() })]);
  });

  test('gRPC goes to the gateway by HTTP/2', () => {
    const rates = new GrpcService(declared.topology, 'rates', { provider: GrpcProvider.external({ host: 'rates.example.com', tlsOrigination: TlsOrigination.MESH }) });
    declared.caller('web', rates);
    egress().relays(rates);
    expect(hop('rates-example-com-80').subsets[0].trafficPolicy.connectionPool).toEqual({ http: { h2UpgradePolicy: 'UPGRADE' } });
  });

  test('two services at one host have a port of the gateway each', () => {
    const [plain, sealed] = [outside('http://payments.example.com', {}, 'plain'), outside('https://payments.example.com', { tlsOrigination: TlsOrigination.CLIENT }, 'sealed')];
    for (const [name, service] of [['web', plain], ['app', sealed]] as const) declared.caller(name, service);
    const gateway = egress();
    gateway.relays(plain, { port: 80 });
    gateway.relays(sealed);
    expect(mesh('payments.example.com')).toMatchObject({ tls: [{ match: [{ port: 443 }] }], http: [{ match: [{ port: 80 }], route: [{ destination: { host: SERVICE, port: { number: 80 } } }] }] });
    expect(there().gateways).toEqual(['shop/egress-https-80-payments-example-com', 'shop/egress-tls-443-payments-example-com']);
    expect(there()).toMatchObject({ tls: [{ match: [{ port: 443 }] }], http: [{ match: [{ port: 80 }], route: [{ destination: { host: 'payments.example.com', port: { number: 80 } } }] }] });
  });

  test('consumers of another namespace have rules of their own; where nobody but the gateway asks there are none', () => {
    const payments = outside('https://payments.example.com');
    declared.workload('web', { namespace: 'front' }).calls(payments);
    egress().relays(payments);
    expect(declared.named('DestinationRule').sort()).toEqual(['front/egress.payments-example-com-80', 'shop/payments']);
    expect(declared.named('VirtualService').sort()).toEqual(['front/payments', 'shop/egress.payments.example.com.relayed']);
    expect(declared.named('ServiceEntry').sort()).toEqual(['front/payments', 'shop/payments']);
  });

  test('a caller in the gateway\'s own namespace shares one entry with it, by which the gateway starts TLS', () => {
    const payments = outside('https://payments.example.com');
    for (const namespace of ['istio-egress', 'shop']) declared.workload(`web-${namespace}`, { namespace }).calls(payments);
    egress().relays(payments);
    expect(declared.named('ServiceEntry')).toEqual(['istio-egress/payments', 'shop/payments']);
    expect(declared.spec('DestinationRule', 'payments', 'istio-egress')).toMatchObject({ host: 'payments.example.com', trafficPolicy: { tls: { mode: 'SIMPLE' } } });
    expect(declared.spec('ServiceEntry', 'payments').exportTo).toEqual(['.']);
  });

  test('what another gateway exposes of it goes through the gateway too; what the same one does, does not', () => {
    const payments = outside('https://payments.example.com');
    newGateway(declared.topology).exposes(payments);
    const gateway = egress([GatewayListener.http({ hosts: ['pay.example.org'], port: 8080 })]);
    gateway.exposes(payments);
    gateway.relays(payments);
    const hostOf = (name: string) => declared.spec('VirtualService', name).http[0].route[0].destination.host;
    expect([hostOf('door.any'), hostOf('egress.pay.example.org')]).toEqual([SERVICE, 'payments.example.com']);
    expect(declared.named('DestinationRule')).toContain('istio-ingress/egress.payments-example-com-80');
  });
});

test('BST602: finds a host that two topologies have one gateway relay', () => {
  const payments = outside('https://payments.example.com');
  egress().relays(payments);
  const second = new Topology(declared.chart, 'second', { namespace: 'second' });
  newGateway(second, { pods: PODS, service: 'istio-egressgateway' }, 'egress').relays(new HttpService(second, 'pay', { provider: HttpProvider.external('https://payments.example.com') }));
  new IstioMesh(declared.chart, 'mesh-of-second', { topology: second });
  declared.read();
  expect([...declared.topology.findings, ...second.findings].map(({ code }) => code)).toContain('BST602');
});
