import { Chart } from 'cdk8s';
import {
  DataAccess, Platform, Pods, Postgres, PostgresProvider, Secrets, SecretStore, Topology, Workload,
} from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, four databases: whoever provides one, its consumer reads a URL. */
export function postgres(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');

  // #region cloudNativePg
  const ordersDb = new Postgres(topology, 'orders-db', { provider: PostgresProvider.cloudNativePg({ cluster: 'shop' }) });
  orders.uses(ordersDb, { access: DataAccess.READ_WRITE });
  // #endregion

  // #region external
  const customers = new Postgres(topology, 'customers', { provider: PostgresProvider.external({
    host: 'customers.example.com', database: 'customers', credentials: vault.secret('shop/customers', { username: 'username', password: 'password', ca: 'ca' }),
  }) });
  orders.uses(customers);
  // #endregion

  // #region inCluster
  const stock = new Postgres(topology, 'stock', { provider: PostgresProvider.inCluster({
    service: 'stock-db', namespace: 'warehouse', podLabels: { app: 'stock-db' }, database: 'stock', credentials: vault.secret('warehouse/stock'),
  }) });
  orders.uses(stock);
  // #endregion

  // #region workload
  const server = process('sessions-db');
  const sessions = new Postgres(topology, 'sessions', { provider: PostgresProvider.workload(server, {
    database: 'sessions', credentials: vault.secret('shop/sessions'),
  }) });
  orders.uses(sessions);
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
