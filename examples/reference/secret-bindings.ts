import { Chart } from 'cdk8s';
import {
  BindingDelivery, EnvNames, Pods, Postgres, PostgresProvider, Redis, RedisProvider, SecretBindings, Secrets, SecretStore, Topology, Workload,
} from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** Variables and files for a container, and the Secrets that they are read of. */
export function secretBindings(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');
  const vault = SecretStore.cluster('vault');

  const cache = new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials: vault.secret('shop/cache') }) });
  orders.uses(cache, { envNames: EnvNames.map({ REDIS_ADDR: '{host}:{port}', REDIS_PASSWORD: '{password}' }) });

  const ordersDb = new Postgres(topology, 'orders-db', { provider: PostgresProvider.cloudNativePg({ cluster: 'shop' }) });
  orders.uses(ordersDb, { delivery: BindingDelivery.FILES });

  new SecretBindings(chart, 'bindings', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
