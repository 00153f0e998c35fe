import { Chart, Duration } from 'cdk8s';
import { Kafka, KafkaProvider, Pods, StrimziKafka, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** A topic, and a user with the rights that its dependencies need. */
export function strimziKafka(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const events = new Kafka(topology, 'events', { provider: KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }) });
  const created = events.topic('order-created', { partitions: 12, replicas: 3, minInSyncReplicas: 2, retention: Duration.days(7) });

  process('orders').publishes(created);
  process('mails').consumes(created, { consumerGroup: 'mails' });

  new StrimziKafka(chart, 'kafka', { topology });
  return topology;
}
