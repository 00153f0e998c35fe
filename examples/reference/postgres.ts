import { Chart } from 'cdk8s';
import {
  DataAccess, Platform, Pods, Postgres, PostgresProvider, Secrets, SecretStore, Topology, Workload,
} from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, databases of many: whoever provides one, its consumer reads a URL. */
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

  // #region crunchy
  const invoices = new Postgres(topology, 'invoices', { provider: PostgresProvider.crunchy({ cluster: 'invoices' }) });
  orders.uses(invoices);
  // #endregion

  // #region zalando
  const returns = new Postgres(topology, 'returns', { provider: PostgresProvider.zalando({ cluster: 'shop-returns', user: 'returns_app', database: 'returns', caSecret: 'shop-returns-ca' }) });
  orders.uses(returns);
  // #endregion

  // #region amazonRds
  const payments = new Postgres(topology, 'payments', { provider: PostgresProvider.amazonRds({
    host: 'payments.cluster-abc123.eu-central-1.rds.amazonaws.com', readerHost: 'payments.cluster-ro-abc123.eu-central-1.rds.amazonaws.com', database: 'payments',
    credentials: vault.secret('shop/payments', { username: 'username', password: 'password', ca: 'ca' }),
  }) });
  orders.uses(payments);
  // #endregion

  // #region azureDatabase
  const reviews = new Postgres(topology, 'reviews', { provider: PostgresProvider.azureDatabase({
    host: 'reviews.postgres.database.azure.com', database: 'reviews', credentials: vault.secret('shop/reviews'),
  }) });
  orders.uses(reviews);
  // #endregion

  // #region googleCloudSql
  const carriers = new Postgres(topology, 'carriers', { provider: PostgresProvider.googleCloudSql({
    host: '0a1b2c.3d4e5f.europe-west3.sql.goog', database: 'carriers', credentials: vault.secret('shop/carriers', { username: 'username', password: 'password', ca: 'ca' }),
  }) });
  orders.uses(carriers);
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
