import { Chart } from 'cdk8s';
import { Platform, Pods, Redis, RedisProvider, Secrets, SecretStore, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, Redis in each of its forms: of one server its consumer reads a URL, of several where to begin. */
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

  // #region sentinel
  const baskets = new Redis(topology, 'baskets', { provider: RedisProvider.sentinel({
    sentinels: ['sentinel-0.example.com:26379', 'sentinel-1.example.com:26379'], masterName: 'baskets', servers: ['*.redis.example.com:6379'],
    credentials: vault.secret('shop/baskets'), sentinelCredentials: vault.secret('shop/sentinels', { password: 'password' }),
  }) });
  orders.uses(baskets);
  // #endregion

  // #region sentinelInCluster
  const offers = new Redis(topology, 'offers', { provider: RedisProvider.sentinelInCluster({
    service: 'redis', serversService: 'redis-headless', namespace: 'offers', podLabels: { app: 'redis' }, masterName: 'mymaster',
  }) });
  orders.uses(offers);
  // #endregion

  // #region cluster
  const ranks = new Redis(topology, 'ranks', { provider: RedisProvider.cluster({
    nodes: ['ranks-0.example.com:6379', 'ranks-1.example.com:6379', 'ranks-2.example.com:6379'], credentials: vault.secret('shop/ranks'),
  }) });
  orders.uses(ranks);
  // #endregion

  // #region clusterInCluster
  const views = new Redis(topology, 'views', { provider: RedisProvider.clusterInCluster({ service: 'redis-headless', namespace: 'views', podLabels: { app: 'redis' } }) });
  orders.uses(views);
  // #endregion

  // #region otReplication
  const prices = new Redis(topology, 'prices', { provider: RedisProvider.otReplication({ replication: 'prices', credentials: vault.secret('shop/prices', { password: 'password' }) }) });
  orders.uses(prices);
  // #endregion

  // #region otCluster
  const searches = new Redis(topology, 'searches', { provider: RedisProvider.otCluster({ cluster: 'searches', labels: { 'app.kubernetes.io/instance': 'searches' } }) });
  orders.uses(searches);
  // #endregion

  // #region otSentinel
  const coupons = new Redis(topology, 'coupons', { provider: RedisProvider.otSentinel({
    sentinel: 'coupons', replication: 'coupons', labels: { 'app.kubernetes.io/instance': 'coupons' }, masterName: 'myMaster',
  }) });
  orders.uses(coupons);
  // #endregion

  // #region dragonfly
  const feeds = new Redis(topology, 'feeds', { provider: RedisProvider.dragonfly({ instance: 'feeds', credentials: vault.secret('shop/feeds', { password: 'password' }) }) });
  orders.uses(feeds);
  // #endregion

  // #region amazonElastiCache
  const quotas = new Redis(topology, 'quotas', { provider: RedisProvider.amazonElastiCache({
    endpoint: 'master.quotas.abc123.euc1.cache.amazonaws.com', readerEndpoint: 'replica.quotas.abc123.euc1.cache.amazonaws.com',
    credentials: vault.secret('shop/quotas', { password: 'token' }),
  }) });
  orders.uses(quotas);
  // #endregion

  // #region azureCache
  const ratings = new Redis(topology, 'ratings', { provider: RedisProvider.azureCache({
    host: 'ratings.redis.cache.windows.net', credentials: vault.secret('shop/ratings', { password: 'key' }),
  }) });
  orders.uses(ratings);
  // #endregion

  // #region googleMemorystore
  const locks = new Redis(topology, 'locks', { provider: RedisProvider.googleMemorystore({
    host: '10.0.0.3', credentials: vault.secret('shop/locks', { password: 'auth', ca: 'ca' }),
  }) });
  orders.uses(locks);
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
