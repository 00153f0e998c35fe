import { Chart } from 'cdk8s';
import { EnvNames, Platform, Pods, Secrets, SecretStore, SqlServer, SqlServerProvider, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, five databases of SQL Server: whoever provides one, its consumer reads a URL, or the form that its client takes. */
export function sqlServer(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const verified = { username: 'username', password: 'password', ca: 'ca' };
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');

  // #region external
  const customers = new SqlServer(topology, 'customers', { provider: SqlServerProvider.external({
    host: 'customers.example.com', database: 'customers', credentials: vault.secret('shop/customers', verified),
  }) });
  orders.uses(customers);
  // #endregion

  // #region inCluster
  const stock = new SqlServer(topology, 'stock', { provider: SqlServerProvider.inCluster({
    service: 'stock-db', namespace: 'warehouse', podLabels: { app: 'stock-db' }, database: 'stock', credentials: vault.secret('warehouse/stock'),
  }) });
  orders.uses(stock, { envNames: EnvNames.map({ SPRING_DATASOURCE_URL: '{jdbc-url}', SPRING_DATASOURCE_USERNAME: '{username}', SPRING_DATASOURCE_PASSWORD: '{password}' }) });
  // #endregion

  // #region workload
  const server = process('sessions-db');
  const sessions = new SqlServer(topology, 'sessions', { provider: SqlServerProvider.workload(server, {
    database: 'master', credentials: vault.secret('shop/sessions'), serverEnvNames: EnvNames.map({ ACCEPT_EULA: 'Y', MSSQL_SA_PASSWORD: '{password}' }),
  }) });
  orders.uses(sessions);
  // #endregion

  // #region amazonRds
  const invoices = new SqlServer(topology, 'invoices', { provider: SqlServerProvider.amazonRds({
    host: 'invoices.c7tj4example.eu-central-1.rds.amazonaws.com', database: 'invoices', credentials: vault.secret('shop/invoices', verified),
  }) });
  orders.uses(invoices);
  // #endregion

  // #region azureSql
  const reviews = new SqlServer(topology, 'reviews', { provider: SqlServerProvider.azureSql({
    host: 'shop-reviews.database.windows.net', database: 'reviews', credentials: vault.secret('shop/reviews'),
  }) });
  orders.uses(reviews, { envNames: EnvNames.map({ ConnectionStrings__reviews: '{connection-string}' }) });
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
