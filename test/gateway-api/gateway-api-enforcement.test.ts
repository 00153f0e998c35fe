import { Duration } from 'cdk8s';
import {
  CallOptions, CircuitBreaker, ConnectionPool, HttpProvider, HttpRoute, HttpService, Pods, RetryCondition, RetryPolicy, Workload,
} from '../../src';
import { GatewayApi } from '../../src/gateway-api/gateway-api';
import { ReleaseChannel } from '../../src/gateway-api/release-channel';
import { AmbientDeclaration } from '../support/ambient';
import { newGateway } from '../support/gateway';
import { GatewayApiDeclaration } from '../support/gateway-api';
import { MeshDeclaration } from '../support/mesh';
import { newRollout } from '../support/rollout';

let declared: GatewayApiDeclaration;
beforeEach(() => { declared = new GatewayApiDeclaration(); });

function foundOf(said: CallOptions, service: HttpService = declared.users()): string[] {
  const door = declared.door();
  door.calls(service, said);
  door.exposes(service);
  declared.read();
  return declared.found('BST616');
}

test('a time limit is carried, and so are routes', () => expect(foundOf({ timeout: Duration.seconds(1) }, declared.pages([HttpRoute.split({ v1: 90, v2: 10 })]))).toEqual([]));

test.each<[string, CallOptions, string]>([
  ['retry', { retry: RetryPolicy.attempts(1) }, 'the standard channel of the Gateway API has no words for retries'],
  ['connectTimeout', { connectTimeout: Duration.seconds(1) }, 'time limits of connecting'], ['circuitBreaker', { circuitBreaker: CircuitBreaker.consecutiveErrors(5) }, 'circuit breakers'],
  ['connectionPool', { connectionPool: ConnectionPool.limits({ maxConnections: 1 }) }, 'limits of connections'],
])('%s is an error, as nothing carries it', (field, said, words) => {
  const found = foundOf(said);
  expect(found).toEqual([expect.stringMatching(new RegExp(`^error door calls users-api: ${field} cannot be carried: .*${words}; leave it out, or, where Istio's own gateways run, declare it without gatewayClassName`))]);
});

describe('with the experimental channel', () => {
  beforeEach(() => { declared = new GatewayApiDeclaration(undefined, ReleaseChannel.EXPERIMENTAL); });

  test('retries of a gateway are carried', () => expect(foundOf({ retry: RetryPolicy.attempts(1) })).toEqual([]));

  test('what an HTTPRoute cannot say of them is an error', () => expect(foundOf({ retry: RetryPolicy.attempts(1, { on: [RetryCondition.SERVER_ERROR] }) })).toEqual([
    expect.stringContaining('retry cannot be carried: an HTTPRoute has no words for the condition 5xx'),
  ]));

  test('so are those of calls of gRPC', () => {
    declared.door().exposes(declared.grpc(declared.workload('stock')), { retry: RetryPolicy.attempts(1) });
    declared.read();
    expect(declared.found('BST616')).toEqual([expect.stringContaining('a GRPCRoute has no words for retries')]);
  });
});

test('calls of gRPC have no time limit in a GRPCRoute', () => {
  declared.door().exposes(declared.grpc(declared.workload('stock')), { timeout: Duration.seconds(1) });
  declared.read();
  expect(declared.found('BST616')).toEqual([expect.stringContaining('a GRPCRoute has no words for time limits')]);
});

test('a mesh beside it does not claim what its rules do not reach either', () => {
  const mesh = new MeshDeclaration();
  const door = newGateway(mesh.topology, { gatewayClassName: 'istio', listeners: declared.door().listeners });
  const users = mesh.users();
  door.calls(users, { circuitBreaker: CircuitBreaker.consecutiveErrors(5), connectTimeout: Duration.seconds(1) });
  door.exposes(users, { timeout: Duration.seconds(2), retry: RetryPolicy.attempts(1) });
  new GatewayApi(mesh.chart, 'gateway-api', { topology: mesh.topology });
  mesh.read();
  expect(mesh.found('BST616').map(each => each.split(' cannot')[0])).toEqual(expect.arrayContaining([
    'error door calls users-api: circuitBreaker', 'error door calls users-api: connectTimeout', 'error door calls users-api: retry',
  ]));
});

test('what a gateway of Istio\'s own API exposes is no matter of it, nor what workloads call', () => {
  const users = declared.users();
  newGateway(declared.topology).exposes(users, { timeout: Duration.seconds(1) });
  declared.workload('web').calls(users, { timeout: Duration.seconds(1) });
  declared.read();
  expect(declared.found('BST616').map(each => each.split(':')[0])).toEqual(expect.arrayContaining(['error door', 'warning web calls users-api']));
});

test('without a mesh, it is an error that such a gateway exposes something, as nothing would be made of it', () => {
  newGateway(declared.topology).exposes(declared.users());
  declared.read();
  expect(declared.found('BST616')).toEqual([expect.stringMatching(/^error door: .*exposes\(\); add a mesh such as IstioMesh, or GatewayApi with the gatewayClassName of the gateway/)]);
});

test('without this output, it is said that it is missing', () => {
  declared.door().exposes(declared.users(), { timeout: Duration.seconds(1) });
  declared.topology.read();
  expect(declared.found('BST616').every(each => each.includes('add GatewayApi'))).toBe(true);
  expect(declared.found('BST616')).not.toEqual([]);
});

describe('of calls of services, where a mesh reads routes of the Gateway API', () => {
  beforeEach(() => { declared = new GatewayApiDeclaration(true); });
  const foundOfCalls = (declare: () => void) => { declare(); declared.read(); return declared.found('BST616'); };

  test('a time limit that all callers agree on is carried, and so are routes', () => expect(foundOfCalls(() => {
    const pages = declared.pages([HttpRoute.split({ v1: 90, v2: 10 })]);
    for (const name of ['web', 'app']) declared.workload(name).calls(pages, { timeout: Duration.seconds(1) });
  })).toEqual([]));

  test('one that they do not agree on is an error, for each that says it', () => expect(foundOfCalls(() => {
    const users = declared.users();
    declared.workload('web').calls(users, { timeout: Duration.seconds(1) });
    declared.workload('app').calls(users);
  })).toEqual(['error web calls users-api: timeout cannot be carried: a route that is bound to a Service does not ask who calls, and not all who may call users-api, gateways among them, are to wait so long; '
    + 'let each caller declare the same, and gateways no more, guard the workload that answers, or let sidecars carry it: Mesh.istio()']));

  test('what a route has no words for is an error', () => {
    const said: CallOptions = {
      retry: RetryPolicy.attempts(1), connectTimeout: Duration.seconds(1), circuitBreaker: CircuitBreaker.consecutiveErrors(5),
      connectionPool: ConnectionPool.limits({ maxConnections: 1 }),
    };
    const found = foundOfCalls(() => declared.workload('web').calls(declared.users(), said));
    expect(found.map(each => /: (\w+) cannot be carried: (.*); leave it out, or let sidecars/.exec(each)?.slice(1))).toEqual(expect.arrayContaining([
      ['retry', 'the standard channel of the Gateway API has no words for retries'], ['connectTimeout', 'the Gateway API has no words for time limits of connecting'],
    ]));
    expect(found).toHaveLength(4);
  });

  test('a third party has no Service that a route could be bound to', () =>
    expect(foundOfCalls(() => declared.workload('web').calls(declared.payments(), { timeout: Duration.seconds(1) })))
      .toContainEqual(expect.stringContaining('payments has no Service of ours')));
});

describe('routes of a workload that Argo Rollouts releases', () => {
  const released = (on: MeshDeclaration | GatewayApiDeclaration) => {
    const goods = new Workload(on.topology, 'goods', { pods: Pods.rollout(newRollout(on.chart, 'goods')) });
    return new HttpService(on.topology, 'goods-api', { provider: HttpProvider.workload(goods) });
  };
  const REASON = 'what releases goods is not told here of the routes of the Gateway API that lead to goods-api';

  test('are not carried behind a gateway, whatever Services there are', () => {
    declared.door().exposes(released(declared));
    declared.read();
    expect(declared.found('BST616')).toContainEqual(expect.stringContaining(REASON));
    expect(declared.found('BST667')).toEqual([]);
  });

  test('are not carried without sidecars', () => {
    const ambient = new AmbientDeclaration();
    ambient.caller('web', released(ambient));
    ambient.read();
    expect(ambient.found('BST616')).toContainEqual(expect.stringContaining(REASON));
  });

  test('are, where sidecars and gateways of Istio lead there', () => {
    const mesh = new MeshDeclaration();
    mesh.caller('web', released(mesh));
    new GatewayApi(mesh.chart, 'gateway-api', { topology: mesh.topology });
    mesh.read();
    expect(mesh.found('BST616')).toEqual([]);
  });
});
