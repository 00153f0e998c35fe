import { GrpcProvider, GrpcService, HttpMatch, HttpRoute, StringMatch } from '../../src';
import { calledBy } from '../../src/gateway-api/grpc-route';
import { GatewayApiDeclaration } from '../support/gateway-api';

let declared: GatewayApiDeclaration;
beforeEach(() => { declared = new GatewayApiDeclaration(); });
const routes = () => declared.emitted.filter(({ kind }) => kind === 'GRPCRoute');

function stock(routesOfService?: HttpRoute[]): GrpcService {
  const workload = declared.workload('stock', { versions: ['v1', 'v2'].map(name => ({ name, labels: { version: name } })) });
  return new GrpcService(declared.topology, 'stock', { provider: GrpcProvider.workload(workload, { port: 9000, kubernetesService: { perVersion: true } }), routes: routesOfService });
}

test('of the smallest case: every call, to the Service', () => {
  declared.door().exposes(stock());
  expect(routes()).toMatchSnapshot();
});

test('of every option', () => {
  const split = HttpRoute.split({ v1: 90, v2: 10 }, { requestHeaders: { set: { 'x-a': '1' } }, responseHeaders: { add: { 'x-b': '2' } }, mirrors: [{ version: 'v2' }] });
  declared.door().exposes(stock([HttpRoute.when(HttpMatch.header('x-preview', 'yes')).to('v2'), split]), {
    hosts: ['*'], matches: [HttpMatch.uri(StringMatch.exact('/stock.v1.Stock/Get')), HttpMatch.uri(StringMatch.prefix('/stock.v1.Counts/'))],
  });
  expect(routes()).toMatchSnapshot();
});

test.each([
  ['/stock.Stock/Get', { type: 'Exact', service: 'stock.Stock', method: 'Get' }], ['/stock.Stock/', { type: 'Exact', service: 'stock.Stock' }], ['/', undefined],
])('the path %s calls %j', (path, called) => expect(calledBy(path)).toEqual(called));
