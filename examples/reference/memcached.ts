import { Chart } from 'cdk8s';
import { Memcached, MemcachedProvider, Platform, Pods, Secrets, SecretStore, Tls, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, four times Memcached: whoever provides it, its consumer reads hosts and ports. */
export function memcached(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');

  // #region amazonElastiCache
  const views = new Memcached(topology, 'views', { provider: MemcachedProvider.amazonElastiCache({
    configurationEndpoint: 'views.a1b2c3.cfg.euc1.cache.example.com',
  }) });
  orders.uses(views);
  // #endregion

  // #region external
  const pages = new Memcached(topology, 'pages', { provider: MemcachedProvider.external({
    host: 'pages-1.cache.example.com', otherHosts: ['pages-2.cache.example.com'], tls: Tls.NONE,
  }) });
  orders.uses(pages);
  // #endregion

  // #region inCluster
  const sessions = new Memcached(topology, 'sessions', { provider: MemcachedProvider.inCluster({
    service: 'memcached', namespace: 'sessions', podLabels: { app: 'memcached' }, credentials: vault.secret('sessions/memcached'),
  }) });
  orders.uses(sessions);
  // #endregion

  // #region workload
  const server = process('carts-memcached');
  const carts = new Memcached(topology, 'carts', { provider: MemcachedProvider.workload(server) });
  orders.uses(carts);
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
