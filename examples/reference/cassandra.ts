import { Chart } from 'cdk8s';
import { Cassandra, CassandraProvider, EnvNames, Platform, Pods, Secrets, SecretStore, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, six Cassandra clusters: whoever provides one, its consumer reads contact points and a datacenter. */
export function cassandra(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');

  // #region amazonKeyspaces
  const history = new Cassandra(topology, 'history', { provider: CassandraProvider.amazonKeyspaces({
    region: 'eu-central-1', keyspace: 'history', credentials: vault.secret('aws/keyspaces'),
  }) });
  orders.uses(history);
  // #endregion

  // #region external
  const sensors = new Cassandra(topology, 'sensors', { provider: CassandraProvider.external({
    host: 'cassandra-0.example.com', alternateHosts: ['cassandra-1.example.com'], datacenter: 'eu1', keyspace: 'sensors',
    credentials: vault.secret('sensors/cassandra', { username: 'user', password: 'pass', ca: 'ca' }),
  }) });
  orders.uses(sensors);
  // #endregion

  // #region inCluster
  const traces = new Cassandra(topology, 'traces', { provider: CassandraProvider.inCluster({
    service: 'cassandra', namespace: 'tracing', podLabels: { app: 'cassandra' }, headless: true, datacenter: 'dc1', keyspace: 'jaeger_v1',
  }) });
  orders.uses(traces);
  // #endregion

  // #region k8ssandra
  const ordersDb = new Cassandra(topology, 'orders-db', { provider: CassandraProvider.k8ssandra({ cluster: 'shop', datacenter: 'dc1', keyspace: 'orders' }) });
  orders.uses(ordersDb);
  // #endregion

  // #region scyllaOperator
  const events = new Cassandra(topology, 'events', { provider: CassandraProvider.scyllaOperator({
    cluster: 'shop-events', datacenter: 'eu1', keyspace: 'events', credentials: vault.secret('events/scylla'),
  }) });
  orders.uses(events);
  // #endregion

  // #region workload
  const server = process('cassandra');
  const carts = new Cassandra(topology, 'carts', { provider: CassandraProvider.workload(server, {
    datacenter: 'dc1', keyspace: 'carts', serverEnvNames: EnvNames.map({ CASSANDRA_DC: '{datacenter}' }),
  }) });
  orders.uses(carts);
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
