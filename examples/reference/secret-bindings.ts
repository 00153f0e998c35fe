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

  const database = SecretStore.vaultDynamic('vault', { mount: 'database' });
  const reports = new Postgres(topology, 'reports', { provider: PostgresProvider.external({
    host: 'reports.example.com', database: 'reports', credentials: database.secret('creds/orders'),
  }) });
  orders.uses(reports);

  const sessions = new Redis(topology, 'sessions', { provider: RedisProvider.external({
    host: 'sessions.example.com', credentials: SecretStore.of('AwsSecretsManager', 'eu-west-1').secret('shop/sessions', { uri: 'url' }),
  }) });
  orders.uses(sessions);

  const index = new Redis(topology, 'index', { provider: RedisProvider.external({
    host: 'index.example.com', credentials: SecretStore.onePassword('Shop').secret('Index', { uri: 'url' }),
  }) });
  orders.uses(index);

  new SecretBindings(chart, 'bindings', { topology, secrets: Secrets.firstOf(
    Secrets.externalSecrets(), Secrets.vaultSecretsOperator(), Secrets.onePassword(), Secrets.secretsStoreCsi(),
  ) });
  return topology;
}
