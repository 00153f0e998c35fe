import { App, Chart } from 'cdk8s';
import { Kafka, KafkaProvider, StrimziKafka, Topology } from '../../src';
import { newKafka } from '../support/declare';
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

test('BST419 finds two topics that are made, between which stands one that is used', () => {
  const { topology, chart } = new Declaration();
  const kafka = newKafka(topology);
  kafka.existingTopic('a', { topicName: 'orders' });
  kafka.topic('b', { topicName: 'orders' });
  kafka.topic('c', { topicName: 'orders' });
  new StrimziKafka(chart, 'kafka', { topology });
  expect(topology.findings.map(({ code, path, fix }) => [code, path, fix])).toEqual([
    ['BST419', 'test/shop/kafka/c', 'declare the topic once, and elsewhere as an existing one, or give one of them another topicName']]);
});

describe('one topic in two topologies of the app', () => {
  function found(...declare: ((kafka: Kafka) => void)[]): string[] {
    const app = new App();
    const topologies = declare.map((each, i) => {
      const topology = new Topology(new Chart(app, `chart-${i}`, { namespace: 'shop' }), 'shop');
      each(new Kafka(topology, 'kafka', { provider: KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka', port: 9093 + i }) }));
      return topology;
    });
    for (const topology of topologies) new StrimziKafka(topology.node.scope!, 'strimzi', { topology });
    return topologies.flatMap(({ findings }) => findings.filter(({ code }) => code === 'BST419').map(({ path, problem }) => `${path}: ${problem}`));
  }

  test('BST419 finds it, on another listener too', () => expect(found(kafka => kafka.topic('orders'), kafka => kafka.topic('orders'))).toEqual([
    'chart-1/shop/kafka/orders: topic "orders" on events-kafka-bootstrap.kafka.svc collides with "orders" of chart-0/shop/kafka/orders']));

  test('BST419 finds names that metrics would confuse', () =>
    expect(found(kafka => kafka.topic('order.created'), kafka => kafka.existingTopic('order_created'))).toHaveLength(1));

  test('BST419 accepts one that is declared once and used elsewhere', () =>
    expect(found(kafka => kafka.topic('orders'), kafka => kafka.existingTopic('orders'))).toEqual([]));
});
