import { Kafka, KafkaProvider, StrimziKafka } from '../../src';
import { Declaration } from '../support/topology';

function findingsOf(names: [cluster: string, id: string, topicName: string][]) {
  const { topology, chart } = new Declaration();
  const clusters = new Map<string, Kafka>();
  for (const [cluster, id, topicName] of names) {
    const kafka = clusters.get(cluster) ?? new Kafka(topology, cluster, { provider: KafkaProvider.strimzi({ cluster, namespace: 'kafka' }) });
    clusters.set(cluster, kafka).get(cluster)!.topic(id, { topicName });
  }
  new StrimziKafka(chart, 'kafka', { topology });
  return topology.findings.filter(finding => finding.code === 'BST419').map(finding => finding.problem);
}

test('BST419 finds one topic that is declared twice on a cluster', () => {
  expect(findingsOf([['a', 'one', 'Orders'], ['a', 'two', 'Orders']])).toEqual([
    expect.stringContaining('topic "Orders" on a-kafka-bootstrap.kafka.svc collides with "Orders"'),
  ]);
});

test('BST419 finds names that differ only by "." and "_"', () => {
  expect(findingsOf([['a', 'one', 'order.created'], ['a', 'two', 'order_created']])).toHaveLength(1);
});

test('BST419 accepts one name on two clusters, and names that differ otherwise', () => {
  expect(findingsOf([['a', 'one', 'orders'], ['b', 'one', 'orders']])).toEqual([]);
  expect(findingsOf([['a', 'one', 'order.created'], ['a', 'two', 'order-created']])).toEqual([]);
});

test('BST419 accepts a topic that is declared once and used as an existing one, but not one that its name collides with', () => {
  const found = (topicName: string) => {
    const { topology, chart } = new Declaration();
    const kafka = new Kafka(topology, 'a', { provider: KafkaProvider.strimzi({ cluster: 'a', namespace: 'kafka' }) });
    kafka.topic('one', { topicName: 'order.created' });
    kafka.existingTopic('two', { topicName });
    new StrimziKafka(chart, 'kafka', { topology });
    return topology.findings.filter(finding => finding.code === 'BST419').length;
  };
  expect(['order.created', 'order_created'].map(found)).toEqual([0, 1]);
});
