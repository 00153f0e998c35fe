import { Chart, Duration } from 'cdk8s';
import {
  CircuitBreaker, HttpMatch, HttpProvider, HttpRoute, HttpService, Mesh, Platform, Pods, RetryPolicy, Secrets, SecretStore, Topology, Workload,
} from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, three services: whoever provides one, its callers read a URL. */
export function httpService(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const deployment = (name: string, account: string, port: number) => new Deployment(chart, `${name}-deployment`, {
    serviceAccount: ServiceAccount.fromServiceAccountName(chart, `${name}-account`, account),
    containers: [{ image: `registry.example.com/${name}:1.4.0`, ports: [{ number: port }] }],
  });
  const web = new Workload(topology, 'web', { pods: Pods.of(deployment('web', 'web', 8000)) });

  // #region workload
  const server = new Workload(topology, 'reviews-server', {
    pods: Pods.versions({ v1: deployment('reviews-v1', 'reviews', 9080), v2: deployment('reviews-v2', 'reviews', 9080) }),
  });
  const reviews = new HttpService(topology, 'reviews', {
    provider: HttpProvider.workload(server, { port: 80, targetPort: 9080 }),
    routes: [HttpRoute.when(HttpMatch.header('end-user', 'jason')).to('v2'), HttpRoute.split({ v1: 90, v2: 10 })],
  });
  web.calls(reviews, { timeout: Duration.seconds(3), retry: RetryPolicy.attempts(2) });
  // #endregion

  // #region external
  const payments = new HttpService(topology, 'payments', {
    provider: HttpProvider.external('https://payments.example.com/v2', { credentials: vault.secret('shop/payments', { token: 'token' }) }),
  });
  web.calls(payments, { circuitBreaker: CircuitBreaker.consecutiveErrors(5, { resetTimeout: Duration.seconds(60) }) });
  // #endregion

  // #region inCluster
  const stock = new HttpService(topology, 'stock', {
    provider: HttpProvider.inCluster({ service: 'stock', namespace: 'warehouse', podLabels: { app: 'stock' }, port: 80, targetPort: 8080 }),
  });
  web.calls(stock, { timeout: Duration.seconds(2) });
  // #endregion

  new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets: Secrets.externalSecrets() });
  return topology;
}
