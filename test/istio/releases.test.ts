import { ApiObject, Duration, JsonPatch } from 'cdk8s';
import {
  GatewayListener, HttpMatch, HttpProvider, HttpRoute, HttpService, IstioMesh, Pods, RetryPolicy, TcpProvider, TcpService, Workload,
} from '../../src';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';
import { newRollout } from '../support/rollout';

let declared: MeshDeclaration;
let rollout: ApiObject;
let goods: Workload;
beforeEach(() => {
  declared = new MeshDeclaration();
  rollout = newRollout(declared.chart, 'goods');
  goods = new Workload(declared.topology, 'goods', { pods: Pods.rollout(rollout) });
});
const api = (routes?: HttpRoute[], service = 'goods-api') => new HttpService(declared.topology, service, { provider: HttpProvider.workload(goods, { targetPort: 8080 }), routes });
const mesh = () => new IstioMesh(declared.chart, 'mesh', { topology: declared.topology });
const told = () => rollout.toJson().spec.strategy.canary.trafficRouting?.istio;

test('both versions are subsets that select the same pods until the controller tells them apart, and all requests go to the stable one', () => {
  api();
  expect(declared.spec('DestinationRule', 'goods-api').subsets).toEqual(['canary', 'stable'].map(name => ({ name, labels: { app: 'goods' } })));
  expect(declared.spec('VirtualService', 'goods-api').http[0].route.map(({ destination, weight }: any) => [destination.subset, weight])).toEqual([['canary', 0], ['stable', 100]]);
});

test('the Rollout is told of every route that leads to both, those that are repeated among them, and of no other', () => {
  const service = api([HttpRoute.when(HttpMatch.header('x-preview', 'yes')).to('canary'), HttpRoute.split({ stable: 100, canary: 0 })]);
  declared.caller('web', service, { retry: RetryPolicy.attempts(2) });
  declared.caller('batch', service, { timeout: Duration.seconds(30) });
  mesh();
  expect(told()).toEqual({
    destinationRule: { name: 'goods-api', canarySubsetName: 'canary', stableSubsetName: 'stable' },
    virtualService: { name: 'goods-api', routes: ['batch-split', 'web-split-retriable', 'web-split', 'split'] },
  });
});

test('the routes of a gateway are in a VirtualService whose name has no dot, which the Rollout would take for the beginning of a namespace', () => {
  newGateway(declared.topology, { listeners: [GatewayListener.http({ hosts: ['shop.example.com'] })], configNamespace: 'doors' }).exposes(api());
  mesh();
  const [door, own] = told().virtualServices;
  expect(door).toEqual({ name: expect.stringMatching(/^door-shop-example-com-[0-9a-f]{8}\.doors$/), routes: ['goods-api-split'] });
  expect(own.name).toBe('goods-api');
});

test('connections are moved by the port of their route', () => {
  new TcpService(declared.topology, 'bytes', { provider: TcpProvider.workload(goods, { port: 7000 }) });
  expect(mesh().ignoreDifferences[0].jqPathExpressions).toEqual(['.spec.tcp[] | select(.match[0].port == 7000) | .route[].weight']);
  expect(told().virtualService).toEqual({ name: 'bytes', tcpRoutes: [{ port: 7000 }] });
});

test('what else the Rollout says of its routing stays', () => {
  rollout.addJsonPatch(JsonPatch.add('/spec/strategy/canary/trafficRouting', { alb: { ingress: 'goods' } }));
  api();
  mesh();
  expect(Object.keys(rollout.toJson().spec.strategy.canary.trafficRouting)).toEqual(['alb', 'istio']);
});

test('Argo CD is told to pass over the weights of these routes and the label that tells the versions apart, and of nothing else', () => {
  api();
  expect(mesh().ignoreDifferences).toMatchSnapshot();
});

test('where nothing is released nothing is passed over', () => {
  declared = new MeshDeclaration();
  declared.users();
  expect(mesh().ignoreDifferences).toEqual([]);
});
