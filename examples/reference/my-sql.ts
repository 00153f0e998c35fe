import { Chart } from 'cdk8s';
import { DataAccess, EnvNames, MySql, MySqlProvider, Platform, Pods, Secrets, SecretStore, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, eight databases of MySQL and MariaDB: whoever provides one, its consumer reads a URL, or the form that its client takes. */
export function mySql(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const verified = { username: 'username', password: 'password', ca: 'ca' };
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');

  // #region external
  const customers = new MySql(topology, 'customers', { provider: MySqlProvider.external({
    host: 'customers.example.com', database: 'customers', credentials: vault.secret('shop/customers', verified),
  }) });
  orders.uses(customers);
  // #endregion

  // #region inCluster
  const stock = new MySql(topology, 'stock', { provider: MySqlProvider.inCluster({
    service: 'stock-db', namespace: 'warehouse', podLabels: { app: 'stock-db' }, database: 'stock', credentials: vault.secret('warehouse/stock'),
  }) });
  orders.uses(stock, { envNames: EnvNames.map({ ConnectionStrings__stock: '{connection-string}' }) });
  // #endregion

  // #region workload
  const server = process('sessions-db');
  const sessions = new MySql(topology, 'sessions', { provider: MySqlProvider.workload(server, {
    database: 'sessions', credentials: vault.secret('shop/sessions', { 'username': 'username', 'password': 'password', 'root-password': 'root' }),
    serverEnvNames: EnvNames.map({
      MYSQL_DATABASE: '{database}', MYSQL_USER: '{username}', MYSQL_PASSWORD: '{password}', MYSQL_ROOT_PASSWORD: '{root-password}',
    }),
  }) });
  orders.uses(sessions);
  // #endregion

  // #region innoDbCluster
  const ledger = new MySql(topology, 'ledger', { provider: MySqlProvider.innoDbCluster({
    cluster: 'ledger', database: 'ledger', credentials: vault.secret('shop/ledger'), caSecret: 'ledger-ca',
  }) });
  orders.uses(ledger, { access: DataAccess.READ_WRITE });
  // #endregion

  // #region mariaDb
  const catalogue = new MySql(topology, 'catalogue', { provider: MySqlProvider.mariaDb({
    cluster: 'catalogue', database: 'catalogue', username: 'catalogue', replicated: true,
  }) });
  orders.uses(catalogue, { envNames: EnvNames.map({ CATALOGUE_DSN: '{dsn}', SSL_CERT_FILE: '{ca:file}' }) });
  // #endregion

  // #region amazonRds
  const invoices = new MySql(topology, 'invoices', { provider: MySqlProvider.amazonRds({
    host: 'shop.cluster-c7tj4example.eu-central-1.rds.amazonaws.com', readerHost: 'shop.cluster-ro-c7tj4example.eu-central-1.rds.amazonaws.com',
    database: 'invoices', credentials: vault.secret('shop/invoices', verified),
  }), maxConnections: 150 });
  orders.uses(invoices, { clientConnections: 10 });
  // #endregion

  // #region azureDatabase
  const reviews = new MySql(topology, 'reviews', { provider: MySqlProvider.azureDatabase({
    host: 'shop-reviews.mysql.database.azure.com', database: 'reviews', credentials: vault.secret('shop/reviews'),
  }) });
  orders.uses(reviews);
  // #endregion

  // #region googleCloudSql
  const vouchers = new MySql(topology, 'vouchers', { provider: MySqlProvider.googleCloudSql({
    host: '1a23b4cd5e67.1a2b345c6d27.europe-west3.sql-psa.goog', database: 'vouchers', credentials: vault.secret('shop/vouchers', verified),
  }) });
  orders.uses(vouchers);
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
