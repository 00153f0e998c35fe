import { Chart } from 'cdk8s';
import { Platform, Pods, Redis, RedisProvider, Secrets, SecretStore, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, three Redis servers: whoever provides one, its consumer reads a URL. */
export function redis(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');

  // #region external
  const cache = new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials: vault.secret('shop/cache') }) });
  orders.uses(cache);
  // #endregion

  // #region inCluster
  const limits = new Redis(topology, 'limits', { provider: RedisProvider.inCluster({
    service: 'redis', namespace: 'limits', podLabels: { app: 'redis' }, credentials: vault.secret('limits/redis', { password: 'password' }),
  }) });
  orders.uses(limits);
  // #endregion

  // #region workload
  const server = process('carts-redis');
  const carts = new Redis(topology, 'carts', { provider: RedisProvider.workload(server) });
  orders.uses(carts);
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
