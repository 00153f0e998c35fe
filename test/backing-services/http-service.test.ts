import {
  ExternalHttpOptions, HttpMatch, HttpProvider, HttpRoute, HttpService, HttpServiceProps, LoadBalancing, Pods, Protocol, TlsOrigination, Topology,
} from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, requestFrom, survivesHostileText, variablesOf } from '../support/declare';

/** The locator is the same for every consumer. */
const ANYBODY = requestFrom(newWorkload(newTopology(), 'anybody'));

const URL_OF = (service: HttpService) => readable(service.bind(ANYBODY)).URL;
const external = (url: string, options?: ExternalHttpOptions) => new HttpService(newTopology(), 'payments', { provider: HttpProvider.external(url, options) });

test.each([[{}, 'http://user-service.shop.svc'], [{ port: 8080 }, 'http://user-service.shop.svc:8080'], [{ targetPort: 9090 }, 'http://user-service.shop.svc'], [{ port: 443 }, 'http://user-service.shop.svc:443']])(
  'a workload that serves %j is found at %s', (options, url) => {
    const shop = newTopology();
    const service = new HttpService(shop, 'user-service', { provider: HttpProvider.workload(newWorkload(shop, 'users'), options) });
    expect(readable(service.bind(ANYBODY))).toEqual({ 'URL': url, '(uri)': url });
    expect(service).toMatchObject({ protocol: Protocol.HTTP, bindingType: 'http', bindingProvider: 'user-service', loadBalancing: LoadBalancing.LEAST_REQUEST });
  });

test.each<[string, ExternalHttpOptions | undefined, string]>([
  ['https://payments.example.com', undefined, 'http://payments.example.com'],
  ['https://payments.example.com:8443/v1/', undefined, 'http://payments.example.com/v1'],
  ['https://payments.example.com/v1', { tlsOrigination: TlsOrigination.MESH }, 'http://payments.example.com/v1'],
  ['https://payments.example.com', { tlsOrigination: TlsOrigination.CLIENT }, 'https://payments.example.com'],
  ['https://payments.example.com:8443', { tlsOrigination: TlsOrigination.CLIENT }, 'https://payments.example.com:8443'],
  ['http://payments.example.com:8080', undefined, 'http://payments.example.com:8080'],
])('a third party at %s with %j is found at %s', (url, options, found) => expect(URL_OF(external(url, options))).toBe(found));

test('a third party takes every option', () => {
  const all: Required<ExternalHttpOptions> = { tlsOrigination: TlsOrigination.CLIENT, cidrs: ['203.0.113.0/24'] };
  const service = external('https://payments.example.com', all);
  expect(service.endpoint).toMatchObject({ cidrs: all.cidrs, tlsByMesh: false, port: 443 });
  expect([service.protocol, service.loadBalancing]).toEqual([Protocol.TLS, undefined]);
});

test('takes every option', () => {
  const shop = newTopology();
  const versions = ['v1', 'v2'].map(name => ({ name, labels: { version: name } }));
  const all: Required<HttpServiceProps> = {
    provider: HttpProvider.workload(newWorkload(shop, 'reviews', { pods: Pods.elsewhere({ labels: { a: '1' }, versions }) })),
    contract: { operations: [] },
    routes: [HttpRoute.when(HttpMatch.header('end-user', 'jason')).to('v2'), HttpRoute.split({ v1: 90, v2: 10 })],
    loadBalancing: LoadBalancing.stickyHeader('x-user'),
  };
  const { contract, routes, loadBalancing } = new HttpService(shop, 'reviews', all);
  expect({ provider: all.provider, contract, routes, loadBalancing }).toEqual(all);
});

test.each<[string, HttpRoute[]]>([['BST604', [HttpRoute.split({ v1: 100 })]], ['BST008', [HttpRoute.when(HttpMatch.header('a', 'b')).to('v1')]]])('%s: refuses routes that lead nowhere', (code, routes) => {
  const shop = newTopology();
  const versions = code === 'BST008' ? [{ name: 'v1', labels: {} }] : undefined;
  const provider = HttpProvider.workload(newWorkload(shop, 'w', { pods: Pods.elsewhere({ labels: { a: '1' }, versions }) }));
  expectRefusal(() => new HttpService(shop, 's', { provider, routes }), code, 'chart/shop/s');
});

test.each([['BST511', 'https://u:CANARY@h.example'], ['BST014', 'h.example'], ['BST801', 'https://10.0.0.1']])('%s: refuses %s', (code, url) => {
  expectRefusal(() => external(url), code, 'chart/shop/payments');
  expect(() => external(url)).not.toThrow('CANARY');
});

test('swapping the provider leaves the variables that a consumer reads', () => {
  const read = (provider: (shop: Topology) => HttpProvider) => {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.calls(new HttpService(shop, 'payments', { provider: provider(shop) }));
    return shop.read().bindingsOf(orders).flatMap(variablesOf);
  };
  expect(read(shop => HttpProvider.workload(newWorkload(shop, 'server')))).toEqual(['PAYMENTS_URL']);
  expect(read(() => HttpProvider.external('https://payments.example.com'))).toEqual(['PAYMENTS_URL']);
});

test('survives hostile text', () => survivesHostileText(text => {
  external(text);
  external('https://h.example', { cidrs: [text] });
}));
