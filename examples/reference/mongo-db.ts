import { Chart } from 'cdk8s';
import { DataAccess, EnvNames, KubernetesSecret, MongoDb, MongoDbProvider, Platform, Pods, Secrets, SecretStore, Tls, TlsAuthority, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, six MongoDB databases: whoever provides one, its consumer reads a URL. */
export function mongoDb(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');

  // #region atlas
  const catalog = new MongoDb(topology, 'catalog', { provider: MongoDbProvider.atlas({
    host: 'cluster0.ab1cd.mongodb.net', database: 'catalog', credentials: vault.secret('atlas/catalog'),
  }) });
  orders.uses(catalog);
  // #endregion

  // #region community
  const ordersDb = new MongoDb(topology, 'orders-db', { provider: MongoDbProvider.community({ resource: 'shop-mongo', user: 'orders', userDatabase: 'orders', caSecret: 'shop-mongo-ca' }) });
  orders.uses(ordersDb);
  // #endregion

  // #region external
  const reports = new MongoDb(topology, 'reports', { provider: MongoDbProvider.external({
    host: 'mongo-0.example.com', alternateHosts: ['mongo-1.example.com', 'mongo-2.example.com'], replicaSet: 'reports', database: 'reports',
    credentials: vault.secret('reports/mongo', { username: 'user', password: 'pass', ca: 'ca' }), readOnlyCredentials: vault.secret('reports/mongo-reader'),
  }) });
  orders.uses(reports, { access: DataAccess.READ_ONLY });
  // #endregion

  // #region inCluster
  const chat = new MongoDb(topology, 'chat', { provider: MongoDbProvider.inCluster({
    service: 'mongodb', namespace: 'chat', podLabels: { app: 'mongodb' }, headless: true, replicaSet: 'rs0', database: 'chat', authSource: 'chat', tls: Tls.byClient(TlsAuthority.LOGIN),
    credentials: KubernetesSecret.existing('chat-mongodb', { reason: 'the chat team copies it here' }).credential({ uri: 'uri', ca: 'ca.crt' }),
  }) });
  orders.uses(chat);
  // #endregion

  // #region srv
  const audit = new MongoDb(topology, 'audit', { provider: MongoDbProvider.srv({
    host: 'audit.mongo.example.com', memberHosts: ['audit-0.mongo.example.com', 'audit-1.mongo.example.com'], database: 'audit', credentials: vault.secret('audit/mongo'),
  }) });
  orders.uses(audit);
  // #endregion

  // #region workload
  const server = process('mongo');
  const carts = new MongoDb(topology, 'carts', { provider: MongoDbProvider.workload(server, {
    database: 'carts', credentials: vault.secret('carts/mongo'),
    serverEnvNames: EnvNames.map({ MONGO_INITDB_ROOT_USERNAME: '{username}', MONGO_INITDB_ROOT_PASSWORD: '{password}', MONGO_INITDB_DATABASE: '{database}' }),
  }) });
  orders.uses(carts);
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
