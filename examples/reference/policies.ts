import { Chart, Duration } from 'cdk8s';
import {
  CircuitBreaker, ConnectionPool, HttpMatch, HttpProvider, HttpRoute, HttpService,
  LoadBalancing, Mesh, Platform, Pods, RetryCondition, RetryPolicy, Topology, Workload,
} from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** What may be said of requests and connections. */
export function policies(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const server = new Workload(topology, 'reviews-server', { pods: Pods.fromLabels({
    labels: { app: 'reviews' }, serviceAccountName: 'reviews',
    versions: [{ name: 'v1', labels: { version: 'v1' }, replicas: 2, ports: [9080] }, { name: 'v2', labels: { version: 'v2' }, replicas: 1, ports: [9080] }],
  }) });

  const reviews = new HttpService(topology, 'reviews', {
    provider: HttpProvider.workload(server, { port: 80, targetPort: 9080 }),
    loadBalancing: LoadBalancing.LEAST_REQUEST,
    routes: [HttpRoute.when(HttpMatch.header('end-user', 'jason')).to('v2'), HttpRoute.split({ v1: 90, v2: 10 })],
  });
  process('web').calls(reviews, {
    timeout: Duration.seconds(3),
    connectTimeout: Duration.seconds(1),
    retry: RetryPolicy.attempts(2, { perTryTimeout: Duration.millis(900), on: [RetryCondition.CONNECT_FAILURE, RetryCondition.GATEWAY_ERROR] }),
    circuitBreaker: CircuitBreaker.consecutiveErrors(5, { resetTimeout: Duration.seconds(60) }),
    connectionPool: ConnectionPool.limits({ maxConnections: 100, maxPendingRequests: 50 }),
  });

  new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
  return topology;
}
