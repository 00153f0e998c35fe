import { Chart } from 'cdk8s';
import {
  Kafka, KafkaProvider, Platform, Pods, SaslMechanism, Secrets, SecretStore, Topology, Workload,
} from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, clusters of many: whoever provides one, its clients read its brokers and how to enter. */
export function kafka(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');

  // #region strimzi
  const events = new Kafka(topology, 'events', { provider: KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }) });
  orders.publishes(events.topic('order-created', { partitions: 12 }));
  // #endregion

  // #region external
  const partners = new Kafka(topology, 'partners', { provider: KafkaProvider.external({
    bootstrapServers: ['broker-0.example.com:9093', 'broker-1.example.com:9093'], credentials: vault.secret('shop/partners'), mechanism: SaslMechanism.SCRAM_SHA_512,
  }) });
  orders.consumes(partners.existingTopic('shipments'), { consumerGroup: 'shop-orders' });
  // #endregion

  // #region inCluster
  const clicks = new Kafka(topology, 'clicks', { provider: KafkaProvider.inCluster({ service: 'kafka', namespace: 'clicks', podLabels: { app: 'kafka' } }) });
  orders.consumes(clicks.existingTopic('views'), { consumerGroup: 'shop-orders' });
  // #endregion

  // #region workload
  const broker = process('broker');
  const jobs = new Kafka(topology, 'jobs', { provider: KafkaProvider.workload(broker) });
  orders.publishes(jobs.existingTopic('mails'));
  // #endregion

  // #region confluentCloud
  const market = new Kafka(topology, 'market', { provider: KafkaProvider.confluentCloud({
    bootstrapServer: 'pkc-4r087.us-west2.gcp.confluent.cloud:9092', credentials: vault.secret('shop/market', { username: 'key', password: 'secret' }),
  }) });
  orders.publishes(market.existingTopic('offers'));
  // #endregion

  // #region amazonMsk
  const audit = new Kafka(topology, 'audit', { provider: KafkaProvider.amazonMsk({
    bootstrapServers: ['b-1.audit.abc123.c2.kafka.eu-central-1.amazonaws.com:9096', 'b-2.audit.abc123.c2.kafka.eu-central-1.amazonaws.com:9096'], credentials: vault.secret('shop/audit'),
  }) });
  orders.publishes(audit.existingTopic('changes'));
  // #endregion

  // #region azureEventHubs
  const devices = new Kafka(topology, 'devices', { provider: KafkaProvider.azureEventHubs({
    host: 'devices.servicebus.windows.net', credentials: vault.secret('shop/devices', { password: 'connection-string' }),
  }) });
  orders.consumes(devices.existingTopic('readings'), { consumerGroup: 'shop-orders' });
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
