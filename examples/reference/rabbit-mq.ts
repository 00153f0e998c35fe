import { Chart } from 'cdk8s';
import { EnvNames, Platform, Pods, RabbitMq, RabbitMqProvider, Secrets, SecretStore, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, five RabbitMQ brokers: whoever provides one, its consumer reads a URL. */
export function rabbitMq(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');

  // #region amazonMq
  const invoices = new RabbitMq(topology, 'invoices', { provider: RabbitMqProvider.amazonMq({
    host: 'invoices.mq.example.com', credentials: vault.secret('shop/invoices'),
  }) });
  orders.uses(invoices);
  // #endregion

  // #region clusterOperator
  const events = new RabbitMq(topology, 'events', { provider: RabbitMqProvider.clusterOperator({ cluster: 'events', virtualHost: 'orders' }) });
  orders.uses(events);
  // #endregion

  // #region external
  const partners = new RabbitMq(topology, 'partners', { provider: RabbitMqProvider.external({
    host: 'mq-1.partners.example.com', otherHosts: ['mq-2.partners.example.com'], virtualHost: 'shop',
    credentials: vault.secret('shop/partners', { username: 'username', password: 'password', ca: 'ca' }),
  }) });
  orders.uses(partners);
  // #endregion

  // #region inCluster
  const stock = new RabbitMq(topology, 'stock', { provider: RabbitMqProvider.inCluster({
    service: 'rabbitmq', namespace: 'warehouse', podLabels: { app: 'rabbitmq' }, credentials: vault.secret('warehouse/rabbitmq'),
  }) });
  orders.uses(stock);
  // #endregion

  // #region workload
  const server = process('jobs-rabbitmq');
  const jobs = new RabbitMq(topology, 'jobs', { provider: RabbitMqProvider.workload(server, {
    credentials: vault.secret('shop/jobs'),
    serverEnvNames: EnvNames.map({ RABBITMQ_DEFAULT_USER: '{username}', RABBITMQ_DEFAULT_PASS: '{password}', RABBITMQ_DEFAULT_VHOST: '{virtual-host}' }),
  }) });
  orders.uses(jobs);
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
