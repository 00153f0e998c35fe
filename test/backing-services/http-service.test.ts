import {
  ExternalHttpOptions, HttpMatch, HttpProvider, HttpRoute, HttpService, HttpServiceProps, LoadBalancing, Pods, Protocol, TlsOrigination, Topology,
} from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, variablesOf, vault } from '../support/declare';

const read = (service: HttpService) => readable(told(service, newWorkload(newTopology(), 'anybody')));
const external = (url: string, options?: ExternalHttpOptions) => new HttpService(newTopology(), 'payments', { provider: HttpProvider.external(url, options) });

test.each([[{}, 'http://user-service.shop.svc'], [{ port: 8080 }, 'http://user-service.shop.svc:8080'], [{ targetPort: 9090 }, 'http://user-service.shop.svc'], [{ port: 443 }, 'http://user-service.shop.svc:443']])(
  'a workload that serves %j is found at %s', (options, url) => {
    const shop = newTopology();
    const service = new HttpService(shop, 'user-service', { provider: HttpProvider.workload(newWorkload(shop, 'users'), options) });
    expect(read(service)).toEqual({ 'URL': url, '(uri)': url });
    expect(service).toMatchObject({ protocol: Protocol.HTTP, bindingType: 'http', loadBalancing: LoadBalancing.LEAST_REQUEST });
  });

test.each<[string, ExternalHttpOptions | undefined, string]>([
  ['https://payments.example.com', undefined, 'http://payments.example.com'],
  ['https://payments.example.com:8443/v1/', undefined, 'http://payments.example.com/v1'],
  ['https://payments.example.com/v1', { tlsOrigination: TlsOrigination.MESH }, 'http://payments.example.com/v1'],
  ['https://payments.example.com', { tlsOrigination: TlsOrigination.CLIENT }, 'https://payments.example.com'],
  ['https://payments.example.com:8443', { tlsOrigination: TlsOrigination.CLIENT }, 'https://payments.example.com:8443'],
  ['http://payments.example.com:8080', undefined, 'http://payments.example.com:8080'],
])('a third party at %s with %j is found at %s', (url, options, found) => expect(read(external(url, options)).URL).toBe(found));

test('where a client starts TLS, no mesh balances single requests', () => {
  const service = external('https://payments.example.com', { tlsOrigination: TlsOrigination.CLIENT });
  expect([service.protocol, service.showsRequests, service.loadBalancing]).toEqual([Protocol.HTTP, false, undefined]);
});

test.each<[Record<string, string>, string[]]>([
  [{ token: 't' }, ['TOKEN', '(token)']],
  [{ username: 'u', password: 'p' }, ['PASSWORD', '(password)', 'USERNAME', '(username)']],
  [{ 'client-certificate': 'c', 'private-key': 'k' }, ['CLIENT_CERTIFICATE_FILE', '(client.crt)', 'PRIVATE_KEY_FILE', '(client.key)']],
])('beside the URL a consumer is told %j', (parts, names) => {
  const credentials = vault.secret('pay', parts);
  const service = external('https://payments.example.com', { tlsOrigination: TlsOrigination.CLIENT, credentials });
  expect(Object.keys(read(service))).toEqual(['URL', '(uri)', ...names]);
});

test('takes every option', () => {
  const shop = newTopology();
  const versions = ['v1', 'v2'].map(name => ({ name, labels: { version: name } }));
  const all: Required<HttpServiceProps> = {
    provider: HttpProvider.workload(newWorkload(shop, 'reviews', { pods: Pods.fromLabels({ labels: { a: '1' }, versions }) })),
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
  const provider = HttpProvider.workload(newWorkload(shop, 'w', { pods: Pods.fromLabels({ labels: { a: '1' }, versions }) }));
  expectRefusal(() => new HttpService(shop, 's', { provider, routes }), code, 'chart/shop/s');
});

test.each([['BST511', 'https://u:CANARY@h.example'], ['BST027', 'h.example'], ['BST801', 'https://10.0.0.1']])('%s: refuses %s', (code, url) => {
  expectRefusal(() => external(url), code, 'chart/shop/payments');
  expect(() => external(url)).not.toThrow('CANARY');
});

test('swapping the provider leaves the variables that a consumer reads', () => {
  const variables = (provider: (shop: Topology) => HttpProvider) => {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.calls(new HttpService(shop, 'payments', { provider: provider(shop) }));
    return shop.read().bindingsOf(orders).flatMap(variablesOf);
  };
  const credentials = vault.secret('pay', { token: 't' });
  expect(variables(shop => HttpProvider.workload(newWorkload(shop, 'server')))).toEqual(['PAYMENTS_URL']);
  expect(variables(() => HttpProvider.external('https://payments.example.com'))).toEqual(['PAYMENTS_URL']);
  expect(variables(shop => HttpProvider.workload(newWorkload(shop, 'server'), { credentials }))).toEqual(['PAYMENTS_TOKEN', 'PAYMENTS_URL']);
  expect(variables(() => HttpProvider.inCluster({ service: 's', namespace: 'n', credentials }))).toEqual(['PAYMENTS_TOKEN', 'PAYMENTS_URL']);
  expect(variables(() => HttpProvider.external('https://payments.example.com', { credentials }))).toEqual(['PAYMENTS_TOKEN', 'PAYMENTS_URL']);
});

test('survives hostile text', () => survivesHostileText(text => {
  external(text);
  external('https://h.example', { cidrs: [text] });
}));
