import { EndpointOrigin, GrpcEndpointProps, GrpcProvider, GrpcService, GrpcServiceProps, HttpRoute, LoadBalancing, Pods, Protocol } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, requestFrom, survivesHostileText } from '../support/declare';

/** The locator is the same for every consumer. */
const ANYBODY = requestFrom(newWorkload(newTopology(), 'anybody'));

const endpoint: Required<GrpcEndpointProps> = { host: 'grpc.example.com', port: 8443 };
const declare = (props: Partial<GrpcServiceProps> = {}) =>
  new GrpcService(newTopology(), 'quotes', { provider: GrpcProvider.endpoint(endpoint), ...props });

test('a workload provides it at the usual port', () => {
  const shop = newTopology();
  const service = new GrpcService(shop, 'quotes', { provider: GrpcProvider.workload(newWorkload(shop, 'server')) });
  expect(service).toMatchObject({ protocol: Protocol.GRPC, bindingType: 'grpc', bindingProvider: 'quotes', shape: 'api', loadBalancing: LoadBalancing.LEAST_REQUEST, routes: [] });
  expect(readable(service.bind(ANYBODY))).toEqual({ 'TARGET': 'quotes.shop.svc:50051', '(target)': 'quotes.shop.svc:50051' });
});

test('a third party takes every option; TLS is up to the client', () => {
  const service = declare();
  expect(service.endpoint).toEqual({ origin: EndpointOrigin.EXTERNAL, ...endpoint });
  expect([service.protocol, service.loadBalancing, readable(service.bind(ANYBODY)).TARGET]).toEqual([Protocol.TLS, undefined, 'grpc.example.com:8443']);
});

test('a third party listens on 443 unless told', () => expect(declare({ provider: GrpcProvider.endpoint({ host: 'a.example' }) }).endpoint.port).toBe(443));

test('takes every option', () => {
  const shop = newTopology();
  const pods = Pods.elsewhere({ labels: { a: '1' }, versions: [{ name: 'v1', labels: { v: '1' } }] });
  const provider = GrpcProvider.workload(newWorkload(shop, 'server', { pods }), { port: 1, targetPort: 2, headless: true });
  const all: Required<GrpcServiceProps> = { provider, routes: [HttpRoute.split({ v1: 100 })], loadBalancing: LoadBalancing.ROUND_ROBIN };
  const service = new GrpcService(shop, 'quotes', all);
  expect([service.routes, service.loadBalancing]).toEqual([all.routes, all.loadBalancing]);
  expect(service.endpoint).toMatchObject({ port: 1, targetPort: 2, headless: true });
});

test.each([[{ host: 'Grpc' }, 'BST801'], [{ host: 'u:CANARY@h' }, 'BST511'], [{ host: 'h', port: 0 }, 'BST007']])('%j: refuses with %s', (props, code) => {
  expectRefusal(() => declare({ provider: GrpcProvider.endpoint(props) }), code, 'chart/shop/quotes');
  expect(() => declare({ provider: GrpcProvider.endpoint(props) })).not.toThrow('CANARY');
});

test('BST604: refuses a route to a version that nobody runs', () =>
  expectRefusal(() => declare({ routes: [HttpRoute.split({ v1: 100 })] }), 'BST604', 'chart/shop/quotes', '"v1"', 'has none'));

test('survives hostile text', () => survivesHostileText(host => declare({ provider: GrpcProvider.endpoint({ host }) })));
