import { EndpointOrigin, Protocol, ServiceShape, TcpEndpointProps, TcpProvider, TcpService, TcpWorkloadOptions, Topology } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, requestFrom, survivesHostileText, variablesOf } from '../support/declare';

/** The locator is the same for every consumer. */
const ANYBODY = requestFrom(newWorkload(newTopology(), 'anybody'));

const endpoint = (props: Partial<TcpEndpointProps> = {}, shop: Topology = newTopology()) =>
  new TcpService(shop, 'ldap', { provider: TcpProvider.endpoint({ host: 'ldap.example', port: 636, ...props }) });
const inWorkload = (options: TcpWorkloadOptions, shop: Topology = newTopology()) =>
  new TcpService(shop, 'ldap', { provider: TcpProvider.workload(newWorkload(shop, 'server'), options) });

test('a third party takes every option', () => {
  const all: Required<TcpEndpointProps> = { host: 'ldap.example', port: 389, cidrs: ['10.0.0.0/8'] };
  expect(endpoint(all).endpoint).toEqual({ origin: EndpointOrigin.EXTERNAL, ...all });
  expect(endpoint(all)).toMatchObject({ protocol: Protocol.TCP, bindingType: 'tcp', bindingProvider: 'ldap', shape: ServiceShape.API, loadBalancing: undefined });
  expect(readable(endpoint(all).bind(ANYBODY))).toEqual({ 'HOST': 'ldap.example', '(host)': 'ldap.example', 'PORT': '389', '(port)': '389' });
});

test('a workload takes every option', () => {
  const all: Required<TcpWorkloadOptions> = { port: 389, targetPort: 1389, headless: true };
  expect(inWorkload(all).endpoint).toMatchObject({ host: 'ldap.shop.svc', ...all });
  expect(inWorkload({ port: 389 }).endpoint).toMatchObject({ targetPort: 389, headless: false });
});

test('swapping the provider leaves the variables that a consumer reads', () => {
  for (const declare of [(shop: Topology) => endpoint({}, shop), (shop: Topology) => inWorkload({ port: 1 }, shop)]) {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.uses(declare(shop));
    expect(shop.read().bindingsOf(orders).flatMap(variablesOf)).toEqual(['LDAP_HOST', 'LDAP_PORT']);
  }
});

test.each<[string, Partial<TcpEndpointProps>]>([['BST801', { host: 'LDAP' }], ['BST801', { host: '10.0.0.1' }], ['BST007', { port: NaN }], ['BST014', { cidrs: [''] }], ['BST511', { host: 'u:p@h' }]])(
  '%s: refuses %j', (code, props) => expectRefusal(() => endpoint(props), code, 'chart/shop/ldap'));

test('BST007: refuses the port 0 of a workload', () => expectRefusal(() => inWorkload({ port: 0 }), 'BST007', 'chart/shop/ldap', '"0"', '1..65535'));

test('survives hostile text', () => survivesHostileText(text => {
  endpoint({ cidrs: [text] });
  endpoint({ host: text });
}));
