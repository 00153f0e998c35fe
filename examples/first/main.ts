import { Chart, Duration } from 'cdk8s';
import {
  App, CircuitBreaker, Contract, DataAccess, HttpProvider, HttpService, Kafka, KafkaProvider, Mesh, Platform, Pods, Postgres,
  PostgresProvider, Redis, RedisProvider, RetryPolicy, Secrets, SecretStore, Topology, TopologyDocuments, Workload,
} from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

const app = new App();
const chart = new Chart(app, 'shop', { namespace: 'shop' });
const ordersDeployment = new Deployment(chart, 'orders-deployment', {
  containers: [{ image: 'registry.example.com/orders:1.4.0' }],
  serviceAccount: new ServiceAccount(chart, 'orders-account'),
});
const vault = SecretStore.cluster('vault');

// #region declaration
const topology = new Topology(chart, 'shop');

const ordersDb = new Postgres(topology, 'orders-db', { provider: PostgresProvider.cloudNativePg({ cluster: 'shop' }) });
const cache = new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials: vault.secret('shop/cache') }) });
const kafka = new Kafka(topology, 'events', { provider: KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }) });
const created = kafka.topic('order-created', { partitions: 12 });
const payments = new HttpService(topology, 'payments', {
  provider: HttpProvider.external('https://payments.example.com/v2'), contract: Contract.openApi('payments.yaml'),
});

const orders = new Workload(topology, 'orders', { pods: Pods.of(ordersDeployment) });
orders.uses(ordersDb, { access: DataAccess.READ_WRITE });
orders.uses(cache);
orders.publishes(created);
orders.calls(payments, {
  operations: ['createCharge'], timeout: Duration.seconds(2), retry: RetryPolicy.attempts(2), circuitBreaker: CircuitBreaker.consecutiveErrors(5),
});

new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets: Secrets.externalSecrets() });
// #endregion

app.synth();
TopologyDocuments.write(app);
