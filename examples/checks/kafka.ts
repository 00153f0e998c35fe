import { Kafka, KafkaProvider } from 'cdk8s-backing-services';
import { CheckExample } from './example';

/** Topics, and who reads and makes them. */
export const KAFKA: readonly CheckExample[] = [
  {
    code: 'BST419',
    bad: ({ topology, orders }) => {
      const kafka = new Kafka(topology, 'kafka', { provider: KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }) });
      orders.publishes(kafka.topic('created', { topicName: 'order.created' }));
      orders.publishes(kafka.topic('made', { topicName: 'order_created' }));
    },
    good: ({ topology, orders }) => {
      const kafka = new Kafka(topology, 'kafka', { provider: KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }) });
      orders.publishes(kafka.topic('created', { topicName: 'order.created' }));
      orders.publishes(kafka.topic('made', { topicName: 'order.made' }));
    },
  },
  {
    code: 'BST422',
    bad: ({ topology, orders, batch }) => {
      const kafka = new Kafka(topology, 'kafka', { provider: KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }) });
      const created = kafka.topic('created');
      orders.consumes(created);
      // The group that orders has by itself.
      batch.consumes(created, { consumerGroup: 'shop.orders' });
    },
    good: ({ topology, orders, batch }) => {
      const kafka = new Kafka(topology, 'kafka', { provider: KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }) });
      const created = kafka.topic('created');
      orders.consumes(created);
      batch.consumes(created);
    },
  },
  {
    code: 'BST423',
    also: ['BST803'],
    bad: ({ topology, orders, batch }) => {
      // One is in the Kafka cluster "events", the other in "audit", and both in the namespace "kafka".
      for (const cluster of ['events', 'audit']) {
        const kafka = new Kafka(topology, cluster, { provider: KafkaProvider.strimzi({ cluster, namespace: 'kafka' }) });
        (cluster === 'events' ? orders : batch).publishes(kafka.topic('created'));
      }
    },
    good: ({ topology, orders, batch }) => {
      for (const cluster of ['events', 'audit']) {
        const kafka = new Kafka(topology, cluster, { provider: KafkaProvider.strimzi({ cluster, namespace: 'kafka' }) });
        (cluster === 'events' ? orders : batch).publishes(kafka.topic(`${cluster}-created`, { topicName: 'created' }));
      }
    },
  },
];
