import { Chart } from 'cdk8s';
import {
  BindingDelivery, EnvNames, Platform, Pods, Postgres, PostgresProvider, Redis, RedisProvider, Secrets, SecretStore, Topology, Workload,
} from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** The names that an image reads, which cannot be changed. */
export function bindings(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');
  const vault = SecretStore.cluster('vault');

  orders.uses(new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials: vault.secret('shop/cache') }) }), {
    envNames: EnvNames.map({ REDIS_ADDR: '{host}:{port}', REDIS_PASSWORD: '{password}' }),
  });
  orders.uses(new Postgres(topology, 'orders-db', { provider: PostgresProvider.cloudNativePg({ cluster: 'shop' }) }), {
    bindingName: 'database', delivery: BindingDelivery.FILES,
  });

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
