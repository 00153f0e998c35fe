import { Duration } from 'cdk8s';
import { ConnectionPool, ConnectionPoolOptions, HttpProvider, HttpService, IstioVersion, LoadBalancing, Locality } from '../../src';
import { AmbientDeclaration } from '../support/ambient';
import { MeshDeclaration } from '../support/mesh';

const { V1_31: istioVersion } = IstioVersion;
const http2KeepAlive = { interval: Duration.seconds(30), timeout: Duration.seconds(5) };
const retryBudget = { budgetInterval: Duration.seconds(1) };
const gentle = LoadBalancing.roundRobin({ warmup: { duration: Duration.minutes(1), aggression: 0.5 } });
const BEFORE = 'is known from Istio 1.31 on, and these objects are for 1.30; give the mesh istioVersion IstioVersion.V1_31 if it runs that, or leave';

function foundOfCall(declared: MeshDeclaration, limits: ConnectionPoolOptions): string[] {
  declared.workload('web').calls(declared.grpc(declared.workload('orders')), { connectionPool: ConnectionPool.limits(limits) });
  declared.read();
  return declared.found('BST616');
}

function foundOfService(declared: MeshDeclaration, loadBalancing: LoadBalancing): string[] {
  declared.caller('web', new HttpService(declared.topology, 'carts', { provider: HttpProvider.workload(declared.workload('orders'), { targetPort: 8080 }), loadBalancing }));
  declared.read();
  return declared.found('BST616');
}

describe.each<[string, typeof MeshDeclaration | typeof AmbientDeclaration]>([['sidecars', MeshDeclaration], ['waypoints', AmbientDeclaration]])('with %s', (_, Declared) => {
  test.each<[ConnectionPoolOptions, string]>([
    [{ http2KeepAlive }, `connectionPool.http.http2KeepAlive" of a DestinationRule ${BEFORE} http2KeepAlive out`], [{ retryBudget }, `retryBudget.budgetInterval" of a DestinationRule ${BEFORE} budgetInterval out`],
    [{ http2KeepAlive, retryBudget }, `connectionPool.http.http2KeepAlive", "retryBudget.budgetInterval" of a DestinationRule ${BEFORE} http2KeepAlive and budgetInterval out`],
  ])('BST616: %j is refused for Istio 1.30, by its field, and carried by 1.31', (limits, words) => {
    expect(foundOfCall(new Declared(), limits)).toEqual([expect.stringContaining('error web calls orders')]);
    expect(foundOfCall(new Declared(), limits)[0]).toContain(words);
    expect(foundOfCall(new Declared({ istioVersion }), limits)).toEqual([]);
  });

  test('BST616: a warm-up that is slow at first is refused for Istio 1.30, and carried by 1.31', () => {
    expect(foundOfService(new Declared(), gentle)).toEqual([expect.stringContaining(`loadBalancer.warmup.aggression below 1" of a DestinationRule ${BEFORE} aggression out`)]);
    expect(foundOfService(new Declared({ istioVersion }), gentle)).toEqual([]);
  });

  test('what both know is carried by both', () => {
    const limits = { maxRequests: 5, retryBudget: { percent: 10 }, tcpKeepalive: {} };
    const spread = LoadBalancing.roundRobin({ warmup: { duration: Duration.minutes(1), aggression: 1 } });
    expect([foundOfCall(new Declared(), limits), foundOfService(new Declared(), spread)]).toEqual([[], []]);
  });
});

test('BST616: zones are refused for Istio 1.30', () =>
  expect(foundOfService(new MeshDeclaration({ selfDiscovery: true }), LoadBalancing.random({ locality: Locality.zoneAware() })))
    .toEqual([expect.stringContaining(`loadBalancing cannot be carried: "loadBalancer.zoneAwareLbSetting" of a DestinationRule ${BEFORE} Locality.zoneAware() out`)]));

test('what is refused is written for 1.31 alone, though somebody accepts that', () => {
  const ruled = (declared: MeshDeclaration) => {
    const call = declared.workload('web').calls(declared.grpc(declared.workload('orders')), { connectionPool: ConnectionPool.limits({ http2KeepAlive }) });
    if (declared.options.istioVersion === undefined) declared.topology.acknowledge('BST616', call, 'the field is told to nobody');
    return declared.emitted.filter(({ kind }) => kind === 'DestinationRule').map(({ spec }) => spec.trafficPolicy?.connectionPool);
  };
  expect(ruled(new MeshDeclaration())).toEqual([undefined]);
  expect(ruled(new MeshDeclaration({ istioVersion }))).toEqual([{ http: { http2KeepAlive: { interval: '30s', timeout: '5s' } } }]);
});
