import { Chart, Duration } from 'cdk8s';
import {
  GrpcProvider, GrpcService, Mesh, Platform, Pods, RetryPolicy, Secrets, SecretStore, Topology, Workload,
} from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, three services: whoever provides one, its callers read a target. */
export function grpcService(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`),
    containers: [{ image: `registry.example.com/${name}:1.4.0`, ports: [{ number: 50051 }] }],
  })) });
  const web = process('web');

  // #region workload
  const users = new GrpcService(topology, 'users', {
    provider: GrpcProvider.workload(process('users-server')), idempotentMethods: ['shop.Users/Get'],
  });
  web.calls(users, { timeout: Duration.seconds(2), retry: RetryPolicy.attempts(2) });
  // #endregion

  // #region external
  const rates = new GrpcService(topology, 'rates', {
    provider: GrpcProvider.external({ host: 'rates.example.com', credentials: vault.secret('shop/rates', { token: 'token' }) }),
  });
  web.calls(rates);
  // #endregion

  // #region inCluster
  const stock = new GrpcService(topology, 'stock', {
    provider: GrpcProvider.inCluster({ service: 'stock', namespace: 'warehouse', podLabels: { app: 'stock' } }),
  });
  web.calls(stock, { timeout: Duration.seconds(2) });
  // #endregion

  new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets: Secrets.externalSecrets() });
  return topology;
}
