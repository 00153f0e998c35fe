import { ExternalGrpcProps, GrpcProvider, GrpcService, GrpcServiceProps, HttpRoute, LoadBalancing, Pods, Protocol, Topology } from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, variablesOf, vault } from '../support/declare';

const declare = (props: Partial<GrpcServiceProps> = {}, shop = newTopology()) =>
  new GrpcService(shop, 'quotes', { provider: GrpcProvider.external({ host: 'grpc.example.com', port: 8443 }), ...props });
const read = (service: GrpcService) => readable(told(service, newWorkload(newTopology(), 'anybody')));

test('a workload provides it at the usual port', () => {
  const shop = newTopology();
  const service = declare({ provider: GrpcProvider.workload(newWorkload(shop, 'server')) }, shop);
  expect(service).toMatchObject({ protocol: Protocol.GRPC, bindingType: 'grpc', shape: 'api', loadBalancing: LoadBalancing.LEAST_REQUEST, routes: [] });
  expect(read(service)).toEqual({ 'TARGET': 'quotes.shop.svc:50051', '(target)': 'quotes.shop.svc:50051' });
});

test('where a client starts TLS, no mesh balances single calls', () =>
  expect([declare().protocol, declare().showsRequests, declare().loadBalancing, read(declare()).TARGET]).toEqual([Protocol.GRPC, false, undefined, 'grpc.example.com:8443']));

test('a token is told beside the target, a client certificate by the paths of its files', () => {
  const credentials = vault.secret('api', { 'token': 't', 'client-certificate': 'cert', 'private-key': 'key', 'ca': 'ca' });
  expect(read(declare({ provider: GrpcProvider.external({ host: 'a.example', credentials }) }))).toMatchObject({
    'TOKEN': '{api t}',
    '(token)': '{api t}',
    'CLIENT_CERTIFICATE_FILE': '/bindings/b/client.crt',
    'PRIVATE_KEY_FILE': '/bindings/b/client.key',
    'CA_FILE': '/bindings/b/ca.crt',
  });
});

test('swapping the provider leaves the variables that a consumer reads', () => {
  const providers = (shop: Topology) => [
    GrpcProvider.workload(newWorkload(shop, 'server')), GrpcProvider.inCluster({ service: 's', namespace: 'n' }), GrpcProvider.external({ host: 'a.example' }),
  ];
  for (const index of [0, 1, 2]) {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.calls(declare({ provider: providers(shop)[index] }, shop));
    expect(shop.read().bindingsOf(orders).flatMap(variablesOf)).toEqual(['QUOTES_TARGET']);
  }
});

test('takes every option', () => {
  const shop = newTopology();
  const pods = Pods.fromLabels({ labels: { a: '1' }, versions: [{ name: 'v1', labels: { v: '1' } }] });
  const provider = GrpcProvider.workload(newWorkload(shop, 'server', { pods }));
  const all: Required<GrpcServiceProps> = {
    provider, idempotentMethods: ['shop.Quotes/Get'], routes: [HttpRoute.split({ v1: 100 })], loadBalancing: LoadBalancing.ROUND_ROBIN,
    contract: { operations: [{ id: 'get', method: 'POST', path: '/shop.Quotes/Get', retriable: false }] },
  };
  const { contract: { operations: [operation] }, idempotentMethods, routes, loadBalancing } = all;
  const contract = { operations: [{ ...operation, retriable: true }] };
  expect(declare(all, shop)).toMatchObject({ contract, idempotentMethods, routes, loadBalancing });
});

test.each<[Partial<ExternalGrpcProps>, string, string]>([
  [{ host: 'Grpc' }, 'BST801', '"Grpc"'], [{ host: 'u:CANARY@h' }, 'BST511', 'not repeated'], [{ port: 0 }, 'BST007', '1..65535'], [{ cidrs: ['x'] }, 'BST026', '"x"'],
])('%j: refuses with %s', (props, code, words) => {
  const refused = () => declare({ provider: GrpcProvider.external({ host: 'a.example', ...props }) });
  expectRefusal(refused, code, 'chart/shop/quotes', words);
  expect(refused).not.toThrow('CANARY');
});

test('BST604: refuses a route to a version that nobody runs', () =>
  expectRefusal(() => declare({ routes: [HttpRoute.split({ v1: 100 })] }), 'BST604', 'chart/shop/quotes', '"v1"', 'has none'));

test('survives hostile text', () => survivesHostileText(host => declare({ provider: GrpcProvider.external({ host }) })));
