import { App, Chart } from 'cdk8s';
import { Kafka, KafkaProvider, Pods, StrimziKafka, Topology, Workload } from '../../src';
import { Declaration } from '../support/topology';

const cluster = (topology: Topology, name: string, namespace = 'kafka') => new Kafka(topology, name, { provider: KafkaProvider.strimzi({ cluster: name, namespace }) });

function topics(declare: (topology: Topology) => void): string[] {
  const declared = new Declaration();
  declare(declared.topology);
  new StrimziKafka(declared.chart, 'strimzi', { topology: declared.topology });
  return declared.found('BST423');
}

describe('BST423 strimzi-object-twice', () => {
  test('finds topics of one id on two clusters of a namespace', () => expect(topics(topology => {
    cluster(topology, 'a').topic('orders', { topicName: 'Orders' });
    cluster(topology, 'b').topic('orders');
  })).toEqual(['error b/orders: its KafkaTopic "orders" in namespace kafka is also that of test/shop/a/orders, on cluster a; '
    + 'give one of them another id, and "orders" as its topicName']));

  test('finds the one whose path comes later, whichever topology was declared first', () => {
    const app = new App();
    const [second, first] = ['z', 'a'].map(name => {
      const topology = new Topology(new Chart(app, name, { namespace: 'shop' }), 'shop');
      cluster(topology, name).topic('orders');
      new StrimziKafka(topology.node.scope!, 'strimzi', { topology });
      return topology;
    });
    const foundBy = ({ findings }: Topology) => findings.filter(({ code }) => code === 'BST423').map(({ path, problem }) => `${path}: ${problem}`);
    expect([foundBy(first), foundBy(second)]).toEqual([[], [
      'z/shop/z/orders: its KafkaTopic "orders" in namespace kafka is also that of a/shop/a/orders, on cluster a']]);
  });

  test('accepts them once one has another id', () => expect(topics(topology => {
    cluster(topology, 'a').topic('orders');
    cluster(topology, 'b').topic('orders-b', { topicName: 'orders' });
  })).toEqual([]));

  test('accepts them in two namespaces, and one that is not made', () => expect(topics(topology => {
    cluster(topology, 'a').topic('orders');
    cluster(topology, 'b', 'other').topic('orders');
    cluster(topology, 'c').existingTopic('orders');
  })).toEqual([]));

  test('leaves one topic that is declared twice to BST419', () => expect(topics(topology => {
    cluster(topology, 'a').topic('orders');
    new Kafka(topology, 'again', { provider: KafkaProvider.strimzi({ cluster: 'a', namespace: 'kafka' }) }).topic('orders');
  })).toEqual([]));
});

describe('a workload that two topologies know', () => {
  /** Where `orders` of two topologies publishes to these clusters. */
  function users(...clusters: [string, string]): string[] {
    const app = new App();
    const topologies = clusters.map((name, i) => {
      const topology = new Topology(new Chart(app, `chart-${i}`, { namespace: 'shop' }), 'shop');
      const orders = new Workload(topology, 'orders', { pods: Pods.fromLabels({ labels: { app: 'orders' } }) });
      const kafka = cluster(topology, name);
      for (const id of ['created', 'paid']) orders.publishes(kafka.existingTopic(id));
      return topology;
    });
    for (const topology of topologies) new StrimziKafka(topology.node.scope!, 'strimzi', { topology });
    return topologies.flatMap(({ findings }) => findings.filter(({ code }) => code === 'BST423').map(({ path, problem, fix }) => `${path}: ${problem}; ${fix}`));
  }

  test('BST423 finds its two users of one cluster, once', () => expect(users('events', 'events')).toEqual([
    'chart-1/shop/workloads/orders publishes events/created: KafkaUser "shop.orders.events" is also that of chart-0/shop/workloads/orders publishes '
    + 'events/created: each topology would give it its own rights alone; declare all that orders publishes and consumes on cluster events in one topology']));

  test('BST423 accepts its users of two clusters', () => expect(users('events', 'audit')).toEqual([]));
});
